#include "core/follow/tcpassembly.h"

#include <algorithm>

namespace vethscope {

std::int64_t TcpAssembly::unwrapped(const Side &side, std::uint32_t number)
{
    return side.next + static_cast<std::int32_t>(number - static_cast<std::uint32_t>(side.next));
}

void TcpAssembly::see(const Segment &segment)
{
    ++m_stream.packets;
    if (segment.acknowledges)
        acknowledge(!segment.fromClient, segment);
    Side &own = m_sides[segment.fromClient];
    if (!own.known) {
        own.next = segment.sequence;
        own.known = true;
    }
    if (segment.length == 0)
        return;
    const std::int64_t begin = unwrapped(own, segment.sequence);
    Piece piece{segment.row, segment.time, begin, begin + segment.length, segment.data.first(std::min<std::size_t>(segment.data.size(), segment.length))};
    if (piece.begin > own.next) {
        own.waiting.emplace(piece.begin, piece);
        return;
    }
    take(segment.fromClient, piece);
    takeWaiting(segment.fromClient);
}

// A piece that begins at the next byte or before it.
void TcpAssembly::take(bool fromClient, Piece piece)
{
    Side &own = m_sides[fromClient];
    if (piece.end <= own.next)
        return; // all of it was there before
    const auto known = static_cast<std::size_t>(own.next - piece.begin);
    const Bytes fresh = piece.data.subspan(std::min(known, piece.data.size()));
    if (!fresh.empty())
        m_stream.add(piece.row, piece.time, fromClient, fresh);
    const auto length = static_cast<std::size_t>(piece.end - own.next);
    if (fresh.size() < length)
        m_stream.addGap(piece.row, piece.time, fromClient, StreamChunk::Gap::Cut, length - fresh.size());
    own.next = piece.end;
}

void TcpAssembly::takeWaiting(bool fromClient)
{
    Side &own = m_sides[fromClient];
    while (!own.waiting.empty() && own.waiting.begin()->first <= own.next) {
        const Piece piece = own.waiting.begin()->second;
        own.waiting.erase(own.waiting.begin());
        take(fromClient, piece);
    }
}

// The other side has what lies before that number: what was not captured of it will not come any more.
void TcpAssembly::acknowledge(bool ofClient, const Segment &segment)
{
    Side &side = m_sides[ofClient];
    while (!side.waiting.empty() && unwrapped(side, segment.acknowledgment) > side.waiting.begin()->first) {
        const Piece &first = side.waiting.begin()->second;
        m_stream.addGap(first.row, first.time, ofClient, StreamChunk::Gap::Missing, static_cast<std::size_t>(first.begin - side.next));
        side.next = first.begin;
        takeWaiting(ofClient);
    }
}

void TcpAssembly::finish()
{
    for (const bool fromClient : {true, false}) {
        Side &side = m_sides[fromClient];
        while (!side.waiting.empty()) {
            const Piece &first = side.waiting.begin()->second;
            m_stream.addGap(first.row, first.time, fromClient, StreamChunk::Gap::Unacknowledged, static_cast<std::size_t>(first.begin - side.next));
            side.next = first.begin;
            takeWaiting(fromClient);
        }
    }
}

} // namespace vethscope
