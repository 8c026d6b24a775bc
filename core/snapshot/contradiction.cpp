#include "core/snapshot/contradiction.h"

#include <algorithm>
#include <map>
#include <set>

#include <fmt/format.h>

namespace vethscope {
namespace {

using Found = std::optional<Contradiction>;

bool isOwnable(const IpAddress &address)
{
    return !address.isLoopback() && !address.isLinkLocal() && !address.isAny();
}

// Bridges, tunnels and veths may have the same address elsewhere; `ee:ee:ee:ee:ee:ee` is Calico's on every node.
bool isCard(std::string_view name)
{
    for (const std::string_view made : {"veth", "cali", "docker", "virbr", "cni", "flannel", "tunl", "kube", "weave", "lxc", "cilium", "br-", "lo", "dummy", "nodelocaldns"})
        if (name.starts_with(made))
            return false;
    return true;
}

// An index is one device's; a device has one index and one MAC address. `lo` has the same everywhere.
Found otherLinks(const HostFacts &one, const HostFacts &other)
{
    std::map<std::uint32_t, const LinkFact *> byIndex;
    std::map<std::string_view, const LinkFact *> byName;
    for (const LinkFact &link : one.links) {
        if (link.ifindex)
            byIndex.try_emplace(*link.ifindex, &link);
        if (link.ifindex)
            byName.try_emplace(link.name, &link);
    }
    std::map<std::string_view, const LinkFact *> macs; // a heading and its link/ether line are two facts
    for (const LinkFact &link : one.links)
        if (link.mac)
            macs.try_emplace(link.name, &link);
    for (const LinkFact &link : other.links) {
        if (link.name == "lo")
            continue;
        if (const auto same = link.ifindex ? byIndex.find(*link.ifindex) : byIndex.end(); same != byIndex.end() && same->second->name != link.name)
            return Contradiction{Sentence::of("index {} is {} in one and {} in the other", *link.ifindex, same->second->name, link.name),
                                 same->second->evidence, link.evidence};
        if (const auto same = byName.find(link.name); same != byName.end() && link.ifindex && link.ifindex != same->second->ifindex)
            return Contradiction{Sentence::of("{} has index {} in one and {} in the other", link.name, *same->second->ifindex, *link.ifindex),
                                 same->second->evidence, link.evidence};
        if (const auto same = macs.find(link.name); same != macs.end() && link.mac && link.mac != same->second->mac)
            return Contradiction{Sentence::of("{} has MAC address {} in one and {} in the other", link.name, same->second->mac->text(),
                                              link.mac->text()),
                                 same->second->evidence, link.evidence};
    }
    return std::nullopt;
}

// IPv4 addresses of a device: two listings of them have one in common.
Found otherAddresses(const HostFacts &one, const HostFacts &other)
{
    std::map<std::string_view, std::vector<const InterfaceAddressFact *>> addresses;
    for (const InterfaceAddressFact &fact : one.addresses)
        if (!fact.address.address.isV6() && isOwnable(fact.address.address))
            addresses[fact.interface].push_back(&fact);
    std::map<std::string_view, std::vector<const InterfaceAddressFact *>> others;
    for (const InterfaceAddressFact &fact : other.addresses)
        if (!fact.address.address.isV6() && isOwnable(fact.address.address))
            others[fact.interface].push_back(&fact);
    for (const auto &[device, facts] : others) {
        const auto same = addresses.find(device);
        if (same == addresses.end())
            continue;
        const bool shared = std::ranges::any_of(facts, [&](const InterfaceAddressFact *fact) {
            return std::ranges::any_of(same->second, [&](const InterfaceAddressFact *known) { return known->address.address == fact->address.address; });
        });
        if (!shared)
            return Contradiction{Sentence::of("{} has address {} in one and {} in the other", device,
                                              same->second.front()->address.address.text(), facts.front()->address.address.text()),
                                 same->second.front()->evidence, facts.front()->evidence};
    }
    return std::nullopt;
}

std::string whereTo(const RouteFact &route)
{
    std::string text = route.via ? "via " + route.via->text() : std::string();
    if (!route.interface.empty())
        text += (text.empty() ? "dev " : " dev ") + route.interface;
    return text.empty() ? route.type : text;
}

// One destination with one metric leads one way, or several that are printed together.
Found otherRoutes(const HostFacts &one, const HostFacts &other)
{
    const auto keyOf = [](const RouteFact &route) { return fmt::format("{} {} {} {}", route.to.text(), route.to.address.isV6(), route.table, route.metric.value_or(0)); };
    std::map<std::string, std::vector<const RouteFact *>> ways;
    for (const RouteFact &route : one.routes)
        ways[keyOf(route)].push_back(&route);
    std::map<std::string, std::vector<const RouteFact *>> others;
    for (const RouteFact &route : other.routes)
        others[keyOf(route)].push_back(&route);
    for (const auto &[key, routes] : others) {
        const auto same = ways.find(key);
        // Link-local and multicast destinations stand once for each device.
        if (same == ways.end() || routes.front()->to.address.isLinkLocal())
            continue;
        const bool shared = std::ranges::any_of(routes, [&](const RouteFact *route) {
            return std::ranges::any_of(same->second, [&](const RouteFact *known) { return known->via == route->via && known->interface == route->interface; });
        });
        const RouteFact &known = *same->second.front(), &route = *routes.front();
        if (!shared)
            return Contradiction{Sentence::of("{} leads {} in one and {} in the other", route.to.text(), whereTo(known), whereTo(route)),
                                 known.evidence, route.evidence};
        if (known.source && route.source && known.source != route.source && known.protocol == "kernel" && route.protocol == "kernel")
            return Contradiction{Sentence::of("{} is reached from {} in one and from {} in the other", route.to.text(), known.source->text(),
                                              route.source->text()),
                                 known.evidence, route.evidence};
    }
    return std::nullopt;
}

std::map<IpAddress, Evidence> ownAddresses(const HostFacts &host)
{
    std::map<IpAddress, Evidence> own;
    for (const InterfaceAddressFact &fact : host.addresses)
        if (isOwnable(fact.address.address))
            own.try_emplace(fact.address.address, fact.evidence);
    for (const RouteFact &route : host.routes)
        if (route.source && route.protocol == "kernel" && isOwnable(*route.source))
            own.try_emplace(*route.source, route.evidence);
    for (const BgpSessionFact &session : host.bgpSessions)
        if (session.local && isOwnable(*session.local))
            own.try_emplace(*session.local, session.evidence);
    return own;
}

// Nobody sends to himself by way of a next hop, nor asks who has his own address.
Found ownNextHop(const HostFacts &one, const HostFacts &other)
{
    const std::map<IpAddress, Evidence> own = ownAddresses(one);
    if (own.empty())
        return std::nullopt;
    for (const RouteFact &route : other.routes)
        if (const auto mine = route.via ? own.find(*route.via) : own.end(); mine != own.end())
            return Contradiction{Sentence::of("{} is an own address in one and a next hop in the other", mine->first.text()), mine->second,
                                 route.evidence};
    for (const NeighbourFact &neighbour : other.neighbours)
        if (const auto mine = neighbour.ip && neighbour.mac ? own.find(*neighbour.ip) : own.end(); mine != own.end())
            return Contradiction{Sentence::of("{} is an own address in one and a neighbour in the other", mine->first.text()), mine->second,
                                 neighbour.evidence};
    for (const BgpSessionFact &session : other.bgpSessions)
        if (const auto mine = session.peer ? own.find(*session.peer) : own.end(); mine != own.end())
            return Contradiction{Sentence::of("{} is an own address in one and a BGP peer in the other", mine->first.text()), mine->second,
                                 session.evidence};
    return std::nullopt;
}

// Nor does he answer himself.
Found ownMac(const HostFacts &one, const HostFacts &other)
{
    std::map<MacAddress, Evidence> own;
    for (const LinkFact &link : one.links)
        if (link.mac && isCard(link.name) && !link.mac->isZero())
            own.try_emplace(*link.mac, link.evidence);
    if (own.empty())
        return std::nullopt;
    for (const NeighbourFact &neighbour : other.neighbours)
        if (const auto mine = neighbour.mac ? own.find(*neighbour.mac) : own.end(); mine != own.end())
            return Contradiction{Sentence::of("{} is an own MAC address in one and a neighbour's in the other", mine->first.text()),
                                 mine->second, neighbour.evidence};
    return std::nullopt;
}

// A machine has one name, in short or in full.
Found otherName(const HostFacts &one, const HostFacts &other)
{
    const auto nameOf = [](const HostFacts &host) { return std::ranges::find(host.settings, std::string_view("hostname"), &SettingFact::name); };
    const auto mine = nameOf(one), theirs = nameOf(other);
    if (mine == one.settings.end() || theirs == other.settings.end())
        return std::nullopt;
    const auto shortened = [](std::string_view name) { return name.substr(0, name.find('.')); };
    if (shortened(mine->value) == shortened(theirs->value))
        return std::nullopt;
    return Contradiction{Sentence::of("it is called {} in one and {} in the other", mine->value, theirs->value), mine->evidence, theirs->evidence};
}

// A device of WireGuard's has one key.
Found otherKey(const HostFacts &one, const HostFacts &other)
{
    for (const SettingFact &key : one.settings) {
        if (!isWireguardKey(key))
            continue;
        const auto theirs = std::ranges::find(other.settings, key.name, &SettingFact::name);
        if (theirs != other.settings.end() && theirs->value != key.value)
            return Contradiction{Sentence::of("the {} is {} in one and {} in the other", key.name, key.value, theirs->value), key.evidence,
                                 theirs->evidence};
    }
    return std::nullopt;
}

// The next hop of Calico's pods; a machine with their other ends has none such.
Found podsNextHop(const HostFacts &one, const HostFacts &other)
{
    const auto calicos = std::ranges::find_if(one.links, [](const LinkFact &link) { return link.name.starts_with("cali"); });
    if (calicos == one.links.end())
        return std::nullopt;
    const auto isIt = [](const std::optional<IpAddress> &address) { return address && address->text() == "169.254.1.1"; };
    const auto found = [&](const Evidence &evidence) {
        return Contradiction{Sentence::of("there is {} in one, and the next hop of a pod in the other", calicos->name), calicos->evidence, evidence};
    };
    for (const NeighbourFact &neighbour : other.neighbours)
        if (isIt(neighbour.ip) && neighbour.mac && neighbour.mac->text() == "ee:ee:ee:ee:ee:ee")
            return found(neighbour.evidence);
    for (const RouteFact &route : other.routes)
        if (isIt(route.via))
            return found(route.evidence);
    return std::nullopt;
}

Contradiction turned(Contradiction found)
{
    std::swap(found.one, found.other);
    return found;
}

} // namespace

bool isWireguardKey(const SettingFact &setting)
{
    return setting.name.ends_with(" public key");
}

std::optional<Contradiction> contradictionOf(const HostFacts &one, const HostFacts &other)
{
    for (const auto look : {otherName, otherKey, otherLinks, otherAddresses, otherRoutes, ownNextHop, ownMac, podsNextHop})
        if (auto found = look(one, other))
            return found;
    for (const auto look : {ownNextHop, ownMac, podsNextHop})
        if (auto found = look(other, one))
            return turned(std::move(*found));
    return std::nullopt;
}

std::optional<Contradiction> sharedIdentity(const HostFacts &one, const HostFacts &other)
{
    for (const LinkFact &mine : one.links)
        for (const LinkFact &theirs : other.links)
            if (mine.mac && mine.mac == theirs.mac && mine.name == theirs.name && isCard(mine.name))
                return Contradiction{Sentence::of("both have {} with MAC address {}", mine.name, mine.mac->text()), mine.evidence, theirs.evidence};
    for (const auto &[address, evidence] : ownAddresses(one))
        for (const InterfaceAddressFact &fact : other.addresses)
            if (fact.address.address == address && isCard(fact.interface))
                return Contradiction{Sentence::of("both have address {}", address.text()), evidence, fact.evidence};
    return std::nullopt;
}

} // namespace vethscope
