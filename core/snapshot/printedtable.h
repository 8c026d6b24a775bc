#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace vethscope {

/// Rows that a command printed under a heading, as kubectl, crictl and calicoctl do: columns begin where their names do and
/// two blanks or more part them. Rows that lost their alignment (pasted through a chat, cut by `column`) are read by the blanks.
class PrintedTable
{
public:
    explicit PrintedTable(std::string_view heading);
    /// Rows without their heading, as after `| grep`: the caller says which columns there would be.
    explicit PrintedTable(std::vector<std::string> columns) : m_columns(std::move(columns)) { }

    bool has(std::string_view column) const;
    bool empty() const { return m_columns.empty(); }

    /// One row cut into its cells.
    class Row
    {
    public:
        /// Empty where there is no such column, or it says `<none>`.
        std::string_view operator[](std::string_view column) const;
        std::size_t cells() const { return m_cells.size(); }

    private:
        friend class PrintedTable;
        const PrintedTable *m_table = nullptr;
        std::vector<std::string_view> m_cells;
    };
    Row row(std::string_view line) const;

private:
    std::vector<std::string> m_columns;
    std::vector<std::size_t> m_starts; // where each begins; empty for a table without a heading
};

} // namespace vethscope
