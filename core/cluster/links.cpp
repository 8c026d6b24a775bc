#include "core/cluster/links.h"

namespace vethscope {

std::optional<AddressOwner> AddressBook::onlyNode(std::span<const Owner> owners) const
{
    std::optional<AddressOwner> only;
    for (const Owner &owner : owners) {
        if (owner.kind != Owner::Kind::Node)
            continue;
        if (owner.interface && m_cluster.nodes[owner.place].net.interfaces[*owner.interface].kind == LinkKind::Loopback)
            continue;
        if (only && only->node != owner.place)
            return std::nullopt;
        if (!only)
            only = AddressOwner{owner.place, owner.interface.value_or(nobody)};
    }
    return only;
}

std::optional<AddressOwner> AddressBook::owner(const IpAddress &address) const
{
    if (address.isLinkLocal() || address.isLoopback())
        return std::nullopt;
    return onlyNode(m_owners.of(address));
}

std::optional<std::size_t> AddressBook::owner(const MacAddress &address) const
{
    const auto only = address.isZero() ? std::nullopt : onlyNode(m_owners.of(address));
    return only ? std::optional(only->node) : std::nullopt;
}

ClusterLinks linksOf(const Cluster &cluster)
{
    const AddressBook book(cluster);
    return {tunnelLinks(cluster, book), nextHopLinks(cluster, book), bgpLinks(cluster, book)};
}

} // namespace vethscope
