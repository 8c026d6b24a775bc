#include "core/journey/shares.h"

#include <algorithm>
#include <bit>
#include <new>

namespace vethscope::journey {
namespace {

constexpr std::size_t inCache = 8192;    // glimpses
constexpr std::size_t mostShares = 1024; // as many places as are written to by turns

} // namespace

Shares::Shares(std::size_t glimpses, std::shared_ptr<Pieces> pieces)
    : m_glimpses(glimpses), m_pieces(std::move(pieces)), m_shares(std::bit_ceil(std::clamp<std::size_t>(glimpses / inCache, 1, mostShares)))
{
}

Shares::Writer Shares::writer()
{
    const std::scoped_lock lock(*m_beginning);
    return {*this, m_writers++};
}

void Shares::number(std::size_t share)
{
    for (Piece *const piece : m_shares[share])
        for (Glimpse &one : piece->all())
            one.tuple = m_numbers[piece->writer][one.tuple];
}

std::size_t Shares::glimpsesIn(std::size_t share) const
{
    std::size_t count = 0;
    for (const Piece *const piece : m_shares[share])
        count += piece->count;
    return count;
}

void Shares::take(std::size_t share, std::vector<Glimpse> &glimpses)
{
    glimpses.clear();
    glimpses.reserve(glimpsesIn(share));
    for (Piece *const piece : m_shares[share]) {
        glimpses.insert(glimpses.end(), piece->all().begin(), piece->all().end());
        m_pieces->giveBack(piece);
    }
    m_shares[share].clear();
}

Shares::Piece &Shares::begin(std::size_t share, std::uint32_t writer)
{
    Piece *const piece = ::new (m_pieces->take()) Piece;
    piece->count = Piece::room; // once it is full
    piece->writer = writer;
    const std::scoped_lock lock(*m_beginning);
    m_shares[share].push_back(piece);
    return *piece;
}

} // namespace vethscope::journey
