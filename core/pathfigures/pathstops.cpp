#include "core/pathfigures/pathstops.h"

#include <algorithm>

namespace vethscope {
namespace {

using Kind = Subject::Kind;

// A hop's place in the cluster; nobody where it has none.
struct HopPlace {
    std::size_t node = nobody;
    std::size_t interface = nobody; // of the node
    std::size_t pod = nobody;       // whose own device it is, or whose veth
};

class Finder
{
public:
    Finder(const Cluster &cluster, const ClusterLinks &links) : m_cluster(cluster), m_links(links) { }

    std::vector<PathStop> find(const path::Path &path) const
    {
        std::vector<PathStop> stops;
        for (std::size_t i = 0; i < path.hops.size(); ++i) {
            PathStop &stop = stops.emplace_back();
            stop.at = standingFor(path.hops[i]);
            if (i == 0)
                continue;
            const HopPlace from = placeOf(path.hops[i - 1]), to = placeOf(path.hops[i]);
            stop.through = between(path.hops[i - 1], from, path.hops[i], to);
            stop.along = lines(from, to, path.hops, i);
        }
        return stops;
    }

private:
    static Subject subject(Kind kind, std::size_t node, std::size_t item)
    {
        return {kind, static_cast<std::uint32_t>(node), static_cast<std::uint32_t>(item)};
    }

    std::size_t nodeCalled(const std::string &name) const
    {
        const auto node = std::ranges::find(m_cluster.nodes, name, &ClusterNode::name);
        return node == m_cluster.nodes.end() ? nobody : static_cast<std::size_t>(node - m_cluster.nodes.begin());
    }

    HopPlace placeOf(const path::Hop &hop) const
    {
        HopPlace place{nodeCalled(hop.node), nobody, nobody};
        const auto podIf = [&](auto isIt) {
            const auto pod = std::ranges::find_if(m_cluster.pods, isIt);
            return pod == m_cluster.pods.end() ? nobody : static_cast<std::size_t>(pod - m_cluster.pods.begin());
        };
        if (!hop.pod.empty()) {
            place.pod = podIf([&](const ClusterPod &pod) { return pod.fullName() == hop.pod; });
            return place;
        }
        if (place.node == nobody || hop.interface.empty())
            return place;
        const auto &interfaces = m_cluster.nodes[place.node].net.interfaces;
        const auto device = std::ranges::find(interfaces, hop.interface, &NetworkInterface::name);
        if (device != interfaces.end())
            place.interface = static_cast<std::size_t>(device - interfaces.begin());
        place.pod = podIf([&](const ClusterPod &pod) { return pod.node == hop.node && pod.hostInterface == hop.interface; });
        return place;
    }

    std::vector<Subject> standingFor(const path::Hop &hop) const
    {
        const HopPlace place = placeOf(hop);
        std::vector<Subject> at;
        if (hop.where == path::SeenOn::Router) {
            if (const std::size_t router = routerOf(hop); router != nobody)
                at.push_back(subject(Kind::Router, 0, router));
            return at;
        }
        if (place.interface != nobody)
            at.push_back(subject(Kind::Interface, place.node, place.interface));
        if (place.pod != nobody)
            at.push_back(subject(Kind::Pod, place.node == nobody ? nobody32 : place.node, place.pod));
        if (place.node != nobody && place.pod != nobody)
            at.push_back(subject(Kind::MorePods, place.node, 0));
        if (place.node != nobody)
            at.push_back(subject(Kind::Node, place.node, 0));
        return at;
    }

    template <typename Address>
    std::size_t routerWith(std::vector<Said<Address>> UnderlayRouter::*member, const Address &address) const
    {
        for (std::size_t r = 0; r < m_cluster.routers.size(); ++r)
            for (const auto &one : m_cluster.routers[r].*member)
                if (one == address)
                    return r;
        return nobody;
    }

    // To which the packet was sent: the step over the wire has its address.
    std::size_t routerOf(const path::Hop &hop) const
    {
        for (const path::Step &step : hop.steps)
            if (const auto address = step.kind == path::Step::Kind::Wire ? IpAddress::parse(step.key) : std::nullopt)
                return routerWith(&UnderlayRouter::addresses, *address);
        return nobody;
    }

    // By whose MAC it comes to the far side.
    std::size_t farRouterOf(const path::Hop &hop) const
    {
        const auto mac = hop.packet && hop.packet->outer().link ? hop.packet->outer().link->source.value : std::nullopt;
        return mac ? routerWith(&UnderlayRouter::macs, *mac) : nobody;
    }

    std::size_t subnetOf(const path::Hop &hop) const
    {
        for (std::size_t s = 0; s < m_cluster.subnets.size(); ++s)
            for (const UnderlaySubnet::Member &member : m_cluster.subnets[s].members)
                if (member.node == hop.node && member.interface == hop.interface)
                    return s;
        return nobody;
    }

    std::vector<Subject> between(const path::Hop &before, const HopPlace &from, const path::Hop &now, const HopPlace &to) const
    {
        std::vector<Subject> through;
        const auto add = [&](Kind kind, std::size_t item) {
            const Subject one = subject(kind, 0, item);
            if (item != nobody && (through.empty() || through.back() != one))
                through.push_back(one);
        };
        const bool leaves = before.where != path::SeenOn::Router && (now.where == path::SeenOn::Router || (from.node != to.node && from.interface != nobody));
        const bool arrives = now.where != path::SeenOn::Router && (before.where == path::SeenOn::Router || (from.node != to.node && to.interface != nobody));
        if (leaves)
            add(Kind::Subnet, subnetOf(before));
        if (arrives) {
            const std::size_t far = before.where == path::SeenOn::Router ? farRouterOf(now) : nobody;
            if (far != nobody && far != routerOf(before)) {
                for (const UnderlaySubnet &subnet : m_cluster.subnets) // the drawing has it between the two, as one of either
                    if (std::ranges::find(subnet.routers, far) != subnet.routers.end() || std::ranges::find(subnet.routers, routerOf(before)) != subnet.routers.end())
                        through.push_back(subject(Kind::Unseen, 0, static_cast<std::size_t>(&subnet - m_cluster.subnets.data())));
                add(Kind::Router, far);
            }
            add(Kind::Subnet, subnetOf(now));
        }
        return through;
    }

    std::vector<Subject> lines(const HopPlace &from, const HopPlace &to, const std::vector<path::Hop> &hops, std::size_t i) const
    {
        std::vector<Subject> along;
        const auto isPodSide = [](const path::Hop &hop) { return !hop.pod.empty(); };
        if (isPodSide(hops[i - 1]) != isPodSide(hops[i])) {
            const HopPlace &veth = isPodSide(hops[i]) ? from : to;
            if (veth.interface != nobody)
                along.push_back(subject(Kind::VethPair, veth.node, veth.interface));
        }
        if (from.node != nobody && from.interface != nobody && from.node != to.node)
            along.push_back(subject(Kind::Routes, from.node, from.interface)); // by which it leaves the node
        if (from.node == to.node && from.node != nobody)
            for (const HopPlace *one : {&from, &to})
                if (one->interface != nobody && isTunnel(m_cluster.nodes[one->node].net.interfaces[one->interface].kind))
                    along.push_back(subject(Kind::Routes, one->node, one->interface));
        if (hops[i - 1].tunnel() || hops[i].tunnel())
            addTunnel(along, hops);
        for (std::size_t n = 0; n < m_links.nextHops.size(); ++n)
            if (!hops[i].tunnel() && from.node != to.node && joins(m_links.nextHops[n].from, m_links.nextHops[n].to, from.node, to.node))
                along.push_back(subject(Kind::NextHop, 0, n));
        return along;
    }

    static bool joins(std::size_t a, std::size_t b, std::size_t from, std::size_t to)
    {
        return from != nobody && to != nobody && ((a == from && b == to) || (a == to && b == from));
    }

    // Between the first and the last node that have it encapsulated.
    void addTunnel(std::vector<Subject> &along, const std::vector<path::Hop> &hops) const
    {
        std::size_t first = nobody, last = nobody;
        for (const path::Hop &hop : hops) {
            const std::size_t node = hop.tunnel() ? nodeCalled(hop.node) : nobody;
            if (node == nobody)
                continue;
            if (first == nobody)
                first = node;
            last = node;
        }
        for (std::size_t t = 0; t < m_links.tunnels.size(); ++t)
            if (joins(m_links.tunnels[t].from, m_links.tunnels[t].to, first, last))
                along.push_back(subject(Kind::Tunnel, 0, t));
    }

    const Cluster &m_cluster;
    const ClusterLinks &m_links;
};

} // namespace

std::vector<PathStop> stopsOf(const Cluster &cluster, const ClusterLinks &links, const path::Path &path)
{
    return Finder(cluster, links).find(path);
}

} // namespace vethscope
