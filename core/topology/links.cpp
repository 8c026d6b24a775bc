#include "core/topology/links.h"

#include <set>

namespace vethscope {

AddressBook::AddressBook(const Cluster &cluster)
{
    std::set<IpAddress> shared;
    std::set<MacAddress> sharedMacs;
    for (std::size_t n = 0; n < cluster.nodes.size(); ++n) {
        const auto &interfaces = cluster.nodes[n].net.interfaces;
        for (std::size_t i = 0; i < interfaces.size(); ++i) {
            if (interfaces[i].kind == LinkKind::Loopback)
                continue;
            for (const IpPrefix &prefix : interfaces[i].addresses) {
                if (prefix.address.isLinkLocal() || prefix.address.isLoopback())
                    continue;
                const auto [entry, isNew] = m_byIp.try_emplace(prefix.address, AddressOwner{n, i});
                if (!isNew && entry->second.node != n)
                    shared.insert(prefix.address);
            }
            if (!interfaces[i].mac || interfaces[i].mac->isZero())
                continue;
            const auto [entry, isNew] = m_byMac.try_emplace(*interfaces[i].mac, n);
            if (!isNew && entry->second != n)
                sharedMacs.insert(*interfaces[i].mac);
        }
    }
    for (std::size_t n = 0; n < cluster.nodes.size(); ++n)
        for (const IpAddress &address : cluster.nodes[n].addresses) { // of a ghost often all that is known
            const auto [entry, isNew] = m_byIp.try_emplace(address, AddressOwner{n, nobody});
            if (!isNew && entry->second.node != n)
                shared.insert(address);
        }
    for (const IpAddress &address : shared)
        m_byIp.erase(address);
    for (const MacAddress &address : sharedMacs)
        m_byMac.erase(address);
}

std::optional<AddressOwner> AddressBook::owner(const IpAddress &address) const
{
    const auto found = m_byIp.find(address);
    return found == m_byIp.end() ? std::nullopt : std::optional(found->second);
}

std::optional<std::size_t> AddressBook::owner(const MacAddress &address) const
{
    const auto found = m_byMac.find(address);
    return found == m_byMac.end() ? std::nullopt : std::optional(found->second);
}

TopologyLinks linksOf(const Cluster &cluster)
{
    const AddressBook book(cluster);
    return {tunnelLinks(cluster, book), nextHopLinks(cluster, book), bgpLinks(cluster, book)};
}

} // namespace vethscope
