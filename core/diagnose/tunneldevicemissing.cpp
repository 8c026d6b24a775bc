#include "core/diagnose/faults.h"

#include "core/cluster/told.h"

#include <algorithm>

// A node to which others send through a tunnel, or that routes into one itself, and that has no such device; or one whose IPIP device has no
// address, so that what the node itself sends to pods has a source that nobody answers.

namespace vethscope::diagnose {
namespace {

bool hasDeviceOfKind(const ClusterNode &node, LinkKind kind)
{
    return std::ranges::any_of(node.net.interfaces, [&](const NetworkInterface &device) { return device.kind == kind && !device.evidence.empty(); });
}

Finding missingDevice(const ClusterNode &node, const std::string &name, const Evidence &whoSays)
{
    Finding finding;
    finding.title = Sentence::of("{} has no {}", node.name, name);
    finding.why = Sentence::of("Packets for its pods come through a tunnel that ends at no device here: the kernel refuses or drops them.");
    finding.fix = Sentence::of("Look into the log of the network's agent on {}, and restart it: it makes the device.", node.name);
    finding.confirm = "ip -d link show " + name;
    finding.subject = {{node.name}, {}, name, {}};
    finding.proof.add(whoSays);
    finding.proof.add(firstOf(node.net.printed.evidence(HostTable::Interfaces)));
    return finding;
}

// What a node's routes go through and its list of devices does not have.
void findUnlisted(const ClusterNode &node, Findings &findings)
{
    for (const Route &route : node.net.routes) {
        const NetworkInterface *const device = node.net.interface(route.interface);
        const bool isTunnels = route.interface == "tunl0" || route.interface.starts_with("flannel") || route.interface.starts_with("vxlan");
        const bool isListed = device && (device->ifindex || device->listed || device->mtu);
        if (isTunnels && !isListed)
            findings.push_back(missingDevice(node, route.interface, route.evidence));
    }
}

void findWithoutAddress(const Case &about, const ClusterNode &node, Findings &findings)
{
    const NetworkInterface *const device = node.net.interface("tunl0");
    const auto through = std::ranges::find(node.net.routes, "tunl0", &Route::interface);
    if (!device || !device->addresses.empty() || through == node.net.routes.end() || node.net.printed.of(HostTable::Addresses, false) != Extent::Whole)
        return;
    const bool othersHave = std::ranges::any_of(about.nodes(), [&](const ClusterNode &other) {
        const NetworkInterface *const its = &other == &node ? nullptr : other.net.interface("tunl0");
        return its && !its->addresses.empty();
    });
    if (!othersHave)
        return;
    Finding finding = missingDevice(node, device->name, through->evidence);
    finding.title = Sentence::of("{} on {} has no address", device->name, node.name);
    finding.why = Sentence::of("What the node itself sends into the tunnel has no source that pods can answer.");
    finding.proof.add(firstOf(device->evidence));
    findings.push_back(std::move(finding));
}

Findings findMissingDevices(const Case &about)
{
    Findings findings;
    for (const TunnelLink &link : about.links().tunnels) {
        for (const auto &[end, interface, other] : {std::tuple(link.from, link.fromInterface, link.toInterface), std::tuple(link.to, link.toInterface, link.fromInterface)}) {
            if (end == nobody || interface != nobody || other == nobody || link.evidence.empty())
                continue;
            const ClusterNode &node = about.nodes()[end];
            const ClusterNode &far = about.nodes()[end == link.from ? link.to : link.from];
            if (!node.ghost && node.net.printed.of(HostTable::Interfaces) == Extent::Whole && !hasDeviceOfKind(node, link.kind))
                findings.push_back(missingDevice(node, far.net.interfaces[other].name, link.evidence.front()));
        }
    }
    for (const ClusterNode &node : about.nodes()) {
        if (node.ghost || node.net.printed.of(HostTable::Interfaces) != Extent::Whole)
            continue;
        findUnlisted(node, findings);
        findWithoutAddress(about, node, findings);
    }
    return findings;
}

} // namespace

constinit const Fault faults::tunnelDeviceMissing{
    .id = "tunnel-device-missing",
    .implies = {"one-way-tunnel", "tunnel-port-blocked", "missing-route", "tcp-retransmissions"},
    .find = findMissingDevices,
};

} // namespace vethscope::diagnose
