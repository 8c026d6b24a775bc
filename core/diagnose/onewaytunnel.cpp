#include "core/diagnose/blockedseen.h"
#include "core/diagnose/faults.h"
#include "core/diagnose/traffic.h"
#include "core/diagnose/tunnelways.h"

#include <algorithm>

// A tunnel that lets packets through in one direction only: a firewall or security group on the way knows the other one alone, as for IP protocol 4. Where
// none come through in either direction it is tunnel-port-blocked.

namespace vethscope::diagnose {
namespace {

void addOneWayTunnelsSeen(const Case &about, Findings &findings)
{
    for (const BlockedSeen &blocked : blockedTunnelsSeen(about)) {
        const TunnelPair &there = *blocked.ends.there, &back = *blocked.ends.back;
        if (!back.arrives)
            continue;
        Finding finding;
        nameEnds(about, blocked.ends, finding);
        const std::string &node = finding.subject.nodes[0], &other = finding.subject.nodes[1];
        finding.title = Sentence::of("Tunnelled packets ({}) from {} do not get through to {}, those back do", there.tunnel, node, other);
        finding.why = Sentence::of("None of {} came to the other node, which other packets from the same address reach: something in between lets this tunnel pass in one direction only.", there.sent);
        finding.fix = Sentence::of("Let the tunnel's protocol (UDP port, or IP protocol 4 of IPIP) from {} into {}: host firewalls, security groups, source and destination checks.", node, other);
        finding.confirm = "tcpdump -ni any host " + there.from.text();
        finding.proof.addFrame(there.firstRow);
        exclude(finding, "tunnel-port-blocked", {}, {back.firstRow});
        findings.push_back(std::move(finding));
    }
}

Findings findOneWayTunnels(const Case &about)
{
    Findings findings;
    const std::vector<TunnelWay> ways = tunnelWays(about);
    for (const TunnelWay &way : ways) {
        const TunnelWay *const back = backOf(ways, way);
        if (!way.isBlocked() || !back || back->arrived == 0)
            continue;
        const std::string &node = about.nodes()[way.from].name, &other = about.nodes()[way.to].name;
        Finding finding;
        finding.title = Sentence::of("Tunnelled packets ({}) from {} do not get through to {}, those back do", way.tunnel, node, other);
        finding.why = Sentence::of("{} of {} were lost on the way into the tunnel's other end: something in between lets this tunnel pass in one direction only.", way.lost, way.sent);
        finding.fix = Sentence::of("Let the tunnel's protocol (UDP port, or IP protocol 4 of IPIP) from {} into {}: host firewalls, security groups, source and destination checks.", node, other);
        finding.confirm = "tcpdump -ni any host " + (about.nodes()[way.from].addresses.empty() ? node : about.nodes()[way.from].addresses.front().text());
        finding.subject.nodes = {node, other};
        finding.subject.interface = tunnelDeviceOf(about, way);
        finding.proof = way.proof;
        finding.proof.add(tunnelLinesOf(about, way));
        excludeMismatches(about, way, finding);
        finding.excluded.push_back({"tunnel-port-blocked", back->arrivals});
        findings.push_back(std::move(finding));
    }
    addOneWayTunnelsSeen(about, findings);
    return findings;
}

} // namespace

constinit const Fault faults::oneWayTunnel{
    .id = "one-way-tunnel",
    .needs = Fault::Needs::Packets,
    .implies = {"tcp-retransmissions", "dns-unanswered"},
    .find = findOneWayTunnels,
};

} // namespace vethscope::diagnose
