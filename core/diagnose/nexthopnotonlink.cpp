#include "core/diagnose/faults.h"

#include <algorithm>

// A route to another node's pods whose next hop stands in no network of the device: host-gw and BGP without a tunnel need nodes on one link. The
// kernel asks for it by ARP where nobody hears, or the packet goes to a router that knows no pods.

namespace vethscope::diagnose {
namespace {

bool isOnLink(const ClusterNode &node, const NetworkInterface &device, const IpAddress &hop)
{
    const auto isIn = [&](const InterfaceAddress &address) { return address.contains(hop); };
    return std::ranges::any_of(device.addresses, isIn) || std::ranges::any_of(node.net.routes, [&](const Route &route) {
        return route.interface == device.name && !route.hasNextHop() && route.type == "unicast" && route.to.contains(hop) && route.to.length > 0;
    });
}

bool hasAddressOfFamily(const NetworkInterface &device, bool isV6)
{
    return std::ranges::any_of(device.addresses, [&](const InterfaceAddress &one) { return one.address.isV6() == isV6 && !one.address.isLinkLocal(); });
}

Findings findHopsOffLink(const Case &about)
{
    Findings findings;
    for (const ClusterNode &node : about.nodes()) {
        for (const Route &route : node.net.routes) {
            const NetworkInterface *const device = node.net.interface(route.interface);
            const auto owner = route.via ? about.book().owner(*route.via) : std::nullopt;
            if (!device || !owner || isTunnel(device->kind) || device->kind == LinkKind::Veth || route.via->isLinkLocal() || about.nodes()[owner->node].name == node.name)
                continue;
            if (!hasAddressOfFamily(*device, route.via->isV6()) || isOnLink(node, *device, *route.via) || node.net.printed.of(HostTable::Routes, route.via->isV6()) != Extent::Whole)
                continue;
            Finding finding;
            finding.title = Sentence::of("{} routes {} to {}, which is in no network of {}", node.name, route.to.text(), route.via->text(), device->name);
            finding.why = Sentence::of("A next hop has to be on the same link. Nobody there answers ARP for {}: it is behind a router.", route.via->text());
            finding.fix = Sentence::of("Use a tunnel between subnets (flannel's vxlan or DirectRouting, Calico's CrossSubnet), or teach the routers the pods' networks.");
            finding.confirm = "ip route get " + route.via->text();
            finding.subject = {{node.name, about.nodes()[owner->node].name}, {}, device->name, route.via->text()};
            finding.proof.add(route.evidence);
            for (const InterfaceAddress &address : device->addresses)
                if (address.address.isV6() == route.via->isV6() && !address.address.isLinkLocal())
                    finding.proof.add(address.evidence);
            findings.push_back(std::move(finding));
        }
    }
    return findings;
}

} // namespace

constinit const Fault faults::nextHopNotOnLink{
    .id = "next-hop-not-on-link",
    .implies = {"arp-unanswered", "asymmetric-path", "tcp-retransmissions"},
    .find = findHopsOffLink,
};

} // namespace vethscope::diagnose
