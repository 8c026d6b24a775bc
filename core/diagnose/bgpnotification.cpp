#include "core/diagnose/commonnode.h"
#include "core/diagnose/faults.h"
#include "core/diagnose/traffic.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <utility>

// A BGP NOTIFICATION, which says why a session ends (RFC 4271, section 6; RFC 4486). When both ends begin at once one connection is closed with Cease,
// Connection Collision Resolution: that is no fault. A session that somebody ended on purpose and that came back is by design, and a note.

namespace vethscope::diagnose {
namespace {

constexpr std::uint8_t cease = 6, collision = 7, openError = 2, holdTimer = 4;

Sentence meaningOf(std::uint8_t code, std::uint8_t subcode)
{
    if (code == openError && subcode == 2)
        return Sentence::of("the other end has another AS number than expected");
    if (code == openError)
        return Sentence::of("the OPEN message was refused");
    if (code == holdTimer)
        return Sentence::of("nothing was heard for the hold time");
    if (code == cease && subcode == 2)
        return Sentence::of("it was shut down on purpose");
    if (code == cease && subcode == 4)
        return Sentence::of("it was reset on purpose");
    if (code == cease && subcode == 6)
        return Sentence::of("its configuration was changed");
    if (code == cease && subcode == 3)
        return Sentence::of("this peer was taken out of the configuration");
    if (code == cease)
        return Sentence::of("the other end closes it");
    return Sentence::of("a message was not understood");
}

// By hand or by a new configuration (RFC 4486, section 3).
bool isOnPurpose(const NotificationSeen &one)
{
    constexpr auto subcodes = std::to_array<std::uint8_t>({2, 3, 4, 6});
    return one.code == cease && std::ranges::find(subcodes, one.subcode) != subcodes.end();
}

// What shows that the session is established again: a later message in each direction, else what an end printed.
Proof comeBack(const Case &about, const NotificationSeen &one)
{
    Proof proof;
    const auto &keepalives = about.traffic()->seen().keepalives;
    const auto there = keepalives.find({one.from, one.to}), back = keepalives.find({one.to, one.from});
    if (there != keepalives.end() && back != keepalives.end() && there->second.time > one.time && back->second.time > one.time) {
        proof.addFrame(there->second.row);
        proof.addFrame(back->second.row);
    }
    if (const auto from = about.book().owner(one.from))
        for (const BgpSession &session : about.nodes()[from->node].bgp)
            if (session.peer == one.to && session.state == "established")
                proof.add(session.evidence);
    return proof;
}

// Of one node with several others one finding.
Findings joinedNotifications(const Case &about, Findings findings)
{
    const ClusterNode *const common = findings.empty() ? nullptr : about.cluster().node(commonNodeOf(findings));
    if (!common)
        return findings;
    Finding one = asOne(std::move(findings));
    one.subject = {{common->name}, {}, {}, common->addresses.empty() ? std::string() : common->addresses.front().text()};
    return {one};
}

Findings findNotifications(const Case &about)
{
    Findings findings, byDesign;
    for (const NotificationSeen &one : about.traffic()->seen().notifications) {
        if (one.code == cease && one.subcode == collision)
            continue;
        const auto from = about.book().owner(one.from), to = about.book().owner(one.to);
        Finding finding;
        finding.title = Sentence::of("{} ended its BGP session with {}: {} (code {}, subcode {})", from ? about.nodes()[from->node].name : one.from.text(),
                                     to ? about.nodes()[to->node].name : one.to.text(), meaningOf(one.code, one.subcode), one.code, one.subcode);
        finding.why = Sentence::of("With the session go the routes that were learnt by it, at both ends, until it is established again.");
        finding.fix = Sentence::of("Compare AS numbers, addresses and hold times of both ends, and look into bird's log of that moment.");
        finding.confirm = "birdc show protocols all";
        finding.subject.address = one.to.text();
        for (const auto &[owner, address] : {std::pair(from, one.from), std::pair(to, one.to)})
            if (owner)
                finding.subject.nodes.push_back(about.nodes()[owner->node].name);
        finding.proof.addFrame(one.row);
        if (from)
            for (const BgpSession &session : about.nodes()[from->node].bgp)
                if (session.peer == one.to)
                    finding.proof.add(session.evidence);
        const Proof back = comeBack(about, one);
        exclude(finding, "bgp-session-down", back.lines, back.frames);
        finding.isByDesign = isOnPurpose(one) && !back.empty();
        if (finding.isByDesign)
            finding.why = Sentence::of("Somebody ended it on purpose, and it is established again. In between the routes that were learnt by it were gone at both ends.");
        (finding.isByDesign ? byDesign : findings).push_back(std::move(finding));
    }
    findings = joinedNotifications(about, std::move(findings));
    std::ranges::move(joinedNotifications(about, std::move(byDesign)), std::back_inserter(findings));
    return findings;
}

} // namespace

constinit const Fault faults::bgpNotification{
    .id = "bgp-notification",
    .severity = ProblemSeverity::Warning,
    .needs = Fault::Needs::Packets,
    .find = findNotifications,
};

} // namespace vethscope::diagnose
