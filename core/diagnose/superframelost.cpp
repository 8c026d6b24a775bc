#include "core/diagnose/faults.h"
#include "core/diagnose/lostbysize.h"

#include <algorithm>

// Frames that stand for several segments and are lost before they are cut, while single segments of the same flow pass: a driver that does not segment what it
// promised to. By packets alone: nobody prints that.

namespace vethscope::diagnose {
namespace {

Findings findLostSuperFrames(const Case &about)
{
    Findings findings;
    constexpr std::uint32_t fullSegment = 1400; // bytes of a frame: with headers and tunnels of all kinds off an MTU of 1500
    const Traffic &traffic = *about.traffic();
    for (const LostBySize &flow : flowsLostBySize(traffic)) {
        if (!flow.onlySuperFrames)
            continue;
        const journey::Journey first = traffic.firstOf(flow.flow);
        const journey::Tuple &tuple = traffic.tupleOf(first.hops.front().first());
        Finding finding;
        finding.title = Sentence::of("Large frames from {} to {}, several segments each, are lost after {}, single segments pass", tuple.source.text(), tuple.destination.text(), traffic.nameOf(flow.lastPoint));
        finding.why = Sentence::of("The kernel leaves it to the device to cut them into segments, and none of these was seen.");
        finding.fix = Sentence::of("Switch segmentation off to be sure (ethtool -K DEVICE tso off gso off), then look for a newer driver or kernel.");
        finding.confirm = "ethtool -K DEVICE tso off gso off";
        finding.subject.address = tuple.destination.text();
        if (const std::string &node = traffic.points()[flow.lastPoint].place.node; !node.empty())
            finding.subject.nodes = {node};
        for (const std::uint32_t row : flow.rows)
            finding.proof.addFrame(row);
        if (flow.largestPassed >= fullSegment) // what fills the MTU passes
            exclude(finding, "mtu-black-hole", {}, {flow.passedRow});
        findings.push_back(std::move(finding));
    }
    return findings;
}

} // namespace

constinit const Fault faults::superFrameLost{
    .id = "super-frame-lost",
    .needs = Fault::Needs::Packets,
    .implies = {"tcp-retransmissions"},
    .find = findLostSuperFrames,
};

} // namespace vethscope::diagnose
