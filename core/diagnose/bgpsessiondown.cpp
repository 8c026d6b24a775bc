#include "core/diagnose/bgpattempts.h"
#include "core/diagnose/commonnode.h"
#include "core/diagnose/faults.h"

#include <algorithm>

// A BGP session that is not established: nothing is learnt from that peer (RFC 4271, section 8.2.2). The state is the last one that was printed.

namespace vethscope::diagnose {
namespace {

Findings findSessionsDown(const Case &about)
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

} // namespace

constinit const Fault faults::bgpSessionDown{
    .id = "bgp-session-down",
    .implies = {"missing-route", "asymmetric-path", "dns-unanswered", "tcp-retransmissions"},
    .find = findSessionsDown,
};

} // namespace vethscope::diagnose
