#include "core/journey/grouping.h"

#include "core/bytes/mixinghash.h"

#include <algorithm>
#include <bit>
#include <utility>

namespace vethscope::journey {
namespace {

constexpr std::size_t few = 32; // so many are quickest put in order one by one

// By flow and key, and else as they were; most are alike.
template <typename Less>
void sortBox(std::span<Glimpse> some, Less isBefore)
{
    if (some.size() > few) {
        std::ranges::stable_sort(some, isBefore);
        return;
    }
    for (std::size_t i = 1; i < some.size(); ++i) {
        const Glimpse one = some[i];
        std::size_t place = i;
        for (; place > 0 && isBefore(one, some[place - 1]); --place)
            some[place] = some[place - 1];
        some[place] = one;
    }
}

} // namespace

// Into as many boxes, by a hash, as there are some packets; then within each box.
void putTogether(std::span<Glimpse> glimpses, const std::vector<std::uint32_t> &flows)
{
    if (glimpses.size() < 2)
        return;
    const std::size_t boxes = std::bit_ceil(glimpses.size() / 2 + 2);
    const int shift = 64 - std::countr_zero(boxes);
    const auto boxOf = [&](const Glimpse &one) { return MixingHash{flows[one.tuple], one.key()}.value() >> shift; };
    const auto isBefore = [&](const Glimpse &one, const Glimpse &other) {
        return std::pair(flows[one.tuple], one.key()) < std::pair(flows[other.tuple], other.key());
    };
    const std::vector<Glimpse> before(glimpses.begin(), glimpses.end());
    std::vector<std::uint32_t> ends(boxes + 1); // where each box begins, and at last where it ends
    for (const Glimpse &one : before)
        ++ends[boxOf(one) + 1];
    for (std::size_t box = 1; box <= boxes; ++box)
        ends[box] += ends[box - 1];
    for (const Glimpse &one : before)
        glimpses[ends[boxOf(one)]++] = one;
    std::uint32_t begin = 0;
    for (std::size_t box = 0; box < boxes; ++box) {
        sortBox(glimpses.subspan(begin, ends[box] - begin), isBefore);
        begin = ends[box];
    }
}

void Circumstances::read(std::span<const Glimpse> glimpses)
{
    m_all.resize(glimpses.size());
    for (std::size_t i = 0; i < glimpses.size(); ++i)
        m_all[i] = {m_store.time(glimpses[i].row), m_points.of(m_store, glimpses[i].row)};
}

} // namespace vethscope::journey
