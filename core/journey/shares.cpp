#include "core/journey/shares.h"

#include "core/threads/parts.h"

#include <algorithm>
#include <bit>
#include <utility>

namespace vethscope::journey {
namespace {

constexpr std::size_t inCache = 8192;        // glimpses
constexpr std::size_t tellingOfTimes = 32768; // in which the next row is so near that its time is at hand
constexpr std::size_t mostShares = 2048;     // as many places as are written to by turns
constexpr std::size_t sharesForCores = 16;   // so many there are where there is work for them
constexpr std::size_t glimpsesOfPart = 1 << 18;

} // namespace

Shares::Shares(std::vector<Glimpse> glimpses, const NumberOf &numberOf)
    : m_glimpses(glimpses.size()), m_inOrder(std::move(glimpses))
{
    divide(std::clamp<std::size_t>(m_inOrder.size() / inCache, 1, mostShares), numberOf);
}

void Shares::divideAgain(const NumberOf &numberOf)
{
    const std::size_t forCores = std::clamp<std::size_t>(m_inOrder.size() / inCache, 1, sharesForCores);
    divide(std::clamp<std::size_t>(m_inOrder.size() / tellingOfTimes, forCores, mostShares), numberOf);
    std::vector<Glimpse>().swap(m_inOrder); // an empty list would keep its room
}

void Shares::clear()
{
    std::vector<Glimpse>().swap(m_glimpses);
    m_ends.clear();
}

// Each part counts what it has for each share, and then puts it where those of the parts before it end.
void Shares::divide(std::size_t shares, const NumberOf &numberOf)
{
    m_ends.assign(std::bit_ceil(shares), 0);
    const std::size_t parts = (m_inOrder.size() + glimpsesOfPart - 1) / glimpsesOfPart;
    std::vector<std::vector<std::size_t>> places(parts, std::vector<std::size_t>(m_ends.size()));
    const auto forEachOf = [&](std::size_t part, auto work) {
        const std::size_t end = std::min((part + 1) * glimpsesOfPart, m_inOrder.size());
        for (std::size_t i = part * glimpsesOfPart; i < end; ++i)
            work(m_inOrder[i], places[part][numberOf(m_inOrder[i]) & (m_ends.size() - 1)]);
    };
    forEachPart(parts, [&](std::size_t part) { forEachOf(part, [](const Glimpse &, std::size_t &count) { ++count; }); });
    std::size_t place = 0;
    for (std::size_t share = 0; share < m_ends.size(); ++share) {
        for (std::vector<std::size_t> &ofPart : places)
            place += std::exchange(ofPart[share], place);
        m_ends[share] = place;
    }
    forEachPart(parts, [&](std::size_t part) { forEachOf(part, [&](const Glimpse &one, std::size_t &at) { m_glimpses[at++] = one; }); });
}

} // namespace vethscope::journey
