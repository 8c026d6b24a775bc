#include "core/cluster/differingprints.h"

#include "core/cluster/interfaces.h"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

namespace vethscope {
namespace {

using Hosts = std::span<const HostFacts *const>;
using Prints = std::span<const PrintedFact *const>;

// Finds the print that a fact came with.
class PrintIndex
{
public:
    explicit PrintIndex(Prints prints)
    {
        for (std::size_t i = 0; i < prints.size(); ++i)
            m_places[{prints[i]->evidence.source.get(), prints[i]->begin}] = {prints[i]->end, i};
    }

    std::optional<std::size_t> find(const Evidence &line) const
    {
        auto behind = m_places.upper_bound({line.source.get(), line.line});
        if (behind == m_places.begin())
            return std::nullopt;
        const auto &[place, print] = *--behind;
        return place.first == line.source.get() && line.line < print.first ? std::optional(print.second) : std::nullopt;
    }

private:
    std::map<std::pair<const SourceText *, std::uint32_t>, std::pair<std::uint32_t, std::size_t>> m_places; // begin → end, place
};

// What each print shows, as a set of keys.
template <typename Fact, typename KeyOf>
auto entriesOf(Hosts hosts, std::vector<Fact> HostFacts::*list, Prints prints, KeyOf keyOf)
{
    std::vector<std::set<decltype(keyOf(Fact()))>> entries(prints.size());
    const PrintIndex index(prints);
    for (const HostFacts *host : hosts)
        for (const Fact &fact : host->*list)
            if (const auto print = index.find(fact.evidence))
                entries[*print].insert(keyOf(fact));
    return entries;
}

// Each beside the first that the same command printed.
template <typename Entries>
bool differOfOneCommand(Prints prints, const std::vector<Entries> &entries)
{
    std::map<std::string_view, std::size_t> firsts;
    for (std::size_t i = 0; i < prints.size(); ++i)
        if (entries[i] != entries[firsts.try_emplace(prints[i]->parser, i).first->second])
            return true;
    return false;
}

template <typename Fact, typename KeyOf>
bool differ(Hosts hosts, std::vector<Fact> HostFacts::*list, Prints prints, KeyOf keyOf)
{
    return differOfOneCommand(prints, entriesOf(hosts, list, prints, keyOf));
}

// Values that a link has; no command prints all of them.
struct LinkValues {
    std::optional<std::uint32_t> ifindex{}, mtu{};
    std::optional<MacAddress> mac{};

    void add(const LinkFact &fact)
    {
        ifindex = fact.ifindex ? fact.ifindex : ifindex;
        mtu = fact.mtu ? fact.mtu : mtu;
        mac = fact.mac ? fact.mac : mac;
    }

    bool contradicts(const LinkValues &other) const
    {
        const auto differ = [](const auto &one, const auto &two) { return one && two && *one != *two; };
        return differ(ifindex, other.ifindex) || differ(mtu, other.mtu) || differ(mac, other.mac);
    }
};

bool linksDiffer(Hosts hosts, Prints prints)
{
    std::vector<std::map<std::string, LinkValues>> links(prints.size());
    const PrintIndex index(prints);
    for (const HostFacts *host : hosts)
        for (const LinkFact &fact : host->links)
            if (const auto print = index.find(fact.evidence))
                links[*print][withoutAlias(fact.name)].add(fact);
    return std::ranges::any_of(links, [&](const auto &others) {
        return !std::ranges::equal(links.front(), others, [](const auto &one, const auto &other) {
            return one.first == other.first && !one.second.contradicts(other.second);
        });
    });
}

// net-tools may print a name in a gateway's place, and cannot tell a blackhole from a route that refuses: of another command's
// routes only where they go is compared.
bool routesDiffer(Hosts hosts, Prints prints)
{
    const auto isMain = [](const RouteFact &fact) { return fact.table.empty() || fact.table == "main" || fact.table == "254"; };
    const auto wayOf = [&](const RouteFact &fact) { return isMain(fact) ? std::tuple(fact.to, fact.type, fact.interface, fact.via) : std::tuple<IpPrefix, std::string, std::string, std::optional<IpAddress>>(); };
    // `route -6` has rows of its own making, `::/0 !n lo`.
    const auto targetOf = [&](const RouteFact &fact) { return isMain(fact) && fact.to.address.isV4() ? std::optional(fact.to) : std::nullopt; };
    auto ways = entriesOf(hosts, &HostFacts::routes, prints, wayOf);
    for (auto &some : ways)
        some.erase(decltype(wayOf(RouteFact()))()); // `table all` shows what no other print does
    if (differOfOneCommand(prints, ways))
        return true;
    auto targets = entriesOf(hosts, &HostFacts::routes, prints, targetOf);
    for (auto &some : targets)
        some.erase(std::nullopt);
    return std::ranges::any_of(targets, [&](const auto &some) { return some != targets.front(); });
}

// `arp -n` prints addresses where `arp` and `arp -v` print names.
bool neighboursDiffer(Hosts hosts, Prints prints)
{
    const bool named = std::ranges::any_of(hosts, [](const HostFacts *host) {
        return std::ranges::any_of(host->neighbours, [](const NeighbourFact &fact) { return !fact.ip; });
    });
    return differ(hosts, &HostFacts::neighbours, prints, [&](const NeighbourFact &fact) {
        return std::tuple(named ? std::nullopt : fact.ip, fact.interface, fact.mac);
    });
}

} // namespace

bool printsDiffer(Hosts hosts, Prints prints)
{
    if (prints.size() < 2)
        return false;
    switch (prints.front()->printing.table) {
    case HostTable::Interfaces:
        return linksDiffer(hosts, prints);
    case HostTable::Addresses:
        return differ(hosts, &HostFacts::addresses, prints, [](const InterfaceAddressFact &fact) { return std::tuple(withoutAlias(fact.interface), fact.address); });
    case HostTable::Routes:
        return routesDiffer(hosts, prints);
    case HostTable::Rules:
        return differ(hosts, &HostFacts::rules, prints, [](const RuleFact &fact) { return std::tuple(fact.priority, fact.text); });
    case HostTable::Neighbours:
        return neighboursDiffer(hosts, prints);
    case HostTable::Forwarding:
        return differ(hosts, &HostFacts::fdb, prints, [](const FdbFact &fact) { return std::tuple(fact.mac, fact.interface, fact.destination); });
    case HostTable::Bgp:
        return differ(hosts, &HostFacts::bgpSessions, prints, [](const BgpSessionFact &fact) { return std::tuple(fact.peer, fact.state); });
    case HostTable::Firewall:
        return differ(hosts, &HostFacts::firewall, prints, [](const FirewallRuleFact &fact) {
            return std::tuple(fact.table, fact.chain, fact.target, fact.source, fact.destination, fact.notSource, fact.notDestination,
                              fact.inInterface, fact.outInterface, fact.protocol, fact.destinationPort, fact.translatesTo);
        });
    case HostTable::Listeners:
        return differ(hosts, &HostFacts::listeners, prints, [](const ListenerFact &fact) { return std::tuple(fact.tcp, fact.address, fact.port); });
    case HostTable::Connections:
    case HostTable::Settings:
    case HostTable::BridgePorts:
        return false;
    }
    return false;
}

} // namespace vethscope
