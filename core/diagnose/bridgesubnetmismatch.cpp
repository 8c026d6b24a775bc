#include "core/diagnose/faults.h"

#include "core/cluster/podnetworks.h"

#include <algorithm>

// A node whose CNI bridge has another network than the one that flannel gave it and that the other nodes route to it: the bridge is left from an earlier
// lease. Answers to its pods go elsewhere.

namespace vethscope::diagnose {
namespace {

Findings findBridgeMismatches(const Case &about)
{
    Findings findings;
    for (const ClusterNode &node : about.nodes()) {
        for (const auto &[name, isV6] : {std::pair("FLANNEL_SUBNET", false), std::pair("FLANNEL_IPV6_SUBNET", true)}) {
            const Known<std::string> said = node.net.setting(name);
            const auto subnet = said ? IpPrefix::parse(*said) : std::nullopt;
            for (const NetworkInterface &bridge : node.net.interfaces) {
                const auto own = std::ranges::find_if(bridge.addresses, [&](const InterfaceAddress &one) {
                    return one.address.isV6() == isV6 && !one.address.isLinkLocal() && !one.isHost();
                });
                if (!subnet || !isPodBridge(bridge.name) || own == bridge.addresses.end() || own->network() == subnet->network())
                    continue;
                Finding finding;
                finding.title = Sentence::of("{} on {} has {}, but flannel gave the node {}", bridge.name, node.name, own->network().text(), subnet->network().text());
                finding.why = Sentence::of("The other nodes send packets for {} to this node; its pods have addresses of another network, which they send elsewhere.", subnet->network().text());
                finding.fix = Sentence::of("On {}: drain it, ip link delete {}, rm -r /var/lib/cni/networks, and make its pods anew.", node.name, bridge.name);
                finding.confirm = "cat /run/flannel/subnet.env; ip addr show " + bridge.name;
                finding.subject = {{node.name}, {}, bridge.name, own->network().text()};
                finding.proof.add(own->evidence);
                finding.proof.add(said.evidence());
                findings.push_back(std::move(finding));
            }
        }
    }
    return findings;
}

} // namespace

constinit const Fault faults::bridgeSubnetMismatch{
    .id = "bridge-subnet-mismatch",
    .implies = {"overlapping-pod-cidr", "missing-route", "duplicate-pod-ip", "tcp-retransmissions"},
    .find = findBridgeMismatches,
};

} // namespace vethscope::diagnose
