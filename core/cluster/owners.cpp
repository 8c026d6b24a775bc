#include "core/cluster/owners.h"

#include <algorithm>

namespace vethscope {
namespace {

template <typename Address>
std::span<const Owner> ownersIn(const std::map<Address, std::vector<Owner>> &all, const Address &address)
{
    const auto found = all.find(address);
    return found == all.end() ? std::span<const Owner>() : std::span<const Owner>(found->second);
}

} // namespace

Owners::Owners(const Cluster &cluster)
{
    for (std::size_t i = 0; i < cluster.nodes.size(); ++i) {
        const ClusterNode &node = cluster.nodes[i];
        addNamespace({Owner::Kind::Node, i}, node.net);
        for (const Said<IpAddress> &address : node.addresses)
            add<IpAddress>(m_addresses, address, {Owner::Kind::Node, i, {}, address.evidence});
    }
    for (std::size_t i = 0; i < cluster.pods.size(); ++i) {
        const ClusterPod &pod = cluster.pods[i];
        if (pod.hostNetwork)
            continue;
        addNamespace({Owner::Kind::Pod, i}, pod.net);
        for (const Said<IpAddress> &address : pod.addresses)
            add<IpAddress>(m_addresses, address, {Owner::Kind::Pod, i, {}, address.evidence});
        if (pod.mac)
            add(m_macs, *pod.mac, {Owner::Kind::Pod, i, {}, pod.mac.evidence()});
    }
    for (std::size_t i = 0; i < cluster.services.size(); ++i)
        for (const IpAddress &address : cluster.services[i].addresses)
            add(m_addresses, address, {Owner::Kind::Service, i, {}, cluster.services[i].evidence});
    for (std::size_t i = 0; i < cluster.routers.size(); ++i) {
        for (const Said<IpAddress> &address : cluster.routers[i].addresses)
            add<IpAddress>(m_addresses, address, {Owner::Kind::Router, i, {}, address.evidence});
        for (const Said<MacAddress> &mac : cluster.routers[i].macs)
            add<MacAddress>(m_macs, mac, {Owner::Kind::Router, i, {}, mac.evidence});
    }
}

void Owners::addNamespace(Owner owner, const NetworkNamespace &net)
{
    for (std::size_t i = 0; i < net.interfaces.size(); ++i) {
        owner.interface = i;
        for (const InterfaceAddress &address : net.interfaces[i].addresses) {
            owner.evidence = address.evidence;
            add(m_addresses, address.address, owner);
        }
        if (const Known<MacAddress> &mac = net.interfaces[i].mac) {
            owner.evidence = mac.evidence();
            add(m_macs, *mac, owner);
        }
    }
}

// One that is known to have it on a device has it no second time without.
template <typename Address>
void Owners::add(std::map<Address, std::vector<Owner>> &all, const Address &address, const Owner &owner)
{
    std::vector<Owner> &owners = all[address];
    const auto isSame = [&](const Owner &known) { return known.kind == owner.kind && known.place == owner.place && (!owner.interface || known.interface == owner.interface); };
    if (std::ranges::none_of(owners, isSame))
        owners.push_back(owner);
}

std::span<const Owner> Owners::of(const IpAddress &address) const
{
    return ownersIn(m_addresses, address);
}

std::span<const Owner> Owners::of(const MacAddress &address) const
{
    return ownersIn(m_macs, address);
}

} // namespace vethscope
