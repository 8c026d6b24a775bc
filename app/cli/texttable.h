#pragma once

#include <algorithm>
#include <ostream>
#include <string>
#include <vector>

#include <fmt/ostream.h>

namespace vethscope::cli {

/// Rows below a heading, their columns flush left. Without rows nothing is written.
class TextTable
{
public:
    explicit TextTable(std::string heading) : m_heading(std::move(heading)) { }

    void add(std::vector<std::string> row)
    {
        m_widths.resize(std::max(m_widths.size(), row.size()));
        for (std::size_t i = 0; i < row.size(); ++i)
            m_widths[i] = std::max(m_widths[i], row[i].size());
        m_rows.push_back(std::move(row));
    }

    void write(std::ostream &out) const
    {
        if (m_rows.empty())
            return;
        fmt::print(out, "   {}\n", m_heading);
        for (const auto &row : m_rows) {
            std::string text;
            for (std::size_t i = 0; i < row.size(); ++i)
                if (m_widths[i] > 0)
                    text += fmt::format("{:{}}  ", row[i], m_widths[i]);
            text.erase(text.find_last_not_of(' ') + 1);
            fmt::print(out, "      {}\n", text);
        }
    }

private:
    std::string m_heading;
    std::vector<std::vector<std::string>> m_rows;
    std::vector<std::size_t> m_widths;
};

} // namespace vethscope::cli
