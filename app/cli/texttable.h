#pragma once

#include "core/bytes/utf8.h"

#include <algorithm>
#include <cstdint>
#include <ostream>
#include <string>
#include <vector>

#include <fmt/format.h>

namespace vethscope::cli {

/// Rows below a heading, their columns flush left or, from one on, flush right. Without rows nothing is written.
class TextTable
{
public:
    explicit TextTable(std::string heading, std::size_t margin = 3) : m_heading(std::move(heading)), m_margin(margin) { }

    /// Numbers, from this column on.
    void alignRightFrom(std::size_t column) { m_firstRight = column; }

    void add(std::vector<std::string> row)
    {
        m_widths.resize(std::max(m_widths.size(), row.size()));
        for (std::size_t i = 0; i < row.size(); ++i)
            m_widths[i] = std::max(m_widths[i], utf8Count(row[i]));
        m_rows.push_back(std::move(row));
    }

    void write(std::ostream &out) const
    {
        if (m_rows.empty())
            return;
        const std::string margin(m_margin, ' ');
        out << fmt::format("{}{}\n", margin, m_heading);
        for (const auto &row : m_rows) {
            std::string text;
            for (std::size_t i = 0; i < row.size(); ++i)
                if (m_widths[i] > 0)
                    text += i < m_firstRight ? fmt::format("{:<{}}  ", row[i], m_widths[i]) : fmt::format("{:>{}}  ", row[i], m_widths[i]);
            text.erase(text.find_last_not_of(' ') + 1);
            out << fmt::format("{}   {}\n", margin, text);
        }
    }

private:
    std::string m_heading;
    std::size_t m_margin;
    std::size_t m_firstRight = SIZE_MAX;
    std::vector<std::vector<std::string>> m_rows;
    std::vector<std::size_t> m_widths;
};

} // namespace vethscope::cli
