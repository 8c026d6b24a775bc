#include "core/cluster/joining.h"
#include "core/cluster/podnetworks.h"
#include "core/cluster/told.h"

#include <algorithm>
#include <set>

namespace vethscope {
namespace {

// Where an address or a MAC is, by a node's own tables.
struct Place {
    std::size_t machine = 0;
    std::string veth;
    Known<IpAddress> address;
    Known<MacAddress> mac;
    EvidenceList evidence;
};

// A pod's address by one node's tables: host route, or neighbour entry and forwarding entry.
class Places
{
public:
    void add(const ClusterNode &node, const Machine &machine, std::size_t number)
    {
        std::map<std::pair<std::string, MacAddress>, const ForwardingEntry *> learnt; // by bridge and MAC
        for (const ForwardingEntry &entry : node.net.forwarding)
            if (isLearnt(entry, machine))
                learnt.try_emplace({entry.master, entry.mac}, &entry);
        std::map<IpAddress, std::size_t> found;
        for (const Route &route : node.net.routes)
            if (isHostRoute(route, machine))
                note(found, {number, route.interface, {route.to.address, route.evidence}, {}, {route.evidence}});
        std::set<std::pair<std::string, MacAddress>> resolved;
        for (const Neighbour &neighbour : node.net.neighbours) {
            if (!neighbour.ip || !neighbour.mac)
                continue;
            if (isVeth(machine, neighbour.interface)) {
                note(found, {number, neighbour.interface, {*neighbour.ip, neighbour.evidence}, {*neighbour.mac, neighbour.evidence}, {neighbour.evidence}});
            } else if (const auto port = learnt.find({neighbour.interface, *neighbour.mac}); port != learnt.end()) {
                note(found, {number, port->second->interface, {*neighbour.ip, neighbour.evidence}, {*neighbour.mac, neighbour.evidence}, {neighbour.evidence, port->second->evidence}});
                if (!neighbour.ip->isLinkLocal()) // which tells no address of the pod, so that the forwarding entry has to tell its MAC
                    resolved.insert(port->first);
            }
        }
        for (const auto &[key, entry] : learnt)
            if (!resolved.contains(key))
                m_places.push_back({number, entry->interface, {}, {entry->mac, entry->evidence}, {entry->evidence}});
    }

    const std::vector<Place> &all() const { return m_places; }

private:
    static bool isVeth(const Machine &machine, const std::string &name)
    {
        const JoinedInterface *joined = machine.interface(name);
        return joined && joined->interface.kind == LinkKind::Veth;
    }

    static bool isLearnt(const ForwardingEntry &entry, const Machine &machine)
    {
        return !entry.permanent && !entry.mac.isGroup() && !entry.master.empty() && entry.interface != entry.master
            && isPodBridge(entry.master) && isVeth(machine, entry.interface);
    }

    static bool isHostRoute(const Route &route, const Machine &machine)
    {
        return route.to.isHost() && !route.hasNextHop() && route.type == "unicast" && isVeth(machine, route.interface)
            && !route.to.address.isLinkLocal();
    }

    // Route and neighbour entry of one address are one place.
    void note(std::map<IpAddress, std::size_t> &found, Place place)
    {
        if (place.address->isLinkLocal() || place.address->isMulticast())
            return;
        const auto [known, isNew] = found.try_emplace(*place.address, m_places.size());
        if (isNew) {
            m_places.push_back(std::move(place));
            return;
        }
        Place &before = m_places[known->second];
        if (before.veth != place.veth)
            return;
        if (!before.mac)
            before.mac = place.mac;
        addEvidence(before.evidence, place.evidence);
    }

    std::vector<Place> m_places;
};

class TablePairs
{
public:
    explicit TablePairs(Joining &joining) : m_joining(joining)
    {
        for (std::size_t i = 0; i < joining.cluster.pods.size(); ++i) {
            const ClusterPod &pod = joining.cluster.pods[i];
            if (pod.hostNetwork || joining.podParts[i].ended || joining.podParts[i].absorbed)
                continue;
            for (const IpAddress &address : pod.addresses)
                m_byAddress.try_emplace(address, i);
            if (pod.mac && !pod.node.empty())
                m_byMac.try_emplace({*joining.machine(pod.node), *pod.mac}, i);
        }
    }

    void pair(const Place &place)
    {
        JoinedInterface *veth = m_joining.machines[place.machine].interface(place.veth);
        auto pod = podAt(place);
        if (!pod)
            pod = veth->peerPod;
        if (!pod)
            pod = addUnnamed(place);
        pairVeth(m_joining, place.machine, *veth, *pod, nullptr, place.evidence);
        if (veth->peerPod == *pod)
            tell(m_joining.cluster.pods[*pod], place);
    }

private:
    std::optional<std::size_t> podAt(const Place &place) const
    {
        const std::string &node = m_joining.cluster.nodes[place.machine].name;
        if (place.address)
            if (const auto found = m_byAddress.find(*place.address); found != m_byAddress.end()) {
                const ClusterPod &pod = m_joining.cluster.pods[found->second];
                if (pod.node.empty() || pod.node == node)
                    return found->second;
            }
        if (place.mac)
            if (const auto found = m_byMac.find({place.machine, *place.mac}); found != m_byMac.end())
                return found->second;
        return std::nullopt;
    }

    std::size_t addUnnamed(const Place &place)
    {
        const std::size_t pod = m_joining.addPod({}, {});
        m_joining.cluster.pods[pod].node = m_joining.cluster.nodes[place.machine].name;
        return pod;
    }

    // What the tables tell of a pod counts where nothing nearer to it says anything.
    static void tell(ClusterPod &pod, const Place &place)
    {
        if (place.mac && !pod.mac)
            pod.mac = place.mac;
        const auto sameFamily = [&](const IpAddress &known) { return known.isV6() == place.address->isV6(); };
        if (place.address && std::ranges::none_of(pod.addresses, sameFamily))
            pod.addresses.push_back({*place.address, place.address.evidence()});
    }

    Joining &m_joining;
    std::map<IpAddress, std::size_t> m_byAddress;
    std::map<std::pair<std::size_t, MacAddress>, std::size_t> m_byMac;
};

} // namespace

void pairByTables(Joining &joining)
{
    Places places;
    for (std::size_t i = 0; i < joining.machines.size(); ++i)
        places.add(joining.cluster.nodes[i], joining.machines[i], i);
    TablePairs pairs(joining);
    for (const Place &place : places.all())
        pairs.pair(place);
}

} // namespace vethscope
