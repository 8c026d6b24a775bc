#include "core/cluster/joining.h"
#include "core/cluster/told.h"

#include <algorithm>
#include <set>

namespace vethscope {
namespace {

class Underlay
{
public:
    explicit Underlay(Joining &joining) : m_joining(joining) { }

    void addSubnetsOf(std::size_t place)
    {
        const ClusterNode &node = m_joining.cluster.nodes[place];
        const std::set<IpAddress> own(node.addresses.begin(), node.addresses.end());
        for (const JoinedInterface &joined : m_joining.machines[place].interfaces)
            for (const IpPrefix &prefix : joined.interface.addresses)
                if (own.contains(prefix.address) && !prefix.isHost()) {
                    subnet(prefix.network()).members.push_back({node.name, joined.interface.name});
                    m_devices.insert({place, joined.interface.name});
                }
    }

    // Of a ghost only the address is known: it stands in the subnet around it, if one is known.
    void addGhost(std::size_t place)
    {
        const ClusterNode &node = m_joining.cluster.nodes[place];
        for (const IpAddress &address : node.addresses)
            if (UnderlaySubnet *around = subnetAround(address))
                around->members.push_back({node.name, {}});
    }

    void addRoutersOf(std::size_t place)
    {
        const ClusterNode &node = m_joining.cluster.nodes[place];
        for (const Route &route : node.net.routes) {
            if (!route.via || !m_devices.contains({place, route.interface}) || m_joining.ownerOf(*route.via))
                continue;
            const Neighbour *neighbour = neighbourOf(node, *route.via, route.interface);
            EvidenceList lines{route.evidence};
            if (neighbour)
                addEvidence(lines, neighbour->evidence);
            addRouter({*route.via, route.evidence}, macOf(neighbour), lines);
        }
        // A gateway that only `arp` named: no route shows its address.
        for (const Neighbour &neighbour : node.net.neighbours)
            if (!neighbour.ip && neighbour.mac && neighbour.name.ends_with("gateway") && m_devices.contains({place, neighbour.interface}))
                addRouter({}, macOf(&neighbour), {neighbour.evidence});
    }

    void placeRouters()
    {
        for (std::size_t i = 0; i < m_joining.cluster.routers.size(); ++i)
            for (const IpAddress &address : m_joining.cluster.routers[i].addresses)
                if (UnderlaySubnet *around = subnetAround(address); around && std::ranges::find(around->routers, i) == around->routers.end())
                    around->routers.push_back(i);
    }

private:
    UnderlaySubnet &subnet(const IpPrefix &network)
    {
        const auto [place, isNew] = m_subnets.try_emplace(network, m_joining.cluster.subnets.size());
        if (isNew)
            m_joining.cluster.subnets.push_back({network, {}, {}});
        return m_joining.cluster.subnets[place->second];
    }

    UnderlaySubnet *subnetAround(const IpAddress &address)
    {
        UnderlaySubnet *smallest = nullptr;
        for (UnderlaySubnet &subnet : m_joining.cluster.subnets)
            if (subnet.network.contains(address) && (!smallest || subnet.network.length > smallest->network.length))
                smallest = &subnet;
        return smallest;
    }

    static const Neighbour *neighbourOf(const ClusterNode &node, const IpAddress &ip, const std::string &interface)
    {
        for (const Neighbour &neighbour : node.net.neighbours)
            if (neighbour.ip == ip && neighbour.interface == interface)
                return &neighbour;
        return nullptr;
    }

    static Known<MacAddress> macOf(const Neighbour *neighbour)
    {
        return neighbour && neighbour->mac ? Known<MacAddress>(*neighbour->mac, neighbour->evidence) : Known<MacAddress>();
    }

    // One address, or one MAC, is one router; that two sides belong to one machine nobody on the nodes can tell.
    void addRouter(const Known<IpAddress> &address, const Known<MacAddress> &mac, const EvidenceList &lines)
    {
        const auto same = [&](const UnderlayRouter &known) {
            return (address && std::ranges::find(known.addresses, *address) != known.addresses.end())
                || (mac && std::ranges::find(known.macs, *mac) != known.macs.end());
        };
        auto &routers = m_joining.cluster.routers;
        auto place = std::ranges::find_if(routers, same);
        if (place == routers.end())
            place = routers.emplace(routers.end());
        if (address && std::ranges::find(place->addresses, *address) == place->addresses.end())
            place->addresses.push_back({*address, address.evidence()});
        if (mac && std::ranges::find(place->macs, *mac) == place->macs.end())
            place->macs.push_back({*mac, mac.evidence()});
        addEvidence(place->evidence, lines);
    }

    Joining &m_joining;
    std::map<IpPrefix, std::size_t> m_subnets;
    std::set<std::pair<std::size_t, std::string>> m_devices; // interfaces in the underlay, by node
};

} // namespace

void joinUnderlay(Joining &joining)
{
    Underlay underlay(joining);
    for (std::size_t i = 0; i < joining.machines.size(); ++i)
        if (!joining.cluster.nodes[i].ghost)
            underlay.addSubnetsOf(i);
    for (std::size_t i = 0; i < joining.machines.size(); ++i)
        if (joining.cluster.nodes[i].ghost)
            underlay.addGhost(i);
    for (std::size_t i = 0; i < joining.machines.size(); ++i)
        underlay.addRoutersOf(i);
    underlay.placeRouters();
}

} // namespace vethscope
