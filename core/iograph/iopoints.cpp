#include "core/iograph/iopoints.h"

#include <algorithm>
#include <optional>

namespace vethscope {
namespace {

constexpr std::size_t mostPoints = 4'000'000; // that are made of what has fewer

// Each interval within the extent that has something, in the order of time. Nothing, where a load lies in too many.
std::optional<std::vector<IoPoint>> valuesOf(const IoTally::Cells &cells, IoMeasure measure, const IoExtent &extent)
{
    std::vector<IoPoint> values;
    std::int64_t underWay = 0, next = extent.first;
    for (const auto &[place, cell] : cells) {
        if (underWay > 0) {
            if (place > next && values.size() + static_cast<std::size_t>(place - next) > mostPoints + cells.size())
                return std::nullopt;
            for (; next < place; ++next)
                values.push_back({next, static_cast<double>(underWay)});
        }
        underWay += cell.underWay;
        if (place < extent.first)
            continue;
        if (hasZero(measure) || cell.values > 0)
            values.push_back({place, cell.measured(measure) + static_cast<double>(underWay)});
        next = place + 1;
    }
    return values;
}

// The mean of the intervals around a place, which only goes forward.
class SlidingMean
{
public:
    SlidingMean(const std::vector<IoPoint> &values, IoMeasure measure, const IoExtent &extent, std::size_t width)
        : m_values(values), m_hasZero(hasZero(measure)), m_extent(extent), m_before(static_cast<std::int64_t>(width) / 2),
          m_behind((static_cast<std::int64_t>(width) - 1) / 2), m_oldest(values.begin()), m_next(values.begin())
    {
    }

    double at(std::int64_t place)
    {
        for (; m_next != m_values.end() && m_next->place <= place + m_behind; ++m_next)
            take(m_next->value, 1);
        for (; m_oldest != m_next && m_oldest->place < place - m_before; ++m_oldest)
            take(m_oldest->value, -1);
        if (!m_hasZero)
            return m_having == 0 ? 0 : m_sum / static_cast<double>(m_having);
        const std::int64_t within = std::min(place + m_behind, m_extent.last) - std::max(place - m_before, m_extent.first) + 1;
        return m_having == 0 ? 0 : m_sum / static_cast<double>(within);
    }

private:
    void take(double value, int sign)
    {
        m_having += sign;
        m_sum = m_having == 0 ? 0 : m_sum + sign * value; // what was rounded away does not add up
    }

    const std::vector<IoPoint> &m_values;
    const bool m_hasZero;
    const IoExtent m_extent;
    const std::int64_t m_before, m_behind;
    std::vector<IoPoint>::const_iterator m_oldest, m_next;
    std::int64_t m_having = 0;
    double m_sum = 0;
};

// The places that have a point: each with something, `around` of them on both sides, and the ends.
std::vector<std::int64_t> placesOf(const std::vector<IoPoint> &values, const IoExtent &extent, std::int64_t around)
{
    std::vector<std::int64_t> places{extent.first};
    for (const IoPoint &value : values)
        for (std::int64_t at = std::max(value.place - around, places.back() + 1); at <= std::min(value.place + around, extent.last); ++at)
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
    const auto values = valuesOf(cells, measure, extent);
    drawn.isWhole = values.has_value();
    if (!values)
        return drawn;
    const std::size_t most = std::min(static_cast<std::size_t>(extent.size()), values->size() * (smoothing + 2) + 2);
    drawn.isSmoothed = smoothing > 1 && most <= mostPoints;
    const std::size_t width = drawn.isSmoothed ? smoothing : 1;
    SlidingMean mean(*values, measure, extent, width);
    if (hasZero(measure)) {
        for (const std::int64_t place : placesOf(*values, extent, static_cast<std::int64_t>(width) / 2 + 1))
            drawn.points.push_back({place, mean.at(place)});
    } else {
        for (const IoPoint &value : *values)
            drawn.points.push_back({value.place, mean.at(value.place)});
    }
    return drawn;
}

} // namespace vethscope
