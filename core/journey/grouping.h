#pragma once

#include "core/journey/shares.h"

#include <cstdint>
#include <span>
#include <vector>

namespace vethscope::journey {

/// The glimpses of a share: those of one flow and one key beside each other, in the order of their rows.
void putTogether(const Shares &shares, std::size_t share, const std::vector<std::uint32_t> &flows, std::vector<Glimpse> &glimpses);

/// Calls `work` with the first place of those of one flow and one key and the place behind the last, of glimpses that are put together.
template <typename Work>
void forEachAlike(std::span<const Glimpse> glimpses, const std::vector<std::uint32_t> &flows, Work work)
{
    for (std::size_t begin = 0; begin < glimpses.size();) {
        const Glimpse &first = glimpses[begin];
        std::size_t end = begin + 1;
        while (end < glimpses.size() && glimpses[end].key() == first.key() && flows[glimpses[end].tuple] == flows[first.tuple])
            ++end;
        work(begin, end);
        begin = end;
    }
}

} // namespace vethscope::journey
