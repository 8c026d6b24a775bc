#include "core/cluster/printed.h"

#include "core/cluster/differingprints.h"
#include "core/cluster/joining.h"
#include "core/cluster/told.h"

#include <algorithm>
#include <iterator>

namespace vethscope {
namespace {

struct Asking {
    HostTable table;
    std::string_view name;
    std::string_view ask;
    std::string_view askV6; // where only IPv6 is missing
};

constexpr auto askings = std::to_array<Asking>({
    {HostTable::Interfaces, "interfaces", "ip -d link", ""},
    {HostTable::Routes, "routes", "ip route", "ip -6 route"},
    {HostTable::Rules, "rules", "ip rule", "ip -6 rule"},
    {HostTable::Neighbours, "neighbours", "ip neigh", "ip -6 neigh"},
    {HostTable::Forwarding, "fdb", "bridge fdb", ""},
    {HostTable::Bgp, "bgp", "calicoctl node status", "birdc6 show protocols"},
    {HostTable::Firewall, "firewall", "iptables-save", "ip6tables-save"},
    {HostTable::Connections, "conntrack", "conntrack -L", "conntrack -L -f ipv6"},
    {HostTable::Settings, "sysctl", "sysctl -a", ""},
    {HostTable::Listeners, "listeners", "ss -lntu", "ss -6lntu"},
    {HostTable::Addresses, "", "ip addr", "ip -6 addr"},
    {HostTable::BridgePorts, "", "brctl show", ""},
});
static_assert(askings.size() == hostTableCount);

const Asking &askingOf(HostTable table)
{
    return askings[static_cast<std::size_t>(table)];
}

bool isBeyondTheLink(const IpAddress &address)
{
    return !address.isLinkLocal() && !address.isLoopback() && !address.isAny() && !address.isMulticast();
}

// Which families a machine has addresses of.
Families familiesOf(std::span<const HostFacts *const> hosts, std::span<const Said<IpAddress>> addresses)
{
    Families families{.v4 = false, .v6 = false};
    const auto add = [&](const IpAddress &address) {
        if (isBeyondTheLink(address))
            (address.isV6() ? families.v6 : families.v4) = true;
    };
    for (const HostFacts *host : hosts)
        for (const InterfaceAddressFact &fact : host->addresses)
            add(fact.address.address);
    for (const IpAddress &address : addresses)
        add(address);
    return families;
}

// Whether lines told of the table, by whatever command.
bool isTold(const HostFacts &host, HostTable table)
{
    switch (table) {
    case HostTable::Interfaces:
        return !host.links.empty() || !host.addresses.empty() || !host.indexes.empty() || !host.bridgePorts.empty() || !host.bridges.empty();
    case HostTable::Routes: return !host.routes.empty();
    case HostTable::Rules: return !host.rules.empty();
    case HostTable::Neighbours: return !host.neighbours.empty();
    case HostTable::Forwarding: return !host.fdb.empty();
    case HostTable::Bgp: return !host.bgpSessions.empty();
    case HostTable::Firewall: return !host.firewall.empty();
    case HostTable::Connections: return !host.connections.empty();
    case HostTable::Settings: return false; // other commands tell settings that are no sysctl
    case HostTable::Listeners: return !host.listeners.empty();
    case HostTable::Addresses: return !host.addresses.empty();
    case HostTable::BridgePorts: return !host.bridgePorts.empty();
    }
    return false;
}

std::vector<const PrintedFact *> printsOf(std::span<const HostFacts *const> hosts, HostTable table)
{
    std::vector<const PrintedFact *> prints;
    for (const HostFacts *host : hosts)
        for (const PrintedFact &fact : host->printed)
            if (fact.printing.table == table)
                prints.push_back(&fact);
    return prints;
}

// Two whole prints of the same families that show different entries.
bool contradict(std::span<const HostFacts *const> hosts, const std::vector<const PrintedFact *> &prints)
{
    for (const Families families : {Families{.v4 = true, .v6 = true}, Families{.v4 = true, .v6 = false}, Families{.v4 = false, .v6 = true}}) {
        std::vector<const PrintedFact *> alike;
        std::ranges::copy_if(prints, std::back_inserter(alike), [&](const PrintedFact *print) {
            return print->printing.whole && print->printing.families == families;
        });
        if (printsDiffer(hosts, alike))
            return true;
    }
    return false;
}

} // namespace

std::string_view nameOf(Extent extent)
{
    return extent == Extent::Whole ? "whole" : extent == Extent::Part ? "part" : "no";
}

std::string_view nameOf(HostTable table)
{
    return askingOf(table).name;
}

Printed::Printed(std::span<const HostFacts *const> hosts, std::span<const Said<IpAddress>> addresses)
{
    const Families owned = familiesOf(hosts, addresses);
    for (const Asking &asking : askings) {
        Table &table = at(asking.table);
        const std::vector<const PrintedFact *> prints = printsOf(hosts, asking.table);
        for (const PrintedFact *print : prints) {
            table.wholeV4 |= print->printing.whole && print->printing.families.v4;
            table.wholeV6 |= print->printing.whole && print->printing.families.v6;
            table.evidence.push_back(print->evidence);
        }
        if (contradict(hosts, prints))
            table.wholeV4 = table.wholeV6 = false;
        const bool complete = (table.wholeV4 || !owned.v4) && (table.wholeV6 || !owned.v6);
        if ((table.wholeV4 || table.wholeV6) && complete)
            table.extent = Extent::Whole;
        else if (!prints.empty() || std::ranges::any_of(hosts, [&](const HostFacts *host) { return isTold(*host, asking.table); }))
            table.extent = Extent::Part;
    }
}

std::string_view Printed::ask(HostTable table) const
{
    const Table &printed = at(table);
    if (printed.extent == Extent::Whole)
        return {};
    const Asking &asking = askingOf(table);
    return printed.wholeV4 && !printed.wholeV6 && !asking.askV6.empty() ? asking.askV6 : asking.ask;
}

std::string_view Printed::ask(HostTable table, bool v6) const
{
    const Asking &asking = askingOf(table);
    if (of(table, v6) == Extent::Whole)
        return {};
    return v6 && !asking.askV6.empty() ? asking.askV6 : asking.ask;
}

void judgePrints(Joining &joining)
{
    for (std::size_t i = 0; i < joining.machines.size(); ++i)
        joining.cluster.nodes[i].net.printed = Printed(joining.machines[i].hosts, joining.cluster.nodes[i].addresses);
    for (std::size_t i = 0; i < joining.podParts.size(); ++i) {
        ClusterPod &pod = joining.cluster.pods[i];
        const auto node = pod.hostNetwork ? joining.machine(pod.node) : std::nullopt;
        pod.net.printed = node ? joining.cluster.nodes[*node].net.printed : Printed(joining.podParts[i].inside, pod.addresses);
    }
}

} // namespace vethscope
