#pragma once

#include "core/columns/fieldcolumn.h"
#include "core/export/dissectionexport.h"

#include <optional>
#include <string>
#include <vector>

namespace vethscope {

/// What the columns of the list say of a packet, as texts: addresses as they stand in the headers.
class PacketCells
{
public:
    PacketCells(const CellColumns &cells, const Registry &registry);

    /// Of those that are not hidden.
    const std::vector<std::string> &titles() const { return m_titles; }
    const std::vector<std::string> &of(const PacketRow &row);

private:
    void printTimeOf(Column column, const PacketRow &row, TextBuffer &out) const;

    TimeStyle m_time;
    int m_timeDigits;
    std::vector<ColumnSpec> m_columns;
    std::vector<std::string> m_titles;
    std::vector<std::optional<FieldColumn>> m_fields; // of the columns, those that are fields and can be understood
    std::vector<std::string> m_cells;
    FilterScratch m_scratch;
};

} // namespace vethscope
