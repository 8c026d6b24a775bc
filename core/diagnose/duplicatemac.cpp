#include "core/diagnose/faults.h"

#include <algorithm>
#include <array>
#include <map>

// Two nodes whose cards or tunnel devices have one MAC address: machines that were cloned with it. Bridges and forwarding tables know one of them at a
// time. By design alike: Calico's ee:ee:ee:ee:ee:ee on all its veths, VRRP's (RFC 9568, section 7.3), a bond or VLAN and its parent on one node.

namespace vethscope::diagnose {
namespace {

bool isSharedByDesign(const MacAddress &mac)
{
    constexpr std::array<std::uint8_t, 6> calico{0xee, 0xee, 0xee, 0xee, 0xee, 0xee};
    constexpr std::array<std::uint8_t, 5> vrrp4{0x00, 0x00, 0x5e, 0x00, 0x01}, vrrp6{0x00, 0x00, 0x5e, 0x00, 0x02};
    const auto begins = [&](const std::array<std::uint8_t, 5> &prefix) { return std::equal(prefix.begin(), prefix.end(), mac.bytes().begin()); };
    return mac.isZero() || mac.isGroup() || mac.bytes() == calico || begins(vrrp4) || begins(vrrp6);
}

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
    return findings;
}

} // namespace

constinit const Fault faults::duplicateMac{
    .id = "duplicate-mac",
    .implies = {"stale-fdb", "stale-neighbour", "one-way-tunnel", "tunnel-port-blocked", "missing-fdb-entry", "tcp-retransmissions"},
    .find = findDuplicateMacs,
};

} // namespace vethscope::diagnose
