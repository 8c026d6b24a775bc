#include "core/diagnose/faults.h"

#include <algorithm>
#include <map>

// Several nodes whose tunnels send from one and the same address: the program took a card that is alike on all machines, as Vagrant's NAT
// has 10.0.2.15 everywhere. Such cards are no fault where the tunnels use others.

namespace vethscope::diagnose {
namespace {

struct Underlays {
    std::vector<std::string> nodes{};
    std::string interface{};
    EvidenceList lines{};

    void add(const std::string &node, const std::string &device, const Evidence &evidence)
    {
        if (std::ranges::find(nodes, node) == nodes.end())
            nodes.push_back(node);
        if (interface.empty())
            interface = device;
        lines.push_back(evidence);
    }
};

Findings findWrongUnderlays(const Case &about)
{
    std::map<IpAddress, Underlays> byAddress;
    for (const ClusterNode &node : about.nodes()) {
        for (const NetworkInterface &device : node.net.interfaces)
            if (device.tunnel && device.tunnel->local && !device.tunnel->local->isAny())
                byAddress[*device.tunnel->local].add(node.name, device.tunnel->device.value_or(device.name), device.tunnel->local.evidence());
        for (const KubernetesNodeFact *const fact : about.kubernetesOf(node))
            if (fact->flannelPublicIp)
                byAddress[*fact->flannelPublicIp].add(node.name, {}, fact->evidence);
    }
    Findings findings;
    for (const auto &[address, of] : byAddress) {
        if (of.nodes.size() < 2)
            continue;
        Finding finding;
        finding.title = Sentence::of("{} nodes send tunnelled packets from {}", of.nodes.size(), address.text());
        finding.why = Sentence::of("Who answers sends to itself, or to the wrong node: the network took a card whose address is the same on all machines.");
        finding.fix = Sentence::of("Name the right card: flannel's --iface, Calico's IP_AUTODETECTION_METHOD.");
        finding.confirm = "ip -4 addr show";
        finding.subject = {of.nodes, {}, of.interface, address.text()};
        finding.proof.add(of.lines);
        findings.push_back(std::move(finding));
    }
    return findings;
}

} // namespace

constinit const Fault faults::wrongUnderlayInterface{
    .id = "wrong-underlay-interface",
    .implies = {"one-way-tunnel", "tunnel-port-blocked", "stale-fdb", "tcp-retransmissions"},
    .find = findWrongUnderlays,
};

} // namespace vethscope::diagnose
