#include "core/journey/drafts.h"

#include <algorithm>
#include <bit>
#include <new>
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
        room = room + writer.m_ranges[range].room;
    return room;
}

// Where so much is written now.
std::byte *Drafts::Writer::begin(const Head &head)
{
    Range &range = m_ranges[head.row / m_drafts.m_rowsOfRange];
    const std::size_t size = head.size();
    range.room = range.room + StoredRoom{1, head.hops, head.several};
    std::byte *place = nullptr;
    if (size > Piece::room) {
        place = range.longOnes.emplace_back(size).data();
    } else {
        if (range.pieces.empty() || range.pieces.back()->used + size > Piece::room) {
            range.pieces.push_back(::new (m_drafts.m_pieces->take()) Piece);
            range.pieces.back()->used = 0;
        }
        Piece &piece = *range.pieces.back();
        place = piece.bytes + std::exchange(piece.used, piece.used + size);
    }
    std::memcpy(place, &head, sizeof head);
    return place + sizeof head;
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
