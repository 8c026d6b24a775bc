#include "core/diagnose/faults.h"
#include "core/diagnose/seenalone.h"
#include "core/diagnose/sharedmacs.h"
#include "core/diagnose/traffic.h"

#include <algorithm>
#include <map>

// Two nodes whose cards or tunnel devices have one MAC address: machines that were cloned with it. Bridges and forwarding tables know one of them at a
// time. By design alike: Calico's ee:ee:ee:ee:ee:ee on all its veths, VRRP's (RFC 9568, section 7.3), a bond or VLAN and its parent on one node.

namespace vethscope::diagnose {
namespace {

// What meets others on a link or in an overlay: pods' veths and bridges stay within their node.
bool meetsOthers(const NetworkInterface &device)
{
    switch (device.kind) {
    case LinkKind::Physical:
    case LinkKind::Vxlan:
    case LinkKind::Geneve:
    case LinkKind::Macvlan:
    case LinkKind::Bond: return true;
    default: return false;
    }
}

struct MacOwners {
    std::vector<std::string> nodes{};
    std::string interface{};
    EvidenceList lines{};
};

// Two ends of a tunnel that send with one MAC address, where nothing arrives: each takes the other's frames for its own.
void addSharedMacsSeen(const Case &about, Findings &findings)
{
    for (const SeenAlone &ends : tunnelsSeenAlone(about, false)) {
        const auto one = onlyOne(ends.there->senders), other = onlyOne(ends.back->senders);
        if (!ends.areBothRefused() || !one || !other || *one != *other || isSharedByDesign(*one))
            continue;
        Finding finding;
        nameEnds(about, ends, finding);
        finding.title = Sentence::of("{} and {} both send with the MAC address {} in their tunnel, and nothing arrives", finding.subject.nodes[0], finding.subject.nodes[1], one->text());
        finding.why = Sentence::of("Switches and forwarding tables know only one place for an address: frames for one node arrive at the other, now and then.");
        finding.fix = Sentence::of("Give each machine its own MAC address and /etc/machine-id, as cloned machines do not have; then let the network's agent start anew.");
        finding.confirm = "ip link show";
        finding.subject.address = one->text();
        finding.proof.addFrame(ends.there->senders.begin()->second);
        finding.proof.addFrame(ends.back->senders.begin()->second);
        findings.push_back(std::move(finding));
    }
}

Findings findDuplicateMacs(const Case &about)
{
    std::map<MacAddress, MacOwners> owners;
    for (const ClusterNode &node : about.nodes()) {
        for (const NetworkInterface &device : node.net.interfaces) {
            if (!device.mac || isSharedByDesign(*device.mac) || !meetsOthers(device))
                continue;
            MacOwners &of = owners[*device.mac];
            if (std::ranges::find(of.nodes, node.name) != of.nodes.end())
                continue;
            of.nodes.push_back(node.name);
            of.interface = device.name;
            of.lines.push_back(device.mac.evidence());
        }
    }
    Findings findings;
    for (const auto &[mac, of] : owners) {
        if (of.nodes.size() < 2)
            continue;
        Finding finding;
        finding.title = Sentence::of("{} is the MAC address of {} on {} nodes", mac.text(), of.interface, of.nodes.size());
        finding.why = Sentence::of("Switches and forwarding tables know only one place for an address: frames for one node arrive at the other, now and then.");
        finding.fix = Sentence::of("Give each machine its own MAC address and /etc/machine-id, as cloned machines do not have; then let the network's agent start anew.");
        finding.confirm = "ip link show " + of.interface;
        finding.subject = {of.nodes, {}, of.interface, mac.text()};
        finding.proof.add(of.lines);
        findings.push_back(std::move(finding));
    }
    addSharedMacsSeen(about, findings);
    return findings;
}

} // namespace

constinit const Fault faults::duplicateMac{
    .id = "duplicate-mac",
    .implies = {"stale-fdb", "stale-neighbour", "one-way-tunnel", "tunnel-port-blocked", "missing-fdb-entry", "tcp-retransmissions"},
    .find = findDuplicateMacs,
};

} // namespace vethscope::diagnose
