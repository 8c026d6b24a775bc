#include "core/iograph/iotally.h"

#include "core/summary/boxes.h"

#include <algorithm>

namespace vethscope {
namespace {

bool asksForFacts(const IoSeries &series)
{
    return !series.filter.asks().empty() || (series.field && !series.field->asks().empty());
}

} // namespace

void IoExtent::take(std::int64_t place)
{
    const bool isFirst = size() <= 0;
    first = isFirst ? place : std::min(first, place);
    last = isFirst ? place : std::max(last, place);
}

IoTally::IoTally(std::shared_ptr<const std::vector<IoSeries>> series, std::int64_t interval)
    : m_series(std::move(series)), m_interval(interval), m_readsFacts(std::ranges::any_of(*m_series, asksForFacts)), m_cells(m_series->size())
{
}

void IoTally::count(std::size_t row, const Frame &frame, const Dissection &packet)
{
    const std::int64_t place = placeAt(frame.sinceFirst);
    m_extent.take(place);
    for (std::size_t i = 0; i < m_series->size(); ++i) {
        const IoSeries &series = (*m_series)[i];
        if (!series.filter.empty() && !series.filter.matches(frame, packet, m_scratch))
            continue;
        IoCell &cell = m_cells[i][place];
        ++cell.packets;
        cell.bytes += frame.originalLength;
        cell.firstRow = std::min(cell.firstRow, static_cast<std::uint32_t>(row));
        if (series.measure == IoMeasure::InnerBytes)
            cell.inner += overheadOf(frame, packet).inner;
        if (needsField(series.measure) && series.field)
            measure(series, m_cells[i], cell, frame, packet);
    }
}

std::optional<std::size_t> IoTally::placeOf(const IoSeries &series) const
{
    const auto found = std::ranges::find_if(*m_series, [&](const IoSeries &one) { return measureAlike(one, series); });
    return found == m_series->end() ? std::nullopt : std::optional(static_cast<std::size_t>(found - m_series->begin()));
}

std::int64_t IoTally::placeAt(std::int64_t time) const
{
    return time / m_interval - (time % m_interval < 0);
}

void IoTally::measure(const IoSeries &series, Cells &cells, IoCell &cell, const Frame &frame, const Dissection &packet)
{
    m_scratch.begin();
    Evaluation evaluation{frame, packet, m_scratch};
    const std::uint64_t before = cell.values;
    series.field->forEach(evaluation, [&](const Value &value, const Field *field, BitRange) {
        const auto number = static_cast<std::int64_t>(value.number);
        const bool isSigned = field && (field->show == Show::Signed || field->show == Show::Time);
        cell.add(isSigned ? static_cast<double>(number) : static_cast<double>(value.number));
        if (series.measure == IoMeasure::Load)
            addLoad(cells, frame.sinceFirst, number);
    });
    cell.frames += cell.values != before;
}

// What took so long until then lies in all intervals since it began: those in between are told at their ends, however many they are.
void IoTally::addLoad(Cells &cells, std::int64_t end, std::int64_t duration) const
{
    constexpr std::int64_t longest = INT64_MAX / 4;
    if (duration <= 0)
        return;
    const std::int64_t begin = end - std::min(duration, longest), first = placeAt(begin), last = placeAt(end);
    const auto share = [this](std::int64_t time) { return static_cast<double>(time) / static_cast<double>(m_interval); };
    if (first == last) {
        cells[last].load += share(end - begin);
        return;
    }
    cells[first].load += share((first + 1) * m_interval - begin);
    cells[last].load += share(end - last * m_interval);
    if (last - first > 1) {
        ++cells[first + 1].underWay;
        --cells[last].underWay;
    }
}

void IoTally::add(const PacketTally &other)
{
    const auto &its = static_cast<const IoTally &>(other);
    if (its.m_extent.size() > 0) {
        m_extent.take(its.m_extent.first);
        m_extent.take(its.m_extent.last);
    }
    for (std::size_t i = 0; i < m_cells.size(); ++i)
        for (const auto &[place, cell] : its.m_cells[i])
            m_cells[i][place].add(cell);
}

} // namespace vethscope
