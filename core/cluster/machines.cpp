#include "core/cluster/hostnames.h"
#include "core/cluster/interfacekinds.h"
#include "core/cluster/joining.h"
#include "core/cluster/machinesigns.h"
#include "core/cluster/tables.h"
#include "core/cluster/told.h"

#include <algorithm>
#include <set>

namespace vethscope {
namespace {

// A machine where somebody only typed `kubectl` is no node.
bool toldOfItself(const HostFacts &host)
{
    return showsMachine(host) || (!host.settings.empty() && !isNamedInVain(host));
}

// Of a machine where somebody only typed `kubectl`, but which Kubernetes has as a node, it is known that it answered.
void addHosts(Joining &joining)
{
    std::set<std::string> listed;
    for (const KubernetesNodeFact &fact : joining.facts.nodes)
        listed.insert(joining.names.keyOf(fact.name));
    for (const HostFacts &host : joining.facts.hosts) {
        const std::string key = joining.names.keyOf(host);
        if (key.empty() || (!toldOfItself(host) && !listed.contains(key)))
            continue;
        const auto known = joining.machineKeys.find(key);
        const std::size_t place = known != joining.machineKeys.end() ? known->second : joining.addMachine(joining.names.nameOf(key));
        joining.machineKeys.try_emplace(key, place);
        joining.machines[place].hosts.push_back(&host);
        addEvidence(joining.cluster.nodes[place].evidence, host.seen);
    }
}

void addKubernetesNodes(Joining &joining)
{
    for (const KubernetesNodeFact &fact : joining.facts.nodes) {
        if (fact.name.empty())
            continue;
        const auto known = joining.machine(fact.name);
        const std::size_t place = known ? *known : joining.addMachine(fact.name);
        ClusterNode &node = joining.cluster.nodes[place];
        node.ghost = joining.machines[place].hosts.empty();
        node.rolesTold = true;
        if (!fact.roles.empty())
            node.roles = fact.roles;
        for (const IpAddress &address : fact.internalAddresses) {
            joining.addressOwners.try_emplace(address, place);
            if (std::ranges::find(node.addresses, address) == node.addresses.end())
                node.addresses.push_back({address, fact.evidence});
        }
        addEvidence(node.evidence, fact.evidence);
        joining.machines[place].kubernetes.push_back(&fact);
    }
}

std::set<IpAddress> nodeAddresses(const Facts &facts)
{
    std::set<IpAddress> addresses;
    for (const KubernetesNodeFact &node : facts.nodes)
        addresses.insert(node.internalAddresses.begin(), node.internalAddresses.end());
    return addresses;
}

void joinTables(Joining &joining, std::size_t place)
{
    Machine &machine = joining.machines[place];
    ClusterNode &node = joining.cluster.nodes[place];
    machine.interfaces = joinInterfaces(machine.hosts, node.name, joining.cluster.problems);
    const HostNames names(machine.hosts, joining.facts.nodes);
    node.net.routes = joinRoutes(machine.hosts, machine.interfaces, names);
    node.net.neighbours = joinNeighbours(machine.hosts, node.net.routes, names, node.name, joining.cluster.problems);
    node.net.forwarding = joinForwarding(machine.hosts, machine.interfaces);
    joinToldTables(node.net, machine.hosts);
    inferKinds(machine.interfaces, NamespaceOf::Node, node.net.routes, node.net.forwarding, nodeAddresses(joining.facts));
    machine.indexInterfaces();
}

// A card keeps its MAC address, whatever is configured anew on its machine. Hosts that were cloned often have one name.
void reportNamesakes(const JoinedInterface &card, const std::string &node, std::vector<Problem> &problems)
{
    if (card.earlierMac)
        problems.push_back({ProblemSeverity::Warning,
                            Sentence::of("Perhaps two machines are called {}: the card {} has MAC address {} in one line and {} in a later one",
                                         node, card.interface.name, card.earlierMac->text(), card.interface.mac->text()),
                            card.macLines});
}

// The underlay knows a node by the addresses of its cards, and of a bridge or bond that took a card's place.
void ownAddresses(Joining &joining, std::size_t place)
{
    ClusterNode &node = joining.cluster.nodes[place];
    std::set<std::string> carryDefault;
    for (const Route &route : node.net.routes)
        if (route.to.length == 0)
            carryDefault.insert(route.interface);
    for (const JoinedInterface &joined : joining.machines[place].interfaces) {
        const NetworkInterface &interface = joined.interface;
        const bool isCard = interface.kind == LinkKind::Physical || interface.kind == LinkKind::Vlan;
        if (!isCard && !carryDefault.contains(interface.name))
            continue;
        reportNamesakes(joined, node.name, joining.cluster.problems);
        for (const InterfaceAddress &prefix : interface.addresses) {
            if (prefix.address.isLinkLocal() || prefix.address.isLoopback())
                continue;
            joining.addressOwners.try_emplace(prefix.address, place);
            if (std::ranges::find(node.addresses, prefix.address) == node.addresses.end())
                node.addresses.push_back({prefix.address, prefix.evidence});
        }
    }
}

} // namespace

void Machine::indexInterfaces()
{
    byName.clear();
    byIndex.clear();
    for (std::size_t i = 0; i < interfaces.size(); ++i) {
        byName.try_emplace(interfaces[i].interface.name, i);
        if (interfaces[i].interface.ifindex)
            byIndex.try_emplace(*interfaces[i].interface.ifindex, i);
    }
}

JoinedInterface *Machine::interface(const std::string &name)
{
    const auto place = byName.find(name);
    return place == byName.end() ? nullptr : &interfaces[place->second];
}

const JoinedInterface *Machine::interface(const std::string &name) const
{
    const auto place = byName.find(name);
    return place == byName.end() ? nullptr : &interfaces[place->second];
}

JoinedInterface *Machine::interface(std::uint32_t ifindex)
{
    const auto place = byIndex.find(ifindex);
    return place == byIndex.end() ? nullptr : &interfaces[place->second];
}

std::optional<std::size_t> Joining::machine(const std::string &name) const
{
    const auto place = machineKeys.find(names.keyOf(name));
    if (place != machineKeys.end())
        return place->second;
    const auto address = IpAddress::parse(name);
    return address ? ownerOf(*address) : std::nullopt;
}

std::optional<std::size_t> Joining::ownerOf(const IpAddress &address) const
{
    const auto place = addressOwners.find(address);
    return place == addressOwners.end() ? std::nullopt : std::optional(place->second);
}

std::size_t Joining::addMachine(const std::string &name)
{
    const std::size_t place = machines.size();
    machines.emplace_back();
    cluster.nodes.emplace_back().name = name;
    machineKeys.try_emplace(names.keyOf(name), place);
    // Called by its address: it has that one.
    if (const auto address = IpAddress::parse(name); address && addressOwners.try_emplace(*address, place).second)
        cluster.nodes[place].addresses.push_back({*address, {}}); // no line but the name
    return place;
}

std::size_t Joining::addPod(const std::string &podNamespace, const std::string &name)
{
    ClusterPod &pod = cluster.pods.emplace_back();
    podParts.emplace_back();
    pod.podNamespace = podNamespace;
    pod.name = name;
    return cluster.pods.size() - 1;
}

void joinMachines(Joining &joining)
{
    addHosts(joining);
    for (std::size_t i = 0; i < joining.machines.size(); ++i) {
        joinTables(joining, i);
        ownAddresses(joining, i);
    }
    addKubernetesNodes(joining);
    joining.cluster.problems.insert(joining.cluster.problems.end(), joining.names.problems().begin(), joining.names.problems().end());
}

} // namespace vethscope
