#include "core/diagnose/faults.h"
#include "core/diagnose/lostbysize.h"

#include <algorithm>

// Full packets that are lost while small ones of the same flow pass: the way has a smaller MTU than the sender believes, and nobody tells him so that he hears
// it (RFC 2923). A frame longer than the MTU where it was captured is segmentation by the card, and shows nothing.

namespace vethscope::diagnose {
namespace {

Findings findBlackHoles(const Case &about)
{
    Findings findings;
    const Traffic &traffic = *about.traffic();
    const Findings causes = faults::tunnelMtuTooLarge.find(about);
    for (const LostBySize &flow : flowsLostBySize(traffic)) {
        if (flow.onlySuperFrames)
            continue;
        const journey::Journey first = traffic.firstOf(flow.flow);
        const journey::Tuple &tuple = traffic.tupleOf(first.hops.front().first());
        Finding finding;
        finding.title = Sentence::of("Packets from {} to {} of {} bytes and more are lost after {}, smaller ones pass", tuple.source.text(), tuple.destination.text(), flow.smallestLost, traffic.nameOf(flow.lastPoint));
        finding.why = Sentence::of("Something on the way has a smaller MTU, and its word about that does not reach the sender, who sends the same again and again.");
        finding.fix = Sentence::of("Lower the MTU of the pods and the tunnel to what the way carries, and let ICMP \"fragmentation needed\" pass.");
        finding.confirm = "tracepath -n " + tuple.destination.text();
        finding.subject.address = tuple.destination.text();
        for (const IpAddress &end : {tuple.source, tuple.destination})
            if (const PodNetwork *const pods = about.podNetworkOf(end))
                finding.subject.nodes.push_back(about.nodes()[pods->node].name);
        for (const std::uint32_t row : flow.rows)
            finding.proof.addFrame(row);
        if (flow.outcome->drop)
            finding.proof.add(flow.outcome->drop->evidence);
        for (const Finding &cause : causes)
            if (std::ranges::find_first_of(cause.subject.nodes, finding.subject.nodes) != cause.subject.nodes.end())
                finding.proof.add(cause.proof.lines);
        finding.excluded.push_back({"super-frame-lost", {{}, {flow.rows.front()}}});
        findings.push_back(std::move(finding));
    }
    return findings;
}

} // namespace

constinit const Fault faults::mtuBlackHole{
    .id = "mtu-black-hole",
    .needs = Fault::Needs::Packets,
    .implies = {"dns-unanswered", "tcp-retransmissions", "super-frame-lost"},
    .find = findBlackHoles,
};

} // namespace vethscope::diagnose
