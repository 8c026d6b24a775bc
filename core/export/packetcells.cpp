#include "core/export/packetcells.h"

#include "core/dissect/format.h"

namespace vethscope {

PacketCells::PacketCells(const CellColumns &cells, const Registry &registry) : m_time(cells.time), m_timeDigits(cells.timeDigits)
{
    const std::vector<ColumnSpec> &columns = cells.columns;
    for (std::size_t i = 0; i < columns.size(); ++i) {
        if (columns[i].isHidden)
            continue;
        m_fields.emplace_back();
        if (columns[i].column == Column::Field)
            if (auto field = FieldColumn::compile(columns[i].expression, registry))
                m_fields.back() = *std::move(field);
        m_titles.push_back(i < cells.titles.size() ? cells.titles[i] : std::string());
        m_columns.push_back(columns[i]);
    }
    m_cells.resize(m_columns.size());
}

void PacketCells::printTimeOf(Column column, const PacketRow &row, TextBuffer &out) const
{
    if (!row.frame.timed)
        return;
    TimeStyle style = m_time;
    if (column == Column::Delta)
        style.format = TimeFormat::SincePreviousDisplayed;
    const std::int64_t since = style.format == TimeFormat::SincePreviousDisplayed ? row.frame.time - row.frame.sinceDisplayed.value_or(0)
        : style.format == TimeFormat::SincePrevious                               ? row.timeBefore
                                                                                  : row.firstTime;
    printTime(out, style, row.frame.time, since, m_timeDigits);
}

const std::vector<std::string> &PacketCells::of(const PacketRow &row)
{
    TextBuffer text;
    for (std::size_t i = 0; i < m_columns.size(); ++i) {
        text.clear();
        if (m_columns[i].column == Column::Time || m_columns[i].column == Column::Delta)
            printTimeOf(m_columns[i].column, row, text);
        else if (m_columns[i].column != Column::Field)
            printColumn(m_columns[i].column, row, Perspective::Both, text);
        else if (m_fields[i])
            m_fields[i]->print(row, m_columns[i].occurrence, m_scratch, text);
        m_cells[i].assign(text.data(), text.size());
    }
    return m_cells;
}

} // namespace vethscope
