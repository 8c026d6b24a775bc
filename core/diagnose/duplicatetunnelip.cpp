#include "core/diagnose/faults.h"

#include <algorithm>
#include <map>

// Two nodes whose tunnel devices have one address: what is meant for one node's device may arrive at the other's.

namespace vethscope::diagnose {
namespace {

struct TunnelAddressOwners {
    std::vector<std::string> nodes{};
    std::string interface{};
    EvidenceList lines{};
};

Findings findDuplicateTunnelAddresses(const Case &about)
{
    std::map<IpAddress, TunnelAddressOwners> owners;
    for (const ClusterNode &node : about.nodes()) {
        for (const NetworkInterface &device : node.net.interfaces) {
            for (const InterfaceAddress &address : device.addresses) {
                if (!isTunnel(device.kind) || address.address.isLinkLocal() || address.address.isLoopback())
                    continue;
                TunnelAddressOwners &of = owners[address.address];
                if (std::ranges::find(of.nodes, node.name) != of.nodes.end())
                    continue;
                of.nodes.push_back(node.name);
                of.interface = device.name;
                of.lines.push_back(address.evidence);
            }
        }
    }
    Findings findings;
    for (const auto &[address, of] : owners) {
        if (of.nodes.size() < 2)
            continue;
        Finding finding;
        finding.title = Sentence::of("{} is the address of {} on {} nodes", address.text(), of.interface, of.nodes.size());
        finding.why = Sentence::of("Each node's tunnel device needs an address of its own: answers to it go to one of them, whoever asked.");
        finding.fix = Sentence::of("Release it where it is wrong: delete the node's annotation or Calico's tunnel address, and restart the network's agent.");
        finding.confirm = "ip addr show " + of.interface;
        finding.subject = {of.nodes, {}, of.interface, address.text()};
        finding.proof.add(of.lines);
        findings.push_back(std::move(finding));
    }
    return findings;
}

} // namespace

constinit const Fault faults::duplicateTunnelIp{
    .id = "duplicate-tunnel-ip",
    .implies = {"stale-neighbour", "tcp-retransmissions"},
    .find = findDuplicateTunnelAddresses,
};

} // namespace vethscope::diagnose
