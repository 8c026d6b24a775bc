#pragma once

#include "core/iograph/ioseries.h"
#include "core/statistics/packettally.h"

#include <map>
#include <memory>
#include <optional>
#include <vector>

namespace vethscope {

/// The intervals in which there are packets, from the first to the last; none, where the last is before the first.
struct IoExtent {
    std::int64_t first = 0;
    std::int64_t last = -1;

    std::int64_t size() const { return last - first + 1; }
    void take(std::int64_t place);
};

/// Measures packets interval by interval, counted from the capture's first packet. Intervals in which a series has no packet take no room.
class IoTally final : public PacketTally
{
public:
    using Cells = std::map<std::int64_t, IoCell>; // by the interval; negative ones are before the first packet

    /// `interval`: nanoseconds, more than 0.
    IoTally(std::shared_ptr<const std::vector<IoSeries>> series, std::int64_t interval);

    void count(std::size_t row, const Frame &frame, const Dissection &packet) override;
    void add(const PacketTally &other) override;

    /// Whether a filter or a field asks for what only the packets around a frame tell.
    bool readsFacts() const override { return m_readsFacts; }

    std::int64_t interval() const { return m_interval; }
    const std::vector<IoSeries> &series() const { return *m_series; }
    /// Where among them one is that measures alike.
    std::optional<std::size_t> placeOf(const IoSeries &series) const;
    /// Of all packets, whatever the series say of them.
    const IoExtent &extent() const { return m_extent; }
    const Cells &cells(std::size_t series) const { return m_cells[series]; }

private:
    std::int64_t placeAt(std::int64_t time) const;
    void measure(const IoSeries &series, Cells &cells, IoCell &cell, const Frame &frame, const Dissection &packet);
    void addLoad(Cells &cells, std::int64_t end, std::int64_t duration) const;

    const std::shared_ptr<const std::vector<IoSeries>> m_series;
    const std::int64_t m_interval;
    const bool m_readsFacts;
    IoExtent m_extent;
    std::vector<Cells> m_cells;
    FilterScratch m_scratch;
};

} // namespace vethscope
