#include "core/snapshot/likeness.h"

#include <algorithm>
#include <map>
#include <set>

#include <fmt/format.h>

namespace vethscope {
namespace {

template <typename Value>
bool meet(const std::set<Value> &one, const std::set<Value> &other)
{
    return std::ranges::any_of(one, [&](const Value &value) { return other.contains(value); });
}

template <typename Value>
bool areDisjoint(const std::set<Value> &one, const std::set<Value> &other)
{
    return !one.empty() && !other.empty() && !meet(one, other);
}

// Named by lot, or after a pod: of such a name there is one in a cluster.
bool isDrawn(std::string_view device)
{
    return device.size() > 8 && (device.starts_with("veth") || device.starts_with("cali") || device.starts_with("lxc"));
}

// Everybody's docker0 has the same addresses, and its kind.
bool isEverywhere(std::string_view device)
{
    for (const std::string_view name : {"lo", "docker", "virbr", "br-", "dummy", "kube-ipvs", "nodelocaldns"})
        if (device.starts_with(name))
            return true;
    return false;
}

// Calico gives it to every device of its own.
bool isCalicos(const MacAddress &mac)
{
    return mac.text() == "ee:ee:ee:ee:ee:ee";
}

// Mesh_10_0_20_12: BIRD's session with that address.
std::optional<IpAddress> peerNamed(std::string name)
{
    const std::size_t digits = name.find_first_of("0123456789");
    if (digits == std::string::npos || digits == 0 || name[digits - 1] != '_')
        return std::nullopt;
    name = name.substr(digits);
    std::ranges::replace(name, '_', '.');
    return IpAddress::parse(name);
}

// The last three bytes of a MAC address: also those of the link-local address made from it, and of the group that asks for that one.
using Tail = std::array<std::uint8_t, 3>;

// What one output, or many, show of their machine.
struct Marks {
    std::set<std::string_view> drawn, links;              // devices; those that a list of interfaces shows
    std::map<std::string_view, std::set<Tail>> tails;     // of a device's MAC address
    std::set<std::string_view> namespaces;
    std::set<IpAddress> own, others, peers;               // addresses; peers: of the BGP sessions that are used
    bool listsPeers = false;                              // all of them
    std::set<IpPrefix> subnets;                           // that only this machine has
    std::map<IpPrefix, std::set<IpAddress>> ways;         // of other machines' subnets
    std::map<std::pair<std::string_view, IpAddress>, MacAddress> neighbours;

    explicit Marks(const HostFacts &host);

private:
    void device(std::string_view name)
    {
        if (isDrawn(name))
            drawn.insert(name);
    }
    void tail(std::string_view name, const MacAddress &mac)
    {
        const auto &bytes = mac.bytes();
        if (!isCalicos(mac) && name != "lo")
            tails[name].insert({bytes[3], bytes[4], bytes[5]});
    }
    void address(std::string_view name, const IpAddress &ip)
    {
        if (!ip.isLoopback() && !ip.isLinkLocal() && !ip.isAny() && !isEverywhere(name))
            own.insert(ip);
    }
    void way(const IpPrefix &to, const std::optional<IpAddress> &via, bool mine)
    {
        if (to.length > 0 && via)
            ways[to].insert(*via);
        else if (to.length > 0 && mine)
            subnets.insert(to);
    }
};

Marks::Marks(const HostFacts &host)
{
    for (const LinkFact &link : host.links) {
        device(link.name);
        if (isDrawn(link.name) && link.ifindex)
            links.insert(link.name);
        if (link.mac)
            tail(link.name, *link.mac);
        if (!link.netns.empty())
            namespaces.insert(link.netns);
    }
    for (const NetnsFact &name : host.namespaces)
        namespaces.insert(name.name);
    for (const InterfaceAddressFact &fact : host.addresses) {
        device(fact.interface);
        const IpAddress &ip = fact.address.address;
        address(fact.interface, ip);
        // RFC 4291, appendix A
        if (const auto &bytes = ip.bytes(); ip.isV6() && ip.isLinkLocal() && bytes[11] == 0xff && bytes[12] == 0xfe && bytes[13] != 0xee)
            tails[fact.interface].insert({bytes[13], bytes[14], bytes[15]});
    }
    for (const RouteFact &route : host.routes) {
        device(route.interface);
        const bool bridge = route.interface.starts_with("cni") || route.interface.starts_with("cbr") || route.interface.starts_with("kube-bridge");
        way(route.to, route.via, route.type == "blackhole" || bridge);
        if (route.source && route.protocol == "kernel")
            address(route.interface, *route.source);
        if (route.via)
            others.insert(*route.via);
    }
    for (const NeighbourFact &fact : host.neighbours) {
        device(fact.interface);
        if (!fact.ip)
            continue;
        others.insert(*fact.ip);
        if (fact.mac)
            neighbours.try_emplace({fact.interface, *fact.ip}, *fact.mac);
    }
    for (const FdbFact &fact : host.fdb) {
        device(fact.interface);
        const auto &bytes = fact.mac.bytes();
        const bool asksFor = bytes[0] == 0x33 && bytes[1] == 0x33 && bytes[2] == 0xff && bytes[3] != 0 && bytes[3] != 0xee;
        if (!fact.destination && !fact.interface.empty() && fact.permanent && (asksFor || !fact.mac.isGroup()))
            tail(fact.interface, fact.mac);
    }
    for (const BridgePortFact &port : host.bridgePorts)
        device(port.port);
    for (const InterfaceIndexFact &index : host.indexes)
        device(index.interface);
    for (const ListenerFact &listener : host.listeners)
        if (listener.address)
            address({}, *listener.address);
    for (const BgpSessionFact &session : host.bgpSessions) {
        const auto peer = session.peer ? session.peer : peerNamed(session.name);
        listsPeers = listsPeers || peer;
        if (peer)
            peers.insert(*peer);
        if (session.local)
            address({}, *session.local);
    }
    for (const BgpRouteFact &route : host.bgpRoutes) {
        device(route.interface);
        if (const auto peer = peerNamed(route.protocol))
            peers.insert(*peer);
        way(route.to, route.via, route.interface.empty() && route.protocol.starts_with("static"));
    }
    others.insert(peers.begin(), peers.end());
}

// What the first shows and the second cannot have.
bool excludes(const Marks &one, const Marks &other)
{
    const auto lists = [&](std::string_view kind) { return std::ranges::any_of(one.links, [&](std::string_view link) { return link.starts_with(kind); }); };
    const bool foreign = std::ranges::any_of(other.drawn, [&](std::string_view name) { return lists(name.substr(0, 4)) && !one.links.contains(name); });
    const bool stranger = one.listsPeers && std::ranges::any_of(other.peers, [&](const IpAddress &peer) { return !one.peers.contains(peer); });
    const bool itself = meet(one.own, other.others);
    const bool elsewhere = std::ranges::any_of(one.subnets, [&](const IpPrefix &subnet) { return other.ways.contains(subnet); });
    return foreign || stranger || itself || elsewhere;
}

// Where cni0 and its like stand; other neighbours have the same address seen from everywhere.
bool isOfOneNode(std::string_view device)
{
    return device.starts_with("cni") || device.starts_with("cbr");
}

} // namespace

bool isOfNamespace(const HostFacts &host)
{
    bool end = false;
    for (const LinkFact &link : host.links) {
        if (link.name != "lo" && link.ifindex && !(link.peerIfindex && link.name.starts_with("eth")))
            return false;
        end = end || link.peerIfindex;
    }
    const auto isPodsHop = [](const std::optional<IpAddress> &address) { return address && address->text() == "169.254.1.1"; };
    // Kubernetes gives a pod its namespace to search in: default.svc.cluster.local
    const bool searches = std::ranges::any_of(host.resolvers, [](const ResolverFact &resolver) { return !resolver.search.empty() && resolver.search.front().contains(".svc."); });
    return end || searches || std::ranges::any_of(host.routes, [&](const RouteFact &route) { return isPodsHop(route.via); })
        || std::ranges::any_of(host.neighbours, [&](const NeighbourFact &fact) { return isPodsHop(fact.ip) && fact.mac && isCalicos(*fact.mac); });
}

bool hasHostsDevice(const HostFacts &host)
{
    return !Marks(host).drawn.empty();
}

Likeness likenessOf(const HostFacts &one, const HostFacts &other)
{
    const Marks a(one), b(other);
    Likeness found;
    found.speaksFor = meet(a.drawn, b.drawn) || meet(a.namespaces, b.namespaces) || meet(a.own, b.own) || meet(a.subnets, b.subnets);
    found.speaksAgainst = excludes(a, b) || excludes(b, a) || areDisjoint(a.namespaces, b.namespaces);
    for (const auto &[device, tails] : a.tails)
        if (const auto same = b.tails.find(device); same != b.tails.end()) {
            found.speaksFor = found.speaksFor || meet(tails, same->second);
            found.speaksAgainst = found.speaksAgainst || areDisjoint(tails, same->second);
        }
    for (const auto &[to, ways] : a.ways)
        if (const auto same = b.ways.find(to); same != b.ways.end())
            found.speaksAgainst = found.speaksAgainst || areDisjoint(ways, same->second);
    for (const auto &[entry, mac] : a.neighbours)
        if (const auto same = b.neighbours.find(entry); same != b.neighbours.end()) {
            found.speaksFor = found.speaksFor || (mac == same->second && isOfOneNode(entry.first));
            found.speaksAgainst = found.speaksAgainst || mac != same->second;
        }
    return found;
}

std::vector<std::string> marksOf(const HostFacts &host)
{
    const Marks marks(host);
    std::vector<std::string> all;
    const auto add = [&](char kind, std::string_view name, std::string_view value) { all.push_back(fmt::format("{} {} {}", kind, name, value)); };
    for (const std::string_view device : marks.drawn)
        add('d', device, {});
    for (const std::string_view name : marks.namespaces)
        add('n', name, {});
    for (const IpAddress &address : marks.own)
        add('a', address.text(), {});
    for (const IpPrefix &subnet : marks.subnets)
        add('s', subnet.text(), {});
    for (const auto &[device, tails] : marks.tails)
        for (const Tail &tail : tails)
            add('m', device, fmt::format("{:02x}{:02x}{:02x}", tail[0], tail[1], tail[2]));
    for (const auto &[entry, mac] : marks.neighbours)
        if (isOfOneNode(entry.first))
            add('e', entry.first, entry.second.text() + ' ' + mac.text());
    return all;
}

} // namespace vethscope
