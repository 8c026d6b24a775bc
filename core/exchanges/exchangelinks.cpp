#include "core/exchanges/exchangelinks.h"

#include <atomic>

namespace vethscope {
namespace {

constexpr unsigned kindBits = 3;
constexpr std::uint32_t kindMask = (1u << kindBits) - 1;

} // namespace

std::uint32_t ExchangeLinks::add(std::uint32_t row)
{
    m_records.append({row, Exchanged::Alone});
    return static_cast<std::uint32_t>(m_records.size() - 1);
}

void ExchangeLinks::link(std::uint32_t place, Exchanged::Kind kind, std::uint32_t other)
{
    const std::uint32_t distance = other > place ? other - place : place - other;
    if (distance <= UINT32_MAX >> kindBits) // else nothing is said of it
        std::atomic_ref(m_records[place].link).store(distance << kindBits | kind, std::memory_order_release);
}

ExchangeLinks::Link ExchangeLinks::operator[](std::uint32_t place) const
{
    const std::uint32_t link = std::atomic_ref(m_records[place].link).load(std::memory_order_acquire); // and so the other one is there
    const auto kind = static_cast<Exchanged::Kind>(link & kindMask);
    const std::uint32_t distance = link >> kindBits;
    return {kind, kind == Exchanged::Answered ? place + distance : place - distance};
}

std::optional<std::uint32_t> ExchangeLinks::find(std::uint32_t row, std::size_t nth) const
{
    std::size_t begin = 0, end = m_records.size();
    while (begin < end) {
        const std::size_t middle = begin + (end - begin) / 2;
        m_records[middle].row < row ? begin = middle + 1 : end = middle;
    }
    const std::size_t place = begin + nth;
    if (place >= m_records.size() || m_records[place].row != row)
        return std::nullopt;
    return static_cast<std::uint32_t>(place);
}

} // namespace vethscope
