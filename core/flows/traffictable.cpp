#include "core/flows/traffictable.h"

#include "core/flows/trafficwords.h"
#include "core/protocols/protocols.h"

#include <algorithm>
#include <limits>
#include <optional>
#include <span>
#include <tuple>

namespace vethscope {
namespace {

constexpr std::size_t firstPlaces = 1024; // a power of two

std::optional<TrafficKind> kindOf(const Protocol *protocol)
{
    if (protocol == &protocols::ethernet)
        return TrafficKind::Ethernet;
    if (protocol == &protocols::ipv4)
        return TrafficKind::Ipv4;
    if (protocol == &protocols::ipv6)
        return TrafficKind::Ipv6;
    if (protocol == &protocols::tcp)
        return TrafficKind::Tcp;
    if (protocol == &protocols::udp)
        return TrafficKind::Udp;
    return std::nullopt;
}

bool isInternet(TrafficKind kind)
{
    return kind == TrafficKind::Ipv4 || kind == TrafficKind::Ipv6;
}

// The rows that tell who sends and who receives: the ports, with which TCP's and UDP's tables begin, or the addresses.
struct Sides {
    const Field &source;
    const Field &destination;
};

Sides sidesOf(const Protocol &protocol, TrafficKind kind)
{
    if (hasPorts(kind))
        return {protocol.fields[0], protocol.fields[1]};
    return {*protocol.source, *protocol.destination};
}

std::uint32_t tagOf(const FlowName &name)
{
    return static_cast<std::uint32_t>(name.second);
}

TrafficEnd endOf(const std::array<std::byte, 16> &address, std::uint8_t size, std::uint16_t port)
{
    return {address, size, port};
}

} // namespace

// Ends that talk in several scopes lie apart, too.
std::uint64_t TrafficTable::Key::hash() const
{
    const std::uint64_t where = std::uint64_t{depth} << 16 | std::uint64_t(scope) << 8 | std::uint64_t(kind);
    return ends.hash() + where * 0x9e3779b97f4a7c15u;
}

Conversation TrafficTable::Entry::conversation() const
{
    const Endpoints &ends = key.ends;
    const TrafficEnd low = endOf(ends.lowAddress, ends.addressSize, ends.lowPort);
    const TrafficEnd high = endOf(ends.highAddress, ends.addressSize, ends.highPort);
    Conversation conversation{.kind = key.kind, .scope = key.scope, .depth = key.depth,
                              .a = firstFromLow ? low : high, .b = firstFromLow ? high : low,
                              .fromA = firstFromLow ? fromLow : fromHigh, .fromB = firstFromLow ? fromHigh : fromLow,
                              .firstRow = firstRow};
    if (first <= last) {
        conversation.first = first;
        conversation.last = last;
    }
    return conversation;
}

// All packets of a flow count for the same conversations.
void TrafficTable::count(const Frame &frame, const Dissection &packet)
{
    const std::size_t begin = m_countsFor.size();
    const auto name = m_flows.size() < mostFlows ? m_namer.nameOf(frame, packet, 0) : std::nullopt;
    if (!name) {
        countAnew(frame, packet);
        m_countsFor.resize(begin);
        return;
    }
    if (m_flows.size() * 2 >= m_flowPlaces.size()) {
        m_flowPlaces.assign(std::max(firstPlaces, m_flowPlaces.size() * 4), {});
        for (std::uint32_t number = 1; number <= m_flows.size(); ++number)
            placeOf(m_flows[number - 1].name) = {tagOf(m_flows[number - 1].name), number};
    }
    Place &place = placeOf(*name);
    if (place.number != 0)
        return countAgain(frame, m_flows[place.number - 1]);
    countAnew(frame, packet);
    m_flows.push_back({.name = *name, .begin = static_cast<std::uint32_t>(begin), .end = static_cast<std::uint32_t>(m_countsFor.size())});
    place = {tagOf(*name), static_cast<std::uint32_t>(m_flows.size())};
}

// With the flow's number from 1 on, or where it will stand.
TrafficTable::Place &TrafficTable::placeOf(const FlowName &name)
{
    std::size_t place = name.first & (m_flowPlaces.size() - 1);
    while (m_flowPlaces[place].number != 0 && (m_flowPlaces[place].tag != tagOf(name) || m_flows[m_flowPlaces[place].number - 1].name != name))
        place = (place + 1) & (m_flowPlaces.size() - 1);
    return m_flowPlaces[place];
}

void TrafficTable::countAgain(const Frame &frame, Flow &flow)
{
    ++flow.packets;
    flow.bytes += frame.originalLength;
    flow.firstRow = std::min(flow.firstRow, frame.number - 1);
    if (frame.timed) {
        flow.first = std::min(flow.first, frame.time);
        flow.last = std::max(flow.last, frame.time);
    }
}

// With what all packets of their flows count.
std::vector<TrafficTable::Entry> TrafficTable::entries() const
{
    std::vector<Entry> entries = m_entries;
    for (const Flow &flow : m_flows)
        for (const CountsFor &one : std::span(m_countsFor).subspan(flow.begin, flow.end - flow.begin)) {
            Entry &entry = entries[one.entry];
            note(entry, {.key = {}, .firstLayer = one.layer, .firstFromLow = one.fromLow, .firstRow = flow.firstRow, .first = flow.first, .last = flow.last});
            (one.fromLow ? entry.fromLow : entry.fromHigh) += {flow.packets, flow.bytes};
        }
    return entries;
}

void TrafficTable::countAnew(const Frame &frame, const Dissection &packet)
{
    std::optional<LayerView> internet; // the nearest one around what follows
    const auto look = [&](const LayerView &view, TrafficKind kind) {
        if (isInternet(kind))
            internet = view;
        if (!hasPorts(kind))
            count(view, view, kind);
        else if (internet)
            count(view, *internet, kind);
    };
    for (std::size_t i = 0; i < packet.size(); ++i) {
        if (packet[i].quoted)
            return; // and so is all that follows
        if (const auto kind = kindOf(packet[i].protocol))
            look({frame, packet, i}, *kind);
    }
    if (packet.stop() && !packet.stop()->quoted)
        if (const auto kind = kindOf(packet.stop()->protocol))
            if (const auto cut = LayerView::ofCutHeader(frame, packet))
                look(*cut, *kind);
}

void TrafficTable::count(const LayerView &view, const LayerView &internet, TrafficKind kind)
{
    const Sides sides = sidesOf(view.protocol(), kind);
    if (view.isCut() && !(view.has(sides.source) && view.has(sides.destination)))
        return;
    const Frame &frame = view.frame();
    const Sides addresses = sidesOf(internet.protocol(), TrafficKind::Ipv4);
    const auto port = [&](const Field &field) { return hasPorts(kind) ? static_cast<std::uint16_t>(view.number(field)) : std::uint16_t{0}; };
    const DirectedEndpoints ends = endpointsOf(internet.raw(addresses.source), port(sides.source),
                                               internet.raw(addresses.destination), port(sides.destination));
    const bool timed = frame.timed;
    Entry &entry = entryOf({
        .key = {ends.ends, kind, view.packet().scope(view.layer()), view.layer().depth},
        .firstLayer = static_cast<std::uint8_t>(view.index()),
        .firstFromLow = ends.fromLow,
        .firstRow = frame.number - 1,
        .first = timed ? frame.time : std::numeric_limits<std::int64_t>::max(),
        .last = timed ? frame.time : std::numeric_limits<std::int64_t>::min(),
    });
    TrafficCount &count = ends.fromLow ? entry.fromLow : entry.fromHigh;
    ++count.packets;
    count.bytes += frame.originalLength;
    m_countsFor.push_back({static_cast<std::uint32_t>(&entry - m_entries.data()), static_cast<std::uint8_t>(view.index()), ends.fromLow});
}

void TrafficTable::add(const TrafficTable &other)
{
    for (const Entry &theirs : other.entries()) {
        Entry fresh = theirs;
        fresh.fromLow = {};
        fresh.fromHigh = {};
        Entry &ours = entryOf(fresh);
        ours.fromLow += theirs.fromLow;
        ours.fromHigh += theirs.fromHigh;
    }
}

// Of the entry with that key the first appearance and the times are those of both; a new one is `fresh` itself.
TrafficTable::Entry &TrafficTable::entryOf(const Entry &fresh)
{
    if (m_entries.size() * 2 >= m_places.size())
        grow();
    const std::uint64_t hash = fresh.key.hash();
    const std::size_t mask = m_places.size() - 1;
    for (std::size_t place = hash; m_places[place & mask].number != 0; ++place) {
        if (m_places[place & mask].tag != static_cast<std::uint32_t>(hash >> 32))
            continue;
        Entry &entry = m_entries[m_places[place & mask].number - 1];
        if (entry.key != fresh.key)
            continue;
        note(entry, fresh);
        return entry;
    }
    put(m_places, hash, m_entries.size());
    return m_entries.emplace_back(fresh);
}

void TrafficTable::note(Entry &entry, const Entry &fresh)
{
    if (fresh.firstRow < entry.firstRow) {
        entry.firstRow = fresh.firstRow;
        entry.firstLayer = fresh.firstLayer;
        entry.firstFromLow = fresh.firstFromLow;
    }
    entry.first = std::min(entry.first, fresh.first);
    entry.last = std::max(entry.last, fresh.last);
}

void TrafficTable::put(std::vector<Place> &places, std::uint64_t hash, std::size_t entry)
{
    std::size_t place = hash;
    while (places[place & (places.size() - 1)].number != 0)
        ++place;
    places[place & (places.size() - 1)] = {static_cast<std::uint32_t>(hash >> 32), static_cast<std::uint32_t>(entry + 1)};
}

void TrafficTable::grow()
{
    std::vector<Place> larger(std::max(firstPlaces, m_places.size() * 4));
    for (std::size_t i = 0; i < m_entries.size(); ++i)
        put(larger, m_entries[i].key.hash(), i);
    m_places = std::move(larger);
}

std::vector<Conversation> TrafficTable::conversations() const
{
    const std::vector<Entry> all = entries();
    std::vector<const Entry *> ordered;
    ordered.reserve(all.size());
    for (const Entry &entry : all)
        ordered.push_back(&entry);
    std::ranges::sort(ordered, {}, [](const Entry *entry) { return std::tuple(entry->firstRow, entry->firstLayer); });
    std::vector<Conversation> conversations;
    conversations.reserve(ordered.size());
    for (const Entry *entry : ordered)
        conversations.push_back(entry->conversation());
    return conversations;
}

} // namespace vethscope
