#include "core/filter/relation.h"

#include <algorithm>

namespace vethscope {

std::strong_ordering order(Bytes left, Bytes right, bool text)
{
    if (!text && left.size() != right.size())
        return left.size() <=> right.size();
    return std::lexicographical_compare_three_way(left.begin(), left.end(), right.begin(), right.end());
}

std::strong_ordering orderWithin(Bytes left, Bytes right, int prefixBits, bool text)
{
    const std::size_t whole = static_cast<std::size_t>(prefixBits) / 8;
    const unsigned rest = static_cast<unsigned>(prefixBits) % 8;
    if (prefixBits < 0 || left.size() != right.size() || whole > left.size())
        return order(left, right, text);
    if (const auto first = order(left.first(whole), right.first(whole), text); first != 0 || rest == 0)
        return first;
    const unsigned mask = 0xffu << (8 - rest) & 0xffu;
    return (byteAt(left, whole) & mask) <=> (byteAt(right, whole) & mask);
}

bool contains(Bytes whole, Bytes part)
{
    return !part.empty() && asText(whole).find(asText(part)) != std::string_view::npos;
}

} // namespace vethscope
