#include "core/iograph/iopoints.h"

#include <algorithm>

namespace vethscope {
namespace {

constexpr std::size_t mostSmoothed = 4'000'000; // points

// The mean of the intervals around a place, which only goes forward.
class SlidingMean
{
public:
    SlidingMean(const IoTally::Cells &cells, IoMeasure measure, const IoExtent &extent, std::size_t width)
        : m_cells(cells), m_measure(measure), m_extent(extent), m_before(static_cast<std::int64_t>(width) / 2),
          m_behind((static_cast<std::int64_t>(width) - 1) / 2), m_oldest(cells.begin()), m_next(cells.begin())
    {
    }

    double at(std::int64_t place)
    {
        for (; m_next != m_cells.end() && m_next->first <= place + m_behind; ++m_next)
            take(m_next->second, 1);
        for (; m_oldest != m_next && m_oldest->first < place - m_before; ++m_oldest)
            take(m_oldest->second, -1);
        if (!hasZero(m_measure))
            return m_having == 0 ? 0 : m_sum / static_cast<double>(m_having);
        const std::int64_t within = std::min(place + m_behind, m_extent.last) - std::max(place - m_before, m_extent.first) + 1;
        return m_having == 0 ? 0 : m_sum / static_cast<double>(within);
    }

private:
    void take(const IoCell &cell, int sign)
    {
        if (!hasZero(m_measure) && cell.values == 0)
            return;
        m_having += sign;
        m_sum = m_having == 0 ? 0 : m_sum + sign * cell.measured(m_measure); // what was rounded away does not add up
    }

    const IoTally::Cells &m_cells;
    const IoMeasure m_measure;
    const IoExtent m_extent;
    const std::int64_t m_before, m_behind;
    IoTally::Cells::const_iterator m_oldest, m_next;
    std::int64_t m_having = 0;
    double m_sum = 0;
};

// The places that have a point: each with something, `around` of them on both sides, and the ends.
std::vector<std::int64_t> placesOf(const IoTally::Cells &cells, const IoExtent &extent, std::int64_t around)
{
    std::vector<std::int64_t> places{extent.first};
    for (const auto &[place, cell] : cells)
        for (std::int64_t at = std::max(place - around, places.back() + 1); at <= std::min(place + around, extent.last); ++at)
            places.push_back(at);
    if (places.back() < extent.last)
        places.push_back(extent.last);
    return places;
}

} // namespace

bool hasZero(IoMeasure measure)
{
    return measure != IoMeasure::Maximum && measure != IoMeasure::Minimum && measure != IoMeasure::Average;
}

IoPoints ioPoints(const IoTally::Cells &cells, IoMeasure measure, const IoExtent &extent, std::size_t smoothing)
{
    IoPoints drawn;
    if (extent.size() <= 0)
        return drawn;
    const std::size_t most = std::min(static_cast<std::size_t>(extent.size()), cells.size() * (smoothing + 2) + 2);
    drawn.isSmoothed = smoothing > 1 && most <= mostSmoothed;
    const std::size_t width = drawn.isSmoothed ? smoothing : 1;
    SlidingMean mean(cells, measure, extent, width);
    if (hasZero(measure)) {
        for (const std::int64_t place : placesOf(cells, extent, static_cast<std::int64_t>(width) / 2 + 1))
            drawn.points.push_back({place, mean.at(place)});
    } else {
        for (const auto &[place, cell] : cells)
            if (cell.values > 0)
                drawn.points.push_back({place, mean.at(place)});
    }
    return drawn;
}

} // namespace vethscope
