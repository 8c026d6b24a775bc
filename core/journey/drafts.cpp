#include "core/journey/drafts.h"

#include <algorithm>
#include <bit>
#include <utility>

namespace vethscope::journey {
namespace {

constexpr std::size_t leastRows = 1 << 15, mostRanges = 1024;

void put(std::byte *&at, const StoredHop &hop)
{
    std::memcpy(at, &hop, sizeof hop);
    at += sizeof hop;
}

void put(std::byte *&at, std::uint32_t number)
{
    std::memcpy(at, &number, sizeof number);
    at += sizeof number;
}

} // namespace

Drafts::Drafts(std::size_t rows, std::shared_ptr<Pieces> pieces) : m_rows(rows), m_rowsOfRange(std::max(leastRows, std::bit_ceil(rows / mostRanges + 1))), m_pieces(std::move(pieces)) { }

Drafts::Writer &Drafts::writer()
{
    const std::scoped_lock lock(m_adding);
    return m_writers.emplace_back(*this);
}

StoredRoom Drafts::roomOf(std::size_t range) const
{
    StoredRoom room;
    for (const Writer &writer : m_writers)
        room = room + writer.m_open[range].room;
    return room;
}

// Where it goes on behind the head.
std::byte *Drafts::Writer::begin(const Head &head)
{
    const std::size_t range = head.row / m_drafts.m_rowsOfRange, size = head.size();
    Open &open = m_open[range];
    open.room = open.room + StoredRoom{1, head.hops, head.several};
    std::byte *const place = size <= static_cast<std::size_t>(open.end - open.at) ? std::exchange(open.at, open.at + size) : beginPiece(range, size);
    std::memcpy(place, &head, sizeof head);
    return place + sizeof head;
}

std::byte *Drafts::Writer::beginPiece(std::size_t range, std::size_t size)
{
    Range &own = m_ranges[range];
    Open &open = m_open[range];
    if (size > Pieces::size)
        return own.longOnes.emplace_back(size).data();
    if (!own.pieces.empty())
        own.pieces.back() = {own.pieces.back().data(), open.at};
    auto *const piece = static_cast<std::byte *>(m_drafts.m_pieces->take());
    own.pieces.emplace_back(piece, Pieces::size);
    open.at = piece + size;
    open.end = piece + Pieces::size;
    return piece;
}

void Drafts::Writer::add(std::uint32_t flow, std::span<const SeenHop> hops)
{
    std::byte *at = begin({hops.front().sighting.row, flow, static_cast<std::uint32_t>(hops.size()), 0});
    for (const SeenHop &hop : hops) {
        const Sighting &one = hop.sighting;
        put(at, StoredHop{one.row, one.tuple, one.point, one.timeToLive, hop.depth});
    }
}

void Drafts::Writer::add(std::uint32_t flow, const Packet &packet)
{
    std::uint32_t several = 0;
    for (const PacketHop &hop : packet.hops)
        several += hop.more.empty() ? 0 : static_cast<std::uint32_t>(hop.more.size()) + 2;
    std::byte *at = begin({packet.first().row, flow, static_cast<std::uint32_t>(packet.hops.size()), several});
    std::uint32_t place = 0;
    for (const PacketHop &hop : packet.hops) {
        const CloseLook &first = hop.first;
        const bool isOne = hop.more.empty();
        put(at, StoredHop{isOne ? first.row : place, isOne ? first.tuple : first.tuple | StoredHop::hasSeveral, first.point, first.timeToLive, first.depth});
        place += isOne ? 0 : static_cast<std::uint32_t>(hop.more.size()) + 2;
    }
    for (const PacketHop &hop : packet.hops) {
        if (hop.more.empty())
            continue;
        put(at, static_cast<std::uint32_t>(hop.more.size()) + 1);
        put(at, hop.first.row);
        for (const std::uint32_t row : hop.more)
            put(at, row);
    }
}

} // namespace vethscope::journey
