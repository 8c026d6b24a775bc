#include "core/flowgraph/flowgraph.h"

#include "core/dissect/layerview.h"
#include "core/protocols/protocols.h"

#include <algorithm>
#include <optional>

namespace vethscope {
namespace {

constexpr std::uint32_t unplaced = UINT32_MAX;

std::optional<FlowAddress> addressIn(Column column, const Frame &frame, const Dissection &packet, Perspective perspective)
{
    const auto shown = shownAddress(column, packet, perspective);
    if (!shown)
        return {};
    const Bytes raw = LayerView(frame, packet, shown->layer).raw(*shown->field);
    if (const auto mac = MacAddress::fromBytes(raw))
        return FlowAddress(*mac);
    if (const auto ip = IpAddress::fromBytes(raw))
        return FlowAddress(*ip);
    return {};
}

bool hasPortsOf(const Protocol &protocol)
{
    return &protocol == &protocols::tcp || &protocol == &protocols::udp || &protocol == &protocols::sctp;
}

// The header above the addresses that tells what the packet is: TCP, UDP, ICMP.
const Layer *transportOf(const Dissection &packet, std::size_t addresses)
{
    for (std::size_t i = addresses + 1; i < packet.size(); ++i) {
        const Layer &layer = packet[i];
        if (layer.quoted || layer.depth != packet[addresses].depth)
            return nullptr;
        const Protocol &protocol = *layer.protocol;
        if (hasPortsOf(protocol) || &protocol == &protocols::icmp || &protocol == &protocols::icmpv6)
            return &layer;
    }
    return nullptr;
}

bool isOfKind(FlowKind kind, const Layer *transport)
{
    if (kind == FlowKind::All)
        return true;
    if (!transport)
        return false;
    return kind == FlowKind::Tcp ? transport->protocol == &protocols::tcp : transport->protocol == &protocols::icmp || transport->protocol == &protocols::icmpv6;
}

} // namespace

Perspective perspectiveOf(FlowAddresses addresses)
{
    return addresses == FlowAddresses::Underlay ? Perspective::Underlay : Perspective::Both;
}

std::string textOf(const FlowAddress &address)
{
    return std::visit([](const auto &one) { return one.text(); }, address);
}

std::size_t FlowGraph::placeOf(std::uint32_t row) const
{
    return static_cast<std::size_t>(std::ranges::lower_bound(events, row, {}, &FlowEvent::row) - events.begin());
}

std::optional<std::size_t> FlowGraph::find(std::uint32_t row) const
{
    const std::size_t place = placeOf(row);
    return place < events.size() && events[place].row == row ? std::optional(place) : std::nullopt;
}

std::uint32_t FlowTally::placeOf(const FlowAddress &address)
{
    return m_places.try_emplace(address, static_cast<std::uint32_t>(m_places.size())).first->second;
}

void FlowTally::count(std::size_t row, const Frame &frame, const Dissection &packet)
{
    const auto shown = shownAddress(Column::Source, packet, m_perspective);
    const Layer *const transport = shown ? transportOf(packet, shown->layer) : nullptr;
    if (!isOfKind(m_kind, transport))
        return;
    const auto from = addressIn(Column::Source, frame, packet, m_perspective), to = addressIn(Column::Destination, frame, packet, m_perspective);
    if (!from || !to) {
        ++m_leftOut;
        return;
    }
    FlowEvent event{static_cast<std::uint32_t>(row), placeOf(*from), placeOf(*to), 0, 0, addressScope(packet, m_perspective).scope, false};
    if (transport && hasPortsOf(*transport->protocol) && transport->offset + 4 <= frame.bytes.size()) {
        const Bytes header = frame.bytes.subspan(transport->offset);
        event.sourcePort = static_cast<std::uint16_t>(readBits(header, bits(0, 16)));
        event.destinationPort = static_cast<std::uint16_t>(readBits(header, bits(16, 16)));
        event.hasPorts = true;
    }
    m_events.push_back(event);
}

void FlowTally::add(const PacketTally &other)
{
    const auto &its = static_cast<const FlowTally &>(other);
    std::vector<std::uint32_t> places(its.m_places.size());
    for (const auto &[address, place] : its.m_places)
        places[place] = placeOf(address);
    m_events.reserve(m_events.size() + its.m_events.size());
    for (FlowEvent event : its.m_events) {
        event.from = places[event.from];
        event.to = places[event.to];
        m_events.push_back(event);
    }
    m_leftOut += its.m_leftOut;
}

FlowGraph FlowTally::graph() const
{
    FlowGraph graph{{}, m_events, m_leftOut};
    std::ranges::sort(graph.events, {}, &FlowEvent::row);
    std::vector<const FlowAddress *> known(m_places.size());
    for (const auto &[address, place] : m_places)
        known[place] = &address;
    std::vector<std::uint32_t> lifelines(known.size(), unplaced);
    const auto lifeline = [&](std::uint32_t place) {
        if (lifelines[place] == unplaced) {
            lifelines[place] = static_cast<std::uint32_t>(graph.addresses.size());
            graph.addresses.push_back(*known[place]);
        }
        return lifelines[place];
    };
    for (FlowEvent &event : graph.events) {
        event.from = lifeline(event.from);
        event.to = lifeline(event.to);
    }
    return graph;
}

} // namespace vethscope
