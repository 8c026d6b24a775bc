#include "core/path/whose.h"

#include <algorithm>

namespace vethscope::path {

// Pods have the networks of bridges that lead to pods, of tunnel devices and what is routed through them, and Calico's blocks.
Whose::Whose(const Places &places) : m_places(places)
{
    for (const Place &node : places.nodes()) {
        const auto isPods = [&](const std::string &device) {
            const NetworkInterface *const interface = node.net->interface(device);
            const auto leads = [&](const ClusterPod &pod) { return pod.node == node.node && !pod.bridge.empty() && pod.bridge == device; };
            return interface && (isTunnel(interface->kind) || std::ranges::any_of(places.cluster().pods, leads));
        };
        for (const NetworkInterface &device : node.net->interfaces)
            if (isPods(device.name))
                for (const InterfaceAddress &address : device.addresses)
                    if (!address.address.isLinkLocal())
                        m_prefixes.add(address, address.evidence);
        for (const Route &route : node.net->routes)
            if (route.to.length > 0 && (isPods(route.interface) || route.protocol == "bird" || route.type == "blackhole"))
                m_prefixes.add(route.to, route.evidence);
        for (const char *name : {"FLANNEL_NETWORK", "FLANNEL_IPV6_NETWORK"})
            if (const auto network = node.net->setting(name))
                if (const auto prefix = IpPrefix::parse(*network))
                    m_prefixes.add(*prefix, network.evidence());
    }
}

bool Whose::isOfCluster(const IpAddress &address) const
{
    const auto owners = m_places.owners().of(address);
    const auto isPods = [](const Owner &owner) { return owner.kind == Owner::Kind::Pod || owner.kind == Owner::Kind::Service; };
    return std::ranges::any_of(owners, isPods) || m_prefixes.longest(address);
}

Traced<IpAddress> Whose::address(const IpAddress &address) const
{
    Traced<IpAddress> traced{address, {}, {}, {}};
    const auto owners = m_places.owners().of(address);
    if (owners.empty()) {
        if (!isOfCluster(address))
            traced.origin = {Origin::Kind::External, {}, {}, {}, address};
        return traced;
    }
    const Owner &owner = owners.front();
    if (owner.evidence.source)
        traced.evidence = {owner.evidence};
    if (owner.kind == Owner::Kind::Service)
        traced.origin = {Origin::Kind::ServiceIp, {}, {}, {}, address};
    else if (owner.kind == Owner::Kind::Router)
        traced.origin = {Origin::Kind::InterfaceIp, {}, {}, {}, address};
    else if (const Place *const place = m_places.of(owner)) {
        const std::string device = owner.interface && place->net ? place->net->interfaces.at(*owner.interface).name : std::string();
        return addressOn(*place, device, address, std::move(traced.evidence));
    }
    return traced;
}

Traced<IpAddress> Whose::addressOn(const Place &place, const std::string &device, const IpAddress &address, EvidenceList evidence) const
{
    const ClusterPod *const pod = m_places.podOf(place);
    const std::string inside = device.empty() && pod ? (pod->interface.empty() ? "eth0" : pod->interface) : device;
    return {address, {place.isPod() ? Origin::Kind::PodIp : Origin::Kind::InterfaceIp, place.node, inside, place.pod, address}, std::move(evidence), {}};
}

Traced<std::optional<MacAddress>> Whose::macOf(const Place &place, const std::string &device) const
{
    Traced<std::optional<MacAddress>> traced;
    const NetworkInterface *const interface = place.net->interface(device);
    std::optional<IpAddress> ip;
    if (place.isPod())
        if (const ClusterPod *const pod = m_places.podOf(place); pod && !pod->addresses.empty())
            ip = pod->addresses.front();
    if (interface && interface->mac) {
        traced.value = *interface->mac;
        if (interface->mac.evidence().source)
            traced.evidence = {interface->mac.evidence()};
        traced.origin = {place.isPod() ? Origin::Kind::PodMac : Origin::Kind::InterfaceMac, place.node, device, place.pod, ip};
    } else {
        traced.ask = "ip link";
    }
    return traced;
}

} // namespace vethscope::path
