#include "core/cluster/latest.h"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

namespace vethscope {
namespace {

class HostMerge
{
public:
    HostMerge(HostFacts &into, const HostFacts &later, std::vector<Problem> &changes)
        : m_into(into), m_later(later), m_changes(changes), m_name(into.pod.empty() ? into.node : "pod " + into.pod)
    {
    }

    void merge()
    {
        links();
        addresses();
        routes();
        neighbours();
        forwarding();
        ports();
        replaceNamed(m_into.settings, m_later.settings);
        replaceNamed(m_into.bridges, m_later.bridges);
        replaceAll(m_into.rules, m_later.rules);
        answers();
        replaceAll(m_into.firewall, m_later.firewall);
        replaceAll(m_into.firewallChains, m_later.firewallChains);
        replaceAll(m_into.firewallSets, m_later.firewallSets);
        replaceAll(m_into.listeners, m_later.listeners);
        replaceAll(m_into.connections, m_later.connections);
        replaceAll(m_into.resolvers, m_later.resolvers);
        replaceAll(m_into.bgpRoutes, m_later.bgpRoutes);
        append(m_into.namespaces, m_later.namespaces);
        append(m_into.indexes, m_later.indexes);
        append(m_into.bgpSessions, m_later.bgpSessions); // clusterOf() keeps the last state, and says that it changed
        prints();
        append(m_into.seen, m_later.seen);
    }

private:
    template <typename Fact>
    static void append(std::vector<Fact> &into, const std::vector<Fact> &later)
    {
        into.insert(into.end(), later.begin(), later.end());
    }

    template <typename Fact>
    static void replaceAll(std::vector<Fact> &into, const std::vector<Fact> &later)
    {
        if (!later.empty())
            into = later;
    }

    // Of two answers to one question the later one holds.
    void answers()
    {
        const auto questionOf = [](const RouteAnswerFact &fact) { return std::tuple(fact.to, fact.from, fact.inInterface, fact.mark, fact.route.tos); };
        std::erase_if(m_into.answers, [&](const RouteAnswerFact &fact) { return std::ranges::find(m_later.answers, questionOf(fact), questionOf) != m_later.answers.end(); });
        append(m_into.answers, m_later.answers);
    }

    static void replaceNamed(std::vector<SettingFact> &into, const std::vector<SettingFact> &later)
    {
        std::set<std::string> names;
        for (const SettingFact &fact : later)
            names.insert(fact.name);
        std::erase_if(into, [&](const SettingFact &fact) { return names.contains(fact.name); });
        append(into, later);
    }

    // Whether the later snapshot lists all there is, of both families or of one.
    bool isWhole(HostTable table) const { return isWhole(table, false) && isWhole(table, true); }
    bool isWhole(HostTable table, bool isV6) const
    {
        return std::ranges::any_of(m_later.printed, [&](const PrintedFact &print) {
            return print.printing.table == table && print.printing.whole && print.printing.families.covers(isV6);
        });
    }

    void gone(Sentence what, const Evidence &line)
    {
        m_changes.push_back({ProblemSeverity::Note, Sentence::of("{} on {} is in an earlier snapshot only", std::move(what), m_name), {line}});
    }

    void changed(Sentence what, const Evidence &before, const Evidence &after)
    {
        m_changes.push_back(
            {ProblemSeverity::Note, Sentence::of("{} on {} is different in a later snapshot", std::move(what), m_name), {before, after}});
    }

    // What an earlier snapshot says of an interface stays as long as that is there: clusterOf() lets the later line hold.
    void links()
    {
        std::set<std::string> names, told;
        for (const LinkFact &fact : m_later.links)
            names.insert(fact.name);
        if (isWhole(HostTable::Interfaces))
            std::erase_if(m_into.links, [&](const LinkFact &fact) {
                if (names.contains(fact.name))
                    return false;
                if (told.insert(fact.name).second)
                    gone(Sentence::verbatim(fact.name), fact.evidence);
                return true;
            });
        std::erase_if(m_into.indexes, [&](const InterfaceIndexFact &fact) { return told.contains(fact.interface); });
        append(m_into.links, m_later.links);
    }

    void addresses()
    {
        std::set<std::pair<std::string, IpPrefix>> still;
        std::set<std::string> interfaces;
        for (const InterfaceAddressFact &fact : m_later.addresses) {
            still.insert({fact.interface, fact.address});
            interfaces.insert(fact.interface);
        }
        std::set<std::pair<std::string, IpPrefix>> told;
        std::erase_if(m_into.addresses, [&](const InterfaceAddressFact &fact) {
            const std::pair key(fact.interface, fact.address);
            if (still.contains(key) || !(isWhole(HostTable::Addresses, fact.address.address.isV6()) || interfaces.contains(fact.interface)))
                return false;
            if (told.insert(key).second)
                gone(Sentence::of("{} of {}", fact.address.text(), fact.interface), fact.evidence);
            return true;
        });
        append(m_into.addresses, m_later.addresses);
    }

    void routes()
    {
        const auto keyOf = [](const RouteFact &fact) { return std::tuple(fact.table == "main" ? "" : fact.table, fact.to, fact.metric.value_or(0)); };
        const auto wayOf = [](const RouteFact &fact) { return std::tuple(fact.via, fact.interface == "*" ? "" : fact.interface); };
        std::map<decltype(keyOf(RouteFact())), std::vector<const RouteFact *>> later;
        for (const RouteFact &fact : m_later.routes)
            later[keyOf(fact)].push_back(&fact);
        std::set<decltype(keyOf(RouteFact()))> told;
        std::erase_if(m_into.routes, [&](const RouteFact &fact) {
            const auto key = keyOf(fact);
            const auto now = later.find(key);
            if (now == later.end()) {
                const bool isGone = isWhole(HostTable::Routes, fact.to.address.isV6()) && std::get<0>(key).empty();
                if (isGone && told.insert(key).second)
                    gone(Sentence::of("the route to {}", fact.to.text()), fact.evidence);
                return isGone;
            }
            const bool same = std::ranges::any_of(now->second, [&](const RouteFact *route) { return wayOf(*route) == wayOf(fact); });
            if (!same && told.insert(key).second)
                changed(Sentence::of("the route to {}", fact.to.text()), fact.evidence, now->second.front()->evidence);
            return true;
        });
        append(m_into.routes, m_later.routes);
    }

    // Entries come and go by themselves, so that one is gone is no news.
    void neighbours()
    {
        const auto keyOf = [](const NeighbourFact &fact) { return std::tuple(fact.ip, fact.name, fact.interface); };
        std::set<decltype(keyOf(NeighbourFact()))> still;
        for (const NeighbourFact &fact : m_later.neighbours)
            still.insert(keyOf(fact));
        if (isWhole(HostTable::Neighbours))
            std::erase_if(m_into.neighbours, [&](const NeighbourFact &fact) { return !still.contains(keyOf(fact)); });
        append(m_into.neighbours, m_later.neighbours);
    }

    void forwarding()
    {
        const auto keyOf = [](const FdbFact &fact) { return std::tuple(fact.mac, fact.interface); };
        std::map<decltype(keyOf(FdbFact())), const FdbFact *> later;
        for (const FdbFact &fact : m_later.fdb)
            later.try_emplace(keyOf(fact), &fact);
        std::erase_if(m_into.fdb, [&](const FdbFact &fact) {
            const auto now = later.find(keyOf(fact));
            if (now == later.end())
                return isWhole(HostTable::Forwarding);
            if (fact.destination && now->second->destination && fact.destination != now->second->destination)
                changed(Sentence::of("the forwarding entry of {}", fact.mac.text()), fact.evidence, now->second->evidence);
            return true;
        });
        append(m_into.fdb, m_later.fdb);
    }

    void ports()
    {
        std::set<std::string> still;
        for (const BridgePortFact &fact : m_later.bridgePorts)
            still.insert(fact.port);
        if (isWhole(HostTable::BridgePorts))
            std::erase_if(m_into.bridgePorts, [&](const BridgePortFact &fact) { return !still.contains(fact.port); });
        append(m_into.bridgePorts, m_later.bridgePorts);
    }

    // A table that is listed anew is known by that: what was printed of it before is of another moment.
    void prints()
    {
        std::erase_if(m_into.printed, [&](const PrintedFact &print) {
            const auto &[table, families, whole] = print.printing;
            return (!families.v4 || isWhole(table, false)) && (!families.v6 || isWhole(table, true));
        });
        append(m_into.printed, m_later.printed);
    }

    HostFacts &m_into;
    const HostFacts &m_later;
    std::vector<Problem> &m_changes;
    std::string m_name;
};

template <typename Fact, typename KeyOf>
void replaceByKey(std::vector<Fact> &into, const std::vector<Fact> &later, KeyOf keyOf)
{
    std::set<decltype(keyOf(Fact()))> keys;
    for (const Fact &fact : later)
        keys.insert(keyOf(fact));
    std::erase_if(into, [&](const Fact &fact) { return keys.contains(keyOf(fact)); });
    into.insert(into.end(), later.begin(), later.end());
}

void mergeCluster(Facts &into, const Facts &later)
{
    into.pods.insert(into.pods.end(), later.pods.begin(), later.pods.end()); // clusterOf() says what changed
    into.nodes.insert(into.nodes.end(), later.nodes.begin(), later.nodes.end());
    replaceByKey(into.services, later.services, [](const ServiceFact &fact) { return std::pair(fact.serviceNamespace, fact.name); });
    replaceByKey(into.endpoints, later.endpoints, [](const EndpointFact &fact) { return std::pair(fact.serviceNamespace, fact.service); });
    replaceByKey(into.pools, later.pools, [](const AddressPoolFact &fact) { return std::pair(fact.name, fact.cidr); });
    replaceByKey(into.clusterSettings, later.clusterSettings, [](const SettingFact &fact) { return fact.name; });
}

} // namespace

LatestFacts latestFacts(std::span<const Snapshot *const> snapshots)
{
    std::vector<const Snapshot *> order(snapshots.begin(), snapshots.end());
    if (std::ranges::all_of(order, [](const Snapshot *snapshot) { return snapshot->time != 0; }))
        std::ranges::stable_sort(order, {}, &Snapshot::time);
    LatestFacts latest;
    for (const Snapshot *snapshot : order) {
        for (const HostFacts &later : snapshot->facts.hosts) {
            const std::size_t known = latest.facts.hosts.size();
            HostFacts &into = latest.facts.host(later.node, later.pod, later.podNamespace);
            into.placed = later.placed && (into.placed || latest.facts.hosts.size() > known);
            if (into.container.empty())
                into.container = later.container;
            HostMerge(into, later, latest.changes).merge();
        }
        mergeCluster(latest.facts, snapshot->facts);
    }
    return latest;
}

Cluster latestCluster(std::span<const Snapshot *const> snapshots)
{
    LatestFacts latest = latestFacts(snapshots);
    Cluster cluster = clusterOf(latest.facts);
    cluster.problems.insert(cluster.problems.begin(), latest.changes.begin(), latest.changes.end());
    return cluster;
}

} // namespace vethscope
