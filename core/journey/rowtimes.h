#pragma once

#include "core/capture/packetstore.h"
#include "core/journey/glimpse.h"

#include <cstdint>
#include <vector>

namespace vethscope::journey {

/// When glimpses were, as their host's clock has it: as so many nanoseconds after a row not far before theirs, where those fit.
class RowTimes
{
public:
    /// The store outlives it.
    explicit RowTimes(const PacketStore &store) : m_store(store)
    {
        for (std::size_t row = 0; row < store.size(); row += rowsOfStart)
            m_starts.push_back(store.time(row));
    }

    /// What a glimpse of that row keeps.
    std::int32_t later(std::uint32_t row, std::int64_t time) const
    {
        const std::int64_t after = time - m_starts[row / rowsOfStart];
        const auto kept = static_cast<std::int32_t>(after);
        return kept == after ? kept : Glimpse::longAfter;
    }
    std::int64_t of(const Glimpse &one) const { return one.later != Glimpse::longAfter ? m_starts[one.row / rowsOfStart] + one.later : m_store.time(one.row); }

private:
    static constexpr std::size_t rowsOfStart = 8192;

    const PacketStore &m_store;
    std::vector<std::int64_t> m_starts;
};

} // namespace vethscope::journey
