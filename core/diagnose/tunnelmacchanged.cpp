#include "core/diagnose/faults.h"

#include <algorithm>

// Flannel tells the other nodes the MAC address of its VXLAN device in an annotation. If another program (udev's MACAddressPolicy) changes it
// afterwards, all others write the old one into their frames, and the kernel here drops them as somebody else's.

namespace vethscope::diagnose {
namespace {

const NetworkInterface *announcedDevice(const ClusterNode &node, const KubernetesNodeFact &fact)
{
    const auto found = std::ranges::find_if(node.net.interfaces, [&](const NetworkInterface &device) {
        const bool hasVni = !fact.vtepVni || !device.tunnel || !device.tunnel->vni || *device.tunnel->vni == *fact.vtepVni;
        return device.kind == LinkKind::Vxlan && device.name.starts_with("flannel.") && device.mac && hasVni;
    });
    return found == node.net.interfaces.end() ? nullptr : &*found;
}

Findings findChangedMacs(const Case &about)
{
    Findings findings;
    for (const ClusterNode &node : about.nodes()) {
        for (const KubernetesNodeFact *const fact : about.kubernetesOf(node)) {
            const NetworkInterface *const device = fact->vtepMac ? announcedDevice(node, *fact) : nullptr;
            if (!device || *device->mac == *fact->vtepMac)
                continue;
            Finding finding;
            finding.title = Sentence::of("{} announces {} for {}, which has {}", node.name, fact->vtepMac->text(), device->name, device->mac->text());
            finding.why = Sentence::of("All other nodes address tunnelled frames to the announced MAC address; the kernel of {} drops them as somebody else's.", node.name);
            finding.fix = Sentence::of("Restart flanneld on {}, and keep udev away from the device: MACAddressPolicy=none in a .link file for flannel.*.", node.name);
            finding.confirm = "ip -d link show " + device->name;
            finding.subject = {{node.name}, {}, device->name, device->mac->text()};
            finding.proof.add(fact->evidence);
            finding.proof.add(device->mac.evidence());
            findings.push_back(std::move(finding));
        }
    }
    return findings;
}

} // namespace

constinit const Fault faults::tunnelMacChanged{
    .id = "tunnel-mac-changed",
    .implies = {"stale-neighbour", "stale-fdb", "missing-fdb-entry", "one-way-tunnel", "tunnel-port-blocked", "tcp-retransmissions"},
    .find = findChangedMacs,
};

} // namespace vethscope::diagnose
