#pragma once

#include "core/iograph/ioseries.h"
#include "core/statistics/packettally.h"

#include <map>
#include <memory>
#include <vector>

namespace vethscope {

/// Measures packets interval by interval, counted from the capture's first packet. Intervals in which a series has no packet take no room.
class IoTally final : public PacketTally
{
public:
    using Cells = std::map<std::int64_t, IoCell>; // by the interval; negative ones are before the first packet

    /// `interval`: nanoseconds, more than 0.
    IoTally(std::shared_ptr<const std::vector<IoSeries>> series, std::int64_t interval);

    void count(std::size_t row, const Frame &frame, const Dissection &packet) override;
    void add(const PacketTally &other) override;

    std::int64_t interval() const { return m_interval; }
    const Cells &cells(std::size_t series) const { return m_cells[series]; }

private:
    void measure(const IoSeries &series, IoCell &cell, const Frame &frame, const Dissection &packet);

    const std::shared_ptr<const std::vector<IoSeries>> m_series;
    const std::int64_t m_interval;
    std::vector<Cells> m_cells;
    FilterScratch m_scratch;
};

} // namespace vethscope
