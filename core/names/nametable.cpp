#include "core/names/nametable.h"

#include <algorithm>
#include <cctype>

#include <fmt/format.h>

namespace vethscope {
namespace {

bool isOfAddress(char character)
{
    return std::isxdigit(static_cast<unsigned char>(character)) || character == '.' || character == ':';
}

// Whether it stands there by itself: 10.0.0.1 is not in 10.0.0.12.
bool mentions(std::string_view line, std::string_view address)
{
    for (std::size_t at = line.find(address); at != std::string_view::npos; at = line.find(address, at + 1)) {
        const std::size_t end = at + address.size();
        if ((at == 0 || !isOfAddress(line[at - 1])) && (end == line.size() || !isOfAddress(line[end])))
            return true;
    }
    return false;
}

// Of the lines that are believed, the first that has the address in it; else the first of all.
std::string lineFor(const std::string &address, const EvidenceList &evidence)
{
    const auto speaking = std::ranges::find_if(evidence, [&](const Evidence &line) { return mentions(line.text(), address); });
    if (evidence.empty())
        return {};
    const Evidence &line = speaking != evidence.end() ? *speaking : evidence.front();
    if (!line.source)
        return {};
    std::string_view text = line.text();
    text.remove_prefix(std::min(text.find_first_not_of(" \t"), text.size()));
    return fmt::format("{}, line {}: {}", line.source->name(), line.line, shownOf(text));
}

bool isTold(const IpAddress &address)
{
    return !address.isLoopback() && !address.isAny() && !address.isMulticast();
}

bool isTold(const MacAddress &address)
{
    return !address.isZero();
}

// The name with the line that says so, for an address that can be one's own.
template <typename Entries, typename Address>
void put(Entries &entries, const Address &address, Name name, const EvidenceList &evidence)
{
    if (!isTold(address))
        return;
    name.evidence = lineFor(address.text(), evidence);
    const auto [place, isNew] = entries.try_emplace(address);
    if (isNew)
        place->second.name = std::move(name);
    else if (!place->second.name.isSame(name))
        place->second.ambiguous = true;
}

template <typename Entries, typename Address>
const Name *findIn(const Entries &entries, const Address &address)
{
    const auto place = entries.find(address);
    return place != entries.end() && !place->second.ambiguous ? &place->second.name : nullptr;
}

bool leadsToPods(const ClusterNode &node, const ClusterInterface &interface)
{
    if (interface.peer && !interface.peer->pod.empty())
        return true;
    return interface.kind == LinkKind::Bridge && std::ranges::any_of(node.interfaces, [&](const ClusterInterface &port) {
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
    if (kind == Kind::Node)
        return interface.empty() ? name : fmt::format("{} {}", name, interface);
    if (name.empty() || podNamespace.empty() || podNamespace == "default")
        return name;
    return fmt::format("{}/{}", podNamespace, name);
}

// Nodes first: a pod in its node's network has the node's address, and there the node speaks.
NameTable::NameTable(const Cluster &cluster)
{
    for (const ClusterNode &node : cluster.nodes)
        addNode(node);
    for (const ClusterPod &pod : cluster.pods)
        if (!pod.hostNetwork)
            addPod(pod);
    for (const ClusterService &service : cluster.services)
        addService(service);
}

void NameTable::addNode(const ClusterNode &node)
{
    Name name{.kind = Name::Kind::Node, .name = node.name, .node = node.name};
    for (const ClusterInterface &interface : node.interfaces) {
        name.interface = interface.name;
        if (leadsToPods(node, interface))
            m_podPorts.emplace(node.name, interface.name);
        for (const IpPrefix &address : interface.addresses)
            put(m_addresses, address.address, name, interface.evidence);
        if (interface.mac)
            put(m_macs, *interface.mac, name, interface.evidence);
    }
    name.interface.clear();
    for (const IpAddress &address : node.addresses)
        put(m_addresses, address, name, node.evidence);
}

void NameTable::addPod(const ClusterPod &pod)
{
    m_pods.insert(pod.fullName());
    if (!pod.name.empty())
        m_pods.insert(pod.name);
    if (!pod.hostInterface.empty())
        m_podPorts.emplace(pod.node, pod.hostInterface);
    const Name name{.kind = Name::Kind::Pod, .name = pod.name, .podNamespace = pod.podNamespace, .node = pod.node, .interface = pod.interface};
    for (const IpAddress &address : pod.addresses)
        put(m_addresses, address, name, pod.evidence);
    if (pod.mac)
        put(m_macs, *pod.mac, name, pod.evidence);
}

void NameTable::addService(const ClusterService &service)
{
    const Name name{.kind = Name::Kind::Service, .name = service.name, .podNamespace = service.serviceNamespace};
    for (const IpAddress &address : service.addresses)
        put(m_addresses, address, name, {service.evidence});
}

const Name *NameTable::find(const IpAddress &address) const
{
    return findIn(m_addresses, address);
}

const Name *NameTable::find(const MacAddress &address) const
{
    return findIn(m_macs, address);
}

const Name *NameTable::find(std::string_view address) const
{
    if (const auto ip = IpAddress::parse(address))
        return find(*ip);
    if (const auto mac = MacAddress::parse(address))
        return find(*mac);
    return nullptr;
}

bool NameTable::isAmongPods(std::string_view node, std::string_view interface) const
{
    return m_pods.contains(node) || m_podPorts.contains(std::pair(std::string(node), std::string(interface)));
}

} // namespace vethscope
