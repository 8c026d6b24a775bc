#include "core/diagnose/commonnode.h"
#include "core/diagnose/faults.h"
#include "core/diagnose/traffic.h"

#include <algorithm>
#include <array>

// A BGP NOTIFICATION, which says why a session ends (RFC 4271, section 6; RFC 4486). When both ends begin at once one connection is closed with Cease,
// Connection Collision Resolution: that is no fault.

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
    if (code == cease && subcode == 3)
        return Sentence::of("this peer was taken out of the configuration");
    if (code == cease)
        return Sentence::of("the other end closes it");
    return Sentence::of("a message was not understood");
}

Findings findNotifications(const Case &about)
{
    Findings findings;
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
        findings.push_back(std::move(finding));
    }
    const ClusterNode *const common = findings.empty() ? nullptr : about.cluster().node(commonNodeOf(findings));
    if (!common)
        return findings;
    Finding one = asOne(std::move(findings));
    one.subject = {{common->name}, {}, {}, common->addresses.empty() ? std::string() : common->addresses.front().text()};
    return {one};
}

} // namespace

constinit const Fault faults::bgpNotification{
    .id = "bgp-notification",
    .severity = ProblemSeverity::Warning,
    .needs = Fault::Needs::Packets,
    .find = findNotifications,
};

} // namespace vethscope::diagnose
