#include "core/topology/house.h"

#include <algorithm>
#include <set>
#include <unordered_map>

namespace vethscope {
namespace {

bool hasAddress(const NetworkInterface &interface)
{
    return std::ranges::any_of(interface.addresses, [](const IpPrefix &prefix) { return !prefix.address.isLinkLocal(); });
}

bool owns(const ClusterNode &node, const IpAddress &address)
{
    return std::ranges::any_of(node.net.interfaces, [&](const NetworkInterface &interface) {
        return std::ranges::any_of(interface.addresses, [&](const IpPrefix &prefix) { return prefix.address == address; });
    });
}

/// Sorts a node's interfaces and pods into the storeys of its house.
class Furnishing
{
public:
    Furnishing(const Cluster &cluster, std::size_t node, const std::vector<std::size_t> &pods)
        : m_cluster(cluster), m_node(cluster.nodes[node]), m_pods(pods)
    {
        m_house.node = node;
        for (const std::size_t pod : pods) {
            if (!cluster.pods[pod].hostInterface.empty())
                m_podByVeth.emplace(cluster.pods[pod].hostInterface, pod);
            m_podByName.emplace(cluster.pods[pod].fullName(), pod);
        }
    }

    House furnished()
    {
        for (std::size_t i = 0; i < m_node.net.interfaces.size(); ++i)
            place(i);
        for (const std::size_t pod : m_pods)
            if (!m_placedPods.contains(pod))
                placePod(pod);
        for (std::size_t i = 0; i < m_node.net.interfaces.size(); ++i)
            if (m_node.net.interfaces[i].kind == LinkKind::Bridge && !hub(Hub::Kind::Bridge, i) && !carriesUplink(i))
                m_house.idle.push_back(i);
        std::ranges::stable_sort(m_house.hubs, {}, &Hub::kind);
        for (const std::size_t tunnel : m_tunnels)
            placeTunnel(tunnel);
        for (std::size_t r = 0; r < m_node.net.routes.size(); ++r)
            placeRoute(r);
        giveBareUplinkAWay();
        return std::move(m_house);
    }

private:
    bool isBridge(std::string_view name) const
    {
        const std::size_t found = name.empty() ? nobody : place(name);
        return found != nobody && m_node.net.interfaces[found].kind == LinkKind::Bridge;
    }

    std::size_t place(std::string_view name) const
    {
        const auto found = std::ranges::find(m_node.net.interfaces, name, &NetworkInterface::name);
        return found == m_node.net.interfaces.end() ? nobody : static_cast<std::size_t>(found - m_node.net.interfaces.begin());
    }

    Hub *hub(Hub::Kind kind, std::size_t interface)
    {
        const auto found = std::ranges::find_if(m_house.hubs, [&](const Hub &one) { return one.kind == kind && one.interface == interface; });
        return found == m_house.hubs.end() ? nullptr : &*found;
    }

    Hub &hubFor(Hub::Kind kind, std::size_t interface = nobody)
    {
        if (Hub *found = hub(kind, interface))
            return *found;
        m_house.hubs.push_back({kind, interface, {}});
        return m_house.hubs.back();
    }

    bool carriesUplink(std::size_t bridge) const
    {
        return std::ranges::any_of(m_house.uplinks, [&](const Uplink &uplink) {
            return m_node.net.interfaces[uplink.interface].master == m_node.net.interfaces[bridge].name;
        });
    }

    // Calico's veths stand alone, and the kernel has a route for each; another's bridge may just not have been shown.
    bool isRouted(const NetworkInterface &veth) const
    {
        if (isCalico(m_node.network))
            return true;
        return std::ranges::any_of(m_node.net.routes, [&](const Route &route) { return route.interface == veth.name; });
    }

    void place(std::size_t i)
    {
        const NetworkInterface &interface = m_node.net.interfaces[i];
        switch (interface.kind) {
        case LinkKind::Loopback:
        case LinkKind::Bridge: // once it is known what hangs on it
            return;
        case LinkKind::Veth:
            return placeVeth(i);
        case LinkKind::Dummy:
            m_house.idle.push_back(i);
            return;
        default:
            break;
        }
        if (isTunnel(interface.kind)) {
            m_house.hasTunnel = true;
            // tunl0 comes with its module, whether anybody uses it or not.
            if (interface.state == LinkState::Down && !hasAddress(interface))
                m_house.idle.push_back(i);
            else
                m_tunnels.push_back(i);
            return;
        }
        const bool isPort = isBridge(interface.master.value_or(""));
        if (interface.kind == LinkKind::Tap && isPort)
            return placeVeth(i);
        if (hasAddress(interface) || (isPort && interface.kind == LinkKind::Physical) || (m_node.ghost && interface.kind != LinkKind::Tap))
            m_house.uplinks.push_back({i, {}, {}});
        else
            m_house.idle.push_back(i);
    }

    void placeVeth(std::size_t i)
    {
        const NetworkInterface &veth = m_node.net.interfaces[i];
        PodAndVeth entry{nobody, i};
        if (const auto found = m_podByVeth.find(veth.name); found != m_podByVeth.end())
            entry.pod = found->second;
        else if (veth.peer && m_podByName.contains(veth.peer->pod))
            entry.pod = m_podByName.at(veth.peer->pod);
        if (entry.pod != nobody)
            m_placedPods.insert(entry.pod);
        std::string bridge = veth.master.value_or("");
        if (bridge.empty() && entry.pod != nobody)
            bridge = m_cluster.pods[entry.pod].bridge;
        if (isBridge(bridge))
            hubFor(Hub::Kind::Bridge, place(bridge)).pods.push_back(entry);
        else
            hubFor(isRouted(veth) ? Hub::Kind::Routing : Hub::Kind::Unseen).pods.push_back(entry);
    }

    void placePod(std::size_t index)
    {
        const ClusterPod &pod = m_cluster.pods[index];
        if (pod.hostNetwork || (!pod.addresses.empty() && std::ranges::all_of(pod.addresses, [&](const IpAddress &address) { return owns(m_node, address); }))) {
            m_house.hostPods.push_back(index);
            return;
        }
        std::size_t bridge = isBridge(pod.bridge) ? place(pod.bridge) : nobody;
        for (std::size_t i = 0; bridge == nobody && i < m_node.net.interfaces.size(); ++i)
            if (m_node.net.interfaces[i].kind == LinkKind::Bridge
                && std::ranges::any_of(m_node.net.interfaces[i].addresses, [&](const IpPrefix &prefix) {
                       return std::ranges::any_of(pod.addresses, [&](const IpAddress &address) { return prefix.contains(address); });
                   }))
                bridge = i;
        if (bridge != nobody)
            hubFor(Hub::Kind::Bridge, bridge).pods.push_back({index, nobody});
        else
            hubFor(isCalico(m_node.network) ? Hub::Kind::Routing : Hub::Kind::Unseen).pods.push_back({index, nobody});
    }

    Uplink *uplinkOf(std::size_t tunnel)
    {
        const std::optional<Tunnel> &settings = m_node.net.interfaces[tunnel].tunnel;
        const auto pick = [&](auto matches) -> Uplink * {
            const auto found = std::ranges::find_if(m_house.uplinks, matches);
            return found == m_house.uplinks.end() ? nullptr : &*found;
        };
        if (settings && settings->device)
            if (Uplink *named = pick([&](const Uplink &one) { return settings->device == m_node.net.interfaces[one.interface].name; }))
                return named;
        if (settings && settings->local)
            if (Uplink *local = pick([&](const Uplink &one) {
                    return std::ranges::any_of(m_node.net.interfaces[one.interface].addresses,
                                               [&](const IpPrefix &prefix) { return prefix.address == *settings->local; });
                }))
                return local;
        for (const Route &route : m_node.net.routes)
            if (route.to.length == 0)
                if (Uplink *outward = pick([&](const Uplink &one) { return m_node.net.interfaces[one.interface].name == route.interface; }))
                    return outward;
        return m_house.uplinks.empty() ? nullptr : &m_house.uplinks.front();
    }

    void placeTunnel(std::size_t tunnel)
    {
        if (Uplink *uplink = uplinkOf(tunnel))
            uplink->ways.push_back({tunnel, {}});
        else
            m_house.looseTunnels.push_back(tunnel);
    }

    // What IPv6 has on every device: the link-local network, and the device's own address.
    static bool leadsNowhere(const Route &route, const NetworkInterface &device)
    {
        const auto isIt = [&](const InterfaceAddress &own) { return own.address == route.to.address; };
        return route.to.address.isLinkLocal() || (route.to.length == route.to.address.width() && std::ranges::any_of(device.addresses, isIt));
    }

    void placeRoute(std::size_t index)
    {
        const Route &route = m_node.net.routes[index];
        if (route.type != "unicast" || (!route.table.empty() && route.table != "main"))
            return;
        for (Uplink &uplink : m_house.uplinks) {
            const bool isHere = m_node.net.interfaces[uplink.interface].name == route.interface;
            if (isHere && route.to.length == 0)
                uplink.defaultRoutes.push_back(index);
            else if (isHere && route.via)
                direct(uplink).routes.push_back(index);
            for (Way &way : uplink.ways)
                if (way.tunnel != nobody && m_node.net.interfaces[way.tunnel].name == route.interface && !leadsNowhere(route, m_node.net.interfaces[way.tunnel]))
                    way.routes.push_back(index);
        }
    }

    static Way &direct(Uplink &uplink)
    {
        const auto found = std::ranges::find(uplink.ways, nobody, &Way::tunnel);
        if (found != uplink.ways.end())
            return *found;
        uplink.ways.push_back({});
        return uplink.ways.back();
    }

    // The uplink with the default route carries the pods' traffic even where no route names their networks.
    void giveBareUplinkAWay()
    {
        if (m_house.hubs.empty() || m_house.uplinks.empty())
            return;
        if (std::ranges::any_of(m_house.uplinks, [](const Uplink &one) { return !one.ways.empty(); }))
            return;
        const auto outward = std::ranges::find_if(m_house.uplinks, [](const Uplink &one) { return !one.defaultRoutes.empty(); });
        direct(outward == m_house.uplinks.end() ? m_house.uplinks.front() : *outward);
    }

    const Cluster &m_cluster;
    const ClusterNode &m_node;
    const std::vector<std::size_t> &m_pods;
    std::unordered_map<std::string, std::size_t> m_podByVeth, m_podByName;
    std::set<std::size_t> m_placedPods;
    std::vector<std::size_t> m_tunnels;
    House m_house;
};

} // namespace

std::size_t House::podCount() const
{
    std::size_t count = 0;
    for (const Hub &hub : hubs)
        count += hub.pods.size();
    return count;
}

std::vector<House> housesOf(const Cluster &cluster)
{
    std::unordered_map<std::string_view, std::vector<std::size_t>> podsByNode;
    for (std::size_t pod = 0; pod < cluster.pods.size(); ++pod)
        podsByNode[cluster.pods[pod].node].push_back(pod);
    std::vector<House> houses;
    for (std::size_t node = 0; node < cluster.nodes.size(); ++node)
        houses.push_back(Furnishing(cluster, node, podsByNode[cluster.nodes[node].name]).furnished());
    return houses;
}

} // namespace vethscope
