#include "core/journey/grouping.h"

#include "core/bytes/mixinghash.h"

#include <algorithm>
#include <bit>
#include <utility>

namespace vethscope::journey {
namespace {

constexpr std::size_t few = 32; // so many are quickest put in order one by one

// Most are alike, and in order.
template <typename Less>
void sortBox(std::span<Glimpse> some, Less isBefore)
{
    if (some.size() > few) {
        std::ranges::sort(some, isBefore);
        return;
    }
    for (std::size_t i = 1; i < some.size(); ++i) {
        if (!isBefore(some[i], some[i - 1]))
            continue;
        const Glimpse one = some[i];
        std::size_t place = i;
        for (; place > 0 && isBefore(one, some[place - 1]); --place)
            some[place] = some[place - 1];
        some[place] = one;
    }
}

} // namespace

// Into as many boxes, by a hash, as there are some packets; then within each box.
void putTogether(const Shares &shares, std::size_t share, const std::vector<std::uint32_t> &flows, std::vector<Glimpse> &glimpses)
{
    const std::size_t count = shares.glimpsesIn(share), boxes = std::bit_ceil(count / 2 + 2);
    glimpses.resize(count);
    const int shift = 64 - std::countr_zero(boxes);
    const auto boxOf = [&](const Glimpse &one) { return MixingHash{flows[one.tuple], one.key()}.value() >> shift; };
    const auto isBefore = [&](const Glimpse &one, const Glimpse &other) {
        if (one.key() != other.key())
            return one.key() < other.key();
        return std::pair(flows[one.tuple], one.row) < std::pair(flows[other.tuple], other.row);
    };
    std::vector<std::uint32_t> ends(boxes + 1); // where each box begins, and at last where it ends
    std::vector<std::uint32_t> ofEach(count); // its box
    auto own = ofEach.begin();
    shares.forEachIn(share, [&](const Glimpse &one) { ++ends[(*own++ = static_cast<std::uint32_t>(boxOf(one))) + 1]; });
    for (std::size_t box = 1; box <= boxes; ++box)
        ends[box] += ends[box - 1];
    own = ofEach.begin();
    shares.forEachIn(share, [&](const Glimpse &one) { glimpses[ends[*own++]++] = one; });
    std::uint32_t begin = 0;
    for (std::size_t box = 0; box < boxes; ++box) {
        sortBox(std::span(glimpses).subspan(begin, ends[box] - begin), isBefore);
        begin = ends[box];
    }
}

} // namespace vethscope::journey
