#include "core/statistics/protocolhierarchy.h"

#include "core/protocols/protocols.h"

#include <algorithm>

#include <fmt/format.h>

namespace vethscope {
namespace {

using Node = ProtocolHierarchy::Node;

// Whether Wireshark shows it as a part of the header before it: IPv6's extension headers, and what an echo carries.
bool isPartOf(const Protocol &protocol, const Node &before)
{
    if (!before.protocol)
        return false;
    if (&protocol == &protocols::data)
        return before.protocol == &protocols::icmp || before.protocol == &protocols::icmpv6;
    return protocol.name.size() > before.name.size() && protocol.name.starts_with(before.name) && protocol.name[before.name.size()] == '.';
}

} // namespace

ProtocolHierarchy::ProtocolHierarchy() : m_nodes(1)
{
    m_nodes.front().name = "frame";
}

// The same header may stand in several places of one tree, but not twice in one: children are few.
std::uint32_t ProtocolHierarchy::childOf(std::uint32_t parent, const Protocol *protocol, std::string_view name, std::uint8_t depth)
{
    for (const std::uint32_t child : m_nodes[parent].children)
        if (m_nodes[child].protocol == protocol && m_nodes[child].name == name)
            return child;
    const auto made = static_cast<std::uint32_t>(m_nodes.size());
    Node node;
    node.protocol = protocol;
    node.name = name;
    node.depth = depth;
    node.parent = parent;
    m_nodes.push_back(std::move(node));
    auto &children = m_nodes[parent].children;
    children.insert(std::ranges::find_if(children, [&](std::uint32_t other) { return m_nodes[other].name > name; }), made);
    return made;
}

void ProtocolHierarchy::count(std::size_t row, const Frame &frame, const Dissection &packet)
{
    if (frame.timed) {
        m_begin = std::min(m_begin, frame.time);
        m_end = std::max(m_end, frame.time);
    }
    std::uint32_t at = 0;
    const auto see = [&](std::uint32_t place) {
        at = place;
        Node &node = m_nodes[place];
        ++node.frames;
        node.bytes += frame.originalLength;
        node.first = std::min(node.first, static_cast<std::uint32_t>(row));
    };
    const auto seeLayer = [&](const Layer &layer) {
        const Protocol &protocol = *layer.protocol;
        if (layer.quoted) // spoken of, not there
            return;
        if (!protocol.unnamed && !isPartOf(protocol, m_nodes[at]))
            see(childOf(at, &protocol, protocol.name, layer.depth));
        m_nodes[at].scopes |= static_cast<std::uint8_t>(1u << static_cast<unsigned>(packet.scope(layer)));
    };
    see(0);
    for (const Layer &layer : packet.layers())
        seeLayer(layer);
    if (const auto cut = packet.cutHeader())
        seeLayer(*cut);
    if (const auto &stop = packet.stop())
        see(childOf(at, nullptr, stop->cutByCapture ? "_ws.short" : "_ws.malformed", stop->depth));
    ++m_nodes[at].endFrames;
    m_nodes[at].endBytes += frame.originalLength;
}

void ProtocolHierarchy::sum(Node &to, const Node &from)
{
    to.scopes |= from.scopes;
    to.frames += from.frames;
    to.bytes += from.bytes;
    to.endFrames += from.endFrames;
    to.endBytes += from.endBytes;
    to.first = std::min(to.first, from.first);
}

void ProtocolHierarchy::addBelow(std::uint32_t to, const ProtocolHierarchy &other, std::uint32_t from)
{
    sum(m_nodes[to], other.m_nodes[from]);
    for (const std::uint32_t child : other.m_nodes[from].children) {
        const Node &node = other.m_nodes[child];
        addBelow(childOf(to, node.protocol, node.name, node.depth), other, child);
    }
}

void ProtocolHierarchy::add(const PacketTally &other)
{
    const auto &more = static_cast<const ProtocolHierarchy &>(other);
    m_begin = std::min(m_begin, more.m_begin);
    m_end = std::max(m_end, more.m_end);
    addBelow(0, more, 0);
}

double ProtocolHierarchy::duration() const
{
    return m_begin < m_end ? static_cast<double>(m_end - m_begin) / 1e9 : 0;
}

bool ProtocolHierarchy::isOfOneDepth(std::string_view name) const
{
    const auto isIt = [&](const Node &node) { return node.name == name; };
    const auto first = std::ranges::find_if(m_nodes, isIt);
    return std::ranges::none_of(m_nodes, [&](const Node &node) { return isIt(node) && (node.depth != first->depth || node.scopes != first->scopes); });
}

std::string filterOf(const ProtocolHierarchy &hierarchy, const Node &node)
{
    if (node.parent == ProtocolHierarchy::none || !node.protocol)
        return {};
    std::string name(node.name);
    if (hierarchy.isOfOneDepth(name))
        return name;
    if (node.has(Scope::Overlay))
        return "overlay." + name;
    if (node.has(Scope::Tunnel))
        return name;
    const std::string native = name + " && vs.depth == 0", underlay = "underlay." + name;
    if (node.has(Scope::Native) && node.has(Scope::Underlay))
        return "(" + native + ") || " + underlay;
    return node.has(Scope::Underlay) ? underlay : native;
}

namespace {

void appendLines(const ProtocolHierarchy &hierarchy, const Node &node, int level, std::string &text)
{
    for (const std::uint32_t child : node.children) {
        const Node &below = hierarchy.nodes()[child];
        text += fmt::format("{:<40} frames:{} bytes:{}\n", std::string(static_cast<std::size_t>(2 * level), ' ') + std::string(below.name), below.frames, below.bytes);
        appendLines(hierarchy, below, level + 1, text);
    }
}

} // namespace

std::string textOf(const ProtocolHierarchy &hierarchy)
{
    std::string text;
    appendLines(hierarchy, hierarchy.root(), 0, text);
    return text;
}

} // namespace vethscope
