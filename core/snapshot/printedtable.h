#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace vethscope {

/// What may stand below a heading.
struct ColumnRule {
    std::string_view name; // of one word or two: "RESTARTS", "NOMINATED NODE"
    bool (*isSound)(std::string_view cell);
    std::size_t mostWords = 1; // with blanks inside: `1 (43m ago)`, `Debian GNU/Linux 12 (bookworm)`
};

using ColumnRules = std::span<const ColumnRule>;

/// Rows that a command printed under a heading, as kubectl, crictl and calicoctl do: columns begin where their names do and
/// two blanks or more part them. Rows that lost their alignment (pasted through a chat, cut by `column`, all blanks but one lost) are
/// read by what the columns can hold.
class PrintedTable
{
public:
    /// The rules tell which names are of two words, and what is sound below a name; a column without a rule takes anything that is not empty.
    explicit PrintedTable(std::string_view heading, ColumnRules rules = {});
    /// Rows without their heading, as after `| grep`: the caller says which columns there would be.
    explicit PrintedTable(std::vector<std::string> columns, ColumnRules rules = {});

    const std::vector<std::string> &columns() const { return m_columns; }
    bool has(std::string_view column) const;
    bool empty() const { return m_columns.empty(); }
    /// Gives a column another name: what a command that named its columns itself means by it.
    void rename(std::size_t column, std::string name);

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
    /// As well as the blanks tell; whatever is in it.
    Row row(std::string_view line) const;
    /// Nothing when no way to cut the line puts what is sound into every column.
    std::optional<Row> soundRow(std::string_view line) const;

private:
    const ColumnRule *ruleOf(std::string_view name) const;
    bool isSound(std::size_t column, std::string_view cell) const;
    bool areSound(const std::vector<std::string_view> &cells) const;
    bool cutByColumns(std::string_view line, std::vector<std::string_view> &cells) const;
    bool cutByRules(const std::vector<std::string_view> &words, std::size_t from, std::vector<std::string_view> &cells) const;

    std::vector<std::string> m_columns;
    std::vector<std::size_t> m_starts; // where each begins; empty for a table without a heading
    ColumnRules m_rules;
};

} // namespace vethscope
