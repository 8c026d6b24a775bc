#include "core/names/nametable.h"

#include "core/facts/shownline.h"

#include <algorithm>
#include <cctype>

#include <fmt/format.h>

namespace vethscope {
namespace {

bool isOfAddress(char character)
{
    return std::isxdigit(static_cast<unsigned char>(character)) || character == '.' || character == ':';
}

// Where it stands by itself: 10.0.0.1 is not in 10.0.0.12.
std::size_t placeOf(std::string_view address, std::string_view line)
{
    for (std::size_t at = line.find(address); at != std::string_view::npos; at = line.find(address, at + 1)) {
        const std::size_t end = at + address.size();
        if ((at == 0 || !isOfAddress(line[at - 1])) && (end == line.size() || !isOfAddress(line[end])))
            return at;
    }
    return std::string_view::npos;
}

constexpr std::size_t farIn = 200; // characters into a line: JSON may be one line for everything

// Of the lines that are believed, the first that has the address in it, best near its beginning; else the first of all.
const Evidence *lineWith(std::string_view address, const EvidenceList &evidence)
{
    const auto speaksWithin = [&](std::size_t end) {
        return [&, end](const Evidence &line) { return placeOf(address, line.text()) < end; };
    };
    auto found = std::ranges::find_if(evidence, speaksWithin(farIn));
    if (found == evidence.end())
        found = std::ranges::find_if(evidence, speaksWithin(std::string_view::npos));
    if (found == evidence.end())
        found = evidence.begin();
    return found == evidence.end() ? nullptr : &*found;
}

// That line, and where in it the address stands.
Evidence lineFor(const std::string &address, const EvidenceList &evidence)
{
    const Evidence *line = lineWith(address, evidence);
    if (!line || !line->source)
        return {};
    Evidence found = *line;
    if (const std::size_t at = placeOf(address, line->text()); at != std::string_view::npos)
        found.column = static_cast<std::uint32_t>(at + 1);
    return found;
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
    return one.isSame(other) && one.interface == other.interface && one.evidenceText() == other.evidenceText();
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
    for (const NetworkInterface &interface : node.net.interfaces) {
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
