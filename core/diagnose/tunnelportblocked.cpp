#include "core/diagnose/blockedseen.h"
#include "core/diagnose/faults.h"
#include "core/diagnose/traffic.h"
#include "core/diagnose/tunnelways.h"

#include <algorithm>

// A tunnel through which nothing comes: a firewall or the hypervisor swallows its UDP port or IP protocol, while the nodes' own traffic passes. What the
// tables of both nodes explain (ports, VNIs, entries) goes before.

namespace vethscope::diagnose {
namespace {

void addBlockedTunnelsSeen(const Case &about, Findings &findings)
{
    const std::vector<BlockedSeen> all = blockedTunnelsSeen(about);
    for (const BlockedSeen &blocked : all) {
        const TunnelPair &there = *blocked.ends.there, &back = *blocked.ends.back;
        const bool isBackBlocked = std::ranges::any_of(all, [&](const BlockedSeen &one) { return one.ends.there == &back; });
        if (!isBackBlocked || back.from < there.from)
            continue;
        Finding finding;
        nameEnds(about, blocked.ends, finding);
        finding.title = Sentence::of("No tunnelled packet ({}) gets through between {} and {}", there.tunnel, finding.subject.nodes[0], finding.subject.nodes[1]);
        finding.why = Sentence::of("{} were sent there and {} back, and none came to the other node, while other packets between the same addresses pass.", there.sent, back.sent);
        finding.fix = Sentence::of("Let the tunnel's UDP port or IP protocol through between the nodes; some hypervisors keep 8472 or 4789 for themselves, then choose another.");
        finding.confirm = "tcpdump -ni any host " + there.from.text();
        finding.proof.addFrame(there.firstRow);
        finding.proof.addFrame(back.firstRow);
        findings.push_back(std::move(finding));
    }
}

Findings findBlockedTunnels(const Case &about)
{
    Findings findings;
    const std::vector<TunnelWay> ways = tunnelWays(about);
    for (const TunnelWay &way : ways) {
        const TunnelWay *const back = backOf(ways, way);
        if (!way.isBlocked() || (back && back->arrived > 0))
            continue;
        const std::string &node = about.nodes()[way.from].name, &other = about.nodes()[way.to].name;
        Finding finding;
        finding.title = Sentence::of("No tunnelled packet ({}) from {} gets through to {}", way.tunnel, node, other);
        finding.why = Sentence::of("All {} that should have arrived were lost between the capture points of both nodes, and none came back.", way.lost);
        finding.fix = Sentence::of("Let the tunnel's UDP port or IP protocol through between the nodes; some hypervisors keep 8472 or 4789 for themselves, then choose another.");
        finding.confirm = "tcpdump -ni any host " + (about.nodes()[way.from].addresses.empty() ? node : about.nodes()[way.from].addresses.front().text());
        finding.subject.nodes = {node, other};
        finding.subject.interface = tunnelDeviceOf(about, way);
        if (back && back->isBlocked() && way.to < way.from)
            finding.subject.nodes = {other, node};
        finding.proof = way.proof;
        finding.proof.add(tunnelLinesOf(about, way));
        excludeMismatches(about, way, finding);
        findings.push_back(std::move(finding));
    }
    addBlockedTunnelsSeen(about, findings);
    return findings;
}

} // namespace

constinit const Fault faults::tunnelPortBlocked{
    .id = "tunnel-port-blocked",
    .needs = Fault::Needs::Packets,
    .implies = {"tcp-retransmissions", "dns-unanswered"},
    .find = findBlockedTunnels,
};

} // namespace vethscope::diagnose
