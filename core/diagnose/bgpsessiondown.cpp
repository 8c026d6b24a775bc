#include "core/diagnose/bgpattempts.h"
#include "core/diagnose/commonnode.h"
#include "core/diagnose/faults.h"
#include "core/diagnose/traffic.h"

#include <algorithm>

// A BGP session that is not established: nothing is learnt from that peer (RFC 4271, section 8.2.2). The state is the last one that was printed.

namespace vethscope::diagnose {
namespace {

bool isEndedByHand(const NotificationSeen &one)
{
    constexpr std::uint8_t ended = 6; // Cease, RFC 4486: collisions, and what somebody wanted so
    return one.code == ended;
}

// A session that an error ended, that was tried again, and that captures do not show again; of addresses of which no host printed its sessions. One
// error alone says nothing of what came behind it: the capture may have ended there.
void addSessionsSeen(const Case &about, Findings &findings)
{
    if (!about.traffic())
        return;
    const auto isTold = [&](const IpAddress &address) {
        const auto owner = about.book().owner(address);
        return owner && !about.nodes()[owner->node].bgp.empty();
    };
    const std::vector<NotificationSeen> &all = about.traffic()->seen().notifications;
    const auto isSecond = [&](const NotificationSeen &one) {
        return std::ranges::any_of(all, [&](const NotificationSeen &first) {
            return first.point == one.point && first.time < one.time && first.from == one.from && first.to == one.to && !isEndedByHand(first);
        });
    };
    for (const NotificationSeen &one : all) {
        if (isEndedByHand(one) || !isSecond(one) || isTold(one.from) || isTold(one.to))
            continue;
        const IpAddress &least = std::min(one.from, one.to), &most = std::max(one.from, one.to);
        const std::vector<std::uint32_t> failed = failedBgp(about, [&](const IpAddress &from, const IpAddress &to) { return from == least && to == most; });
        if (failed.empty())
            continue;
        Finding finding;
        finding.title = Sentence::of("The BGP session between {} and {} ended, and is not established again", least.text(), most.text());
        finding.why = Sentence::of("Routes to pods are not exchanged while it is not established.");
        finding.fix = Sentence::of("Look whether TCP port 179 passes both ways, whether AS numbers and addresses are what the other end expects, and whether bird runs there.");
        finding.confirm = "birdc show protocols all";
        finding.subject.address = most.text();
        finding.subject.nodes = {least.text(), most.text()};
        for (const std::uint32_t row : failed)
            finding.proof.addFrame(row);
        findings.push_back(std::move(finding)); // of one session once: diagnosis.cpp
    }
}

Findings findSessionsTold(const Case &about)
{
    Findings findings;
    for (const BgpLink &link : about.links().bgp) {
        Finding finding;
        const BgpSession *down = nullptr;
        for (const auto &[end, place] : {std::pair(link.from, link.there), std::pair(link.to, link.back)}) {
            if (end == nobody || !place)
                continue;
            const BgpSession &session = about.nodes()[end].bgp[*place];
            if (session.state.empty() || session.state == "established")
                continue;
            down = down ? down : &session;
            finding.proof.add(session.evidence);
        }
        if (!down)
            continue;
        const std::string &node = about.nodes()[link.from].name;
        const std::string other = link.to == nobody ? link.peer.text() : about.nodes()[link.to].name;
        finding.title = Sentence::of("The BGP session between {} and {} is {}", node, other, down->state);
        finding.why = down->info.empty() ? Sentence::of("Routes to pods are not exchanged while it is not established.")
                                         : Sentence::of("Routes to pods are not exchanged while it is not established. Last told: {}.", down->info);
        finding.fix = Sentence::of("Look whether TCP port 179 passes both ways, whether AS numbers and addresses are what the other end expects, and whether bird runs there.");
        finding.confirm = "birdc show protocols all";
        finding.subject = {{node}, {}, {}, link.peer.text()};
        if (link.to != nobody)
            finding.subject.nodes.push_back(other);
        const auto isOf = [&](const IpAddress &address, std::size_t end) {
            const auto owner = about.book().owner(address);
            return end == nobody ? address == link.peer : owner && owner->node == end;
        };
        for (const std::uint32_t row : failedBgp(about, [&](const IpAddress &one, const IpAddress &two) { return isOf(one, link.from) && isOf(two, link.to); }))
            finding.proof.addFrame(row);
        findings.push_back(std::move(finding));
    }
    const ClusterNode *const common = findings.empty() ? nullptr : about.cluster().node(commonNodeOf(findings));
    if (!common || std::ranges::any_of(common->bgp, [](const BgpSession &session) { return session.state == "established"; }))
        return findings;
    Finding one = asOne(std::move(findings));
    one.title = Sentence::of("None of the BGP sessions of {} is established", common->name);
    one.subject = {{common->name}, {}, {}, common->addresses.empty() ? std::string() : common->addresses.front().text()};
    return {one};
}

Findings findSessionsDown(const Case &about)
{
    Findings findings = findSessionsTold(about);
    addSessionsSeen(about, findings);
    return findings;
}

} // namespace

constinit const Fault faults::bgpSessionDown{
    .id = "bgp-session-down",
    .implies = {"missing-route", "asymmetric-path", "dns-unanswered", "tcp-retransmissions"},
    .find = findSessionsDown,
};

} // namespace vethscope::diagnose
