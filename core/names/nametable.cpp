#include "core/names/nametable.h"

#include "core/cluster/owners.h"
#include "core/facts/shownline.h"

#include <algorithm>
#include <optional>
#include <span>

#include <fmt/format.h>

namespace vethscope {
namespace {

bool isTold(const IpAddress &address)
{
    return !address.isLoopback() && !address.isAny() && !address.isMulticast();
}

bool isTold(const MacAddress &address)
{
    return !address.isZero();
}

Name nameOf(const Cluster &cluster, const Owner &owner)
{
    Name name{.evidence = owner.evidence};
    const NetworkNamespace *net = nullptr;
    switch (owner.kind) {
    case Owner::Kind::Pod: {
        const ClusterPod &pod = cluster.pods[owner.place];
        name.kind = Name::Kind::Pod;
        name.name = pod.name;
        name.podNamespace = pod.podNamespace;
        name.node = pod.node;
        name.interface = pod.interface;
        net = &pod.net;
        break;
    }
    case Owner::Kind::Service:
        name.kind = Name::Kind::Service;
        name.name = cluster.services[owner.place].name;
        name.podNamespace = cluster.services[owner.place].serviceNamespace;
        break;
    default:
        name.name = name.node = cluster.nodes[owner.place].name;
        net = &cluster.nodes[owner.place].net;
    }
    if (net && owner.interface)
        name.interface = net->interfaces[*owner.interface].name;
    return name;
}

// A router has no name. Where several have the address nobody is named.
std::optional<Name> nameOf(const Cluster &cluster, std::span<const Owner> owners)
{
    std::optional<Name> first;
    for (const Owner &owner : owners) {
        if (owner.kind == Owner::Kind::Router)
            continue;
        Name name = nameOf(cluster, owner);
        if (!first)
            first = std::move(name);
        else if (!first->isSame(name))
            return std::nullopt;
    }
    return first;
}

template <typename Address>
std::map<Address, Name> namesOf(const Cluster &cluster, const std::map<Address, std::vector<Owner>> &all)
{
    std::map<Address, Name> names;
    for (const auto &[address, owners] : all)
        if (auto name = isTold(address) ? nameOf(cluster, owners) : std::nullopt)
            names.emplace(address, *std::move(name));
    return names;
}

template <typename Address>
const Name *findIn(const std::map<Address, Name> &names, const Address &address)
{
    const auto place = names.find(address);
    return place != names.end() ? &place->second : nullptr;
}

bool leadsToPods(const ClusterNode &node, const NetworkInterface &interface)
{
    if (interface.peer && !interface.peer->pod.empty())
        return true;
    return interface.kind == LinkKind::Bridge && std::ranges::any_of(node.net.interfaces, [&](const NetworkInterface &port) {
        return port.master == interface.name && port.peer && !port.peer->pod.empty();
    });
}

} // namespace

bool Name::isSame(const Name &other) const
{
    return kind == other.kind && name == other.name && podNamespace == other.podNamespace && node == other.node;
}

std::string Name::text() const
{
    if (!given.empty())
        return given;
    if (kind == Kind::Node)
        return interface.empty() ? name : fmt::format("{} {}", name, interface);
    if (name.empty() || podNamespace.empty() || podNamespace == "default")
        return name;
    return fmt::format("{}/{}", podNamespace, name);
}

std::string Name::evidenceText() const
{
    if (!evidence.source)
        return {};
    const std::string line = shownLine(evidence).text;
    return fmt::format("{}, line {}: {}", evidence.source->name(), evidence.line, std::string_view(line).substr(std::min(line.find_first_not_of(" \t"), line.size())));
}

bool operator==(const Name &one, const Name &other)
{
    return one.isSame(other) && one.given == other.given && one.interface == other.interface && one.evidenceText() == other.evidenceText();
}

NameTable::NameTable(const Cluster &cluster)
{
    const Owners owners(cluster);
    m_addresses = namesOf(cluster, owners.addresses());
    for (const auto &[address, all] : owners.addresses())
        m_told.insert(address);
    m_macs = namesOf(cluster, owners.macs());
    addPorts(cluster);
}

void NameTable::addPorts(const Cluster &cluster)
{
    for (const ClusterNode &node : cluster.nodes)
        for (const NetworkInterface &interface : node.net.interfaces)
            if (leadsToPods(node, interface))
                m_podPorts.emplace(node.name, interface.name);
    for (const ClusterPod &pod : cluster.pods) {
        if (pod.hostNetwork)
            continue;
        m_pods.insert(pod.fullName());
        if (!pod.name.empty())
            m_pods.insert(pod.name);
        if (!pod.hostInterface.empty())
            m_podPorts.emplace(pod.node, pod.hostInterface);
    }
}

void NameTable::add(std::span<const ResolvedName> resolved)
{
    for (const ResolvedName &one : resolved)
        if (const auto address = IpAddress::fromBytes(asBytes(one.address)); address && isTold(*address) && !m_told.contains(*address))
            m_addresses[*address] = Name{.kind = Name::Kind::Host, .name = one.name};
}

void NameTable::give(std::span<const ResolvedName> names)
{
    for (const ResolvedName &one : names)
        if (const auto address = IpAddress::fromBytes(asBytes(one.address)))
            m_addresses.try_emplace(*address, Name{.kind = Name::Kind::Host, .name = one.name}).first->second.given = one.name;
}

std::vector<ResolvedName> NameTable::resolved() const
{
    std::vector<ResolvedName> resolved;
    for (const auto &[address, name] : m_addresses) {
        if (const std::string text = name.kind == Name::Kind::Node && name.given.empty() ? name.name : name.text(); !text.empty())
            resolved.push_back({std::string(asText(address.raw())), text});
    }
    return resolved;
}

const Name *NameTable::find(const IpAddress &address) const
{
    return findIn(m_addresses, address);
}

const Name *NameTable::find(const MacAddress &address) const
{
    return findIn(m_macs, address);
}

const Name *NameTable::find(Bytes address) const
{
    if (const auto ip = IpAddress::fromBytes(address))
        return find(*ip);
    if (const auto mac = MacAddress::fromBytes(address))
        return find(*mac);
    return nullptr;
}

bool NameTable::isAmongPods(std::string_view node, std::string_view interface) const
{
    return m_pods.contains(node) || m_podPorts.contains(std::pair(std::string(node), std::string(interface)));
}

} // namespace vethscope
