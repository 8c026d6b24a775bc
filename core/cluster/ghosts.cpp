#include "core/cluster/joining.h"
#include "core/cluster/told.h"

#include <algorithm>
#include <map>
#include <set>

namespace vethscope {
namespace {

class Ghosts
{
public:
    explicit Ghosts(Joining &joining) : m_joining(joining)
    {
        for (const AddressPoolFact &pool : joining.facts.pools)
            m_podRanges.push_back(pool.cidr);
        for (const Machine &machine : joining.machines)
            for (const HostFacts *host : machine.hosts)
                for (const SettingFact &setting : host->settings)
                    if (setting.name == "FLANNEL_NETWORK" || setting.name == "FLANNEL_IPV6_NETWORK")
                        if (const auto range = IpPrefix::parse(setting.value))
                            m_podRanges.push_back(*range);
        for (std::size_t place = 0; place < joining.machines.size(); ++place)
            for (const JoinedInterface &joined : joining.machines[place].interfaces)
                for (const InterfaceAddress &own : joined.interface.addresses)
                    m_printed[own.address].insert(place);
    }

    void addThoseOf(std::size_t place)
    {
        for (const Mention &mention : mentions(place))
            add(mention);
        for (std::size_t i = 0; i < m_joining.cluster.nodes[place].bgp.size(); ++i) {
            const BgpSession &session = m_joining.cluster.nodes[place].bgp[i];
            const std::size_t peer = add({session.peer, session.evidence});
            m_joining.cluster.nodes[place].bgp[i].peerNode = m_joining.cluster.nodes[peer].name;
        }
    }

private:
    struct Mention {
        IpAddress address;
        Evidence evidence;
    };

    std::vector<Mention> mentions(std::size_t place) const
    {
        std::vector<Mention> mentions;
        for (const ForwardingEntry &entry : m_joining.cluster.nodes[place].net.forwarding)
            if (entry.destination && !entry.destination->isAny() && !entry.destination->isMulticast())
                mentions.push_back({*entry.destination, entry.evidence});
        for (const JoinedInterface &joined : m_joining.machines[place].interfaces)
            if (const auto &tunnel = joined.interface.tunnel; tunnel && tunnel->remote && !tunnel->remote->isAny() && !tunnel->remote->isMulticast())
                mentions.push_back({*tunnel->remote, firstOf(joined.interface.evidence)});
        for (const Route *route : nextHopsThatAreNodes(place))
            mentions.push_back({*route->via, route->evidence});
        return mentions;
    }

    // The next hop of a pod network is a node: through IPIP always, on the wire where it is not the way to everywhere.
    std::vector<const Route *> nextHopsThatAreNodes(std::size_t place) const
    {
        const ClusterNode &node = m_joining.cluster.nodes[place];
        std::set<IpAddress> gateways;
        for (const Route &route : node.net.routes)
            if (route.to.length == 0 && route.via)
                gateways.insert(*route.via);
        std::vector<const Route *> found;
        for (const Route &route : node.net.routes) {
            if (!route.via || route.to.length == 0 || gateways.contains(*route.via))
                continue;
            const JoinedInterface *device = m_joining.machines[place].interface(route.interface);
            const LinkKind kind = device ? device->interface.kind : LinkKind::Unknown;
            if (kind == LinkKind::Ipip || (kind == LinkKind::Physical && isPodNetwork(route)))
                found.push_back(&route);
        }
        return found;
    }

    bool isPodNetwork(const Route &route) const
    {
        return route.protocol == "bird" || route.protocol == "12"
            || std::ranges::any_of(m_podRanges, [&](const IpPrefix &range) { return range.length <= route.to.length && range.contains(route.to.address); });
    }

    std::size_t add(const Mention &mention)
    {
        const auto &[address, evidence] = mention;
        if (const auto owner = m_joining.ownerOf(address)) {
            if (m_joining.cluster.nodes[*owner].ghost)
                addEvidence(m_joining.cluster.nodes[*owner].evidence, evidence);
            return *owner;
        }
        // Not a card's, but one machine printed it as its own: a peer may be known by the address of any device.
        if (const auto printed = m_printed.find(address); printed != m_printed.end() && printed->second.size() == 1)
            return *printed->second.begin();
        const std::size_t place = m_joining.addMachine(address.text());
        ClusterNode &ghost = m_joining.cluster.nodes[place];
        ghost.ghost = true;
        ghost.addresses = {{address, evidence}};
        ghost.evidence = {evidence};
        m_joining.addressOwners.emplace(address, place);
        return place;
    }

    Joining &m_joining;
    std::vector<IpPrefix> m_podRanges;
    std::map<IpAddress, std::set<std::size_t>> m_printed; // machines that have it on a device of theirs
};

} // namespace

void addGhosts(Joining &joining)
{
    Ghosts ghosts(joining);
    const std::size_t known = joining.machines.size();
    for (std::size_t i = 0; i < known; ++i)
        ghosts.addThoseOf(i);
}

} // namespace vethscope
