#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace vethscope {

/// A character of a line, and where a fixed-pitch font puts it: a tab ends at the next eighth column, characters of East Asia take two.
struct ColumnCharacter {
    std::size_t byte = 0;
    std::size_t size = 1;   // bytes of UTF-8; what is no UTF-8 stands byte by byte
    std::size_t column = 0; // from 0
    std::size_t width = 1;
};

/// Walks over a line, character by character.
class ColumnWalk
{
public:
    explicit ColumnWalk(std::string_view line) : m_line(line) { read(); }

    bool atEnd() const { return m_at.byte >= m_line.size(); }
    /// At the end: what would stand behind it.
    const ColumnCharacter &at() const { return m_at; }
    std::string_view text() const { return m_line.substr(m_at.byte, m_at.size); }
    void next();

private:
    void read();

    std::string_view m_line;
    ColumnCharacter m_at;
};

/// The column that a byte of the line begins in; behind its end the one behind its last.
std::size_t columnOf(std::string_view line, std::size_t byte);
/// The byte of the character in that column; behind its end the line's size.
std::size_t byteAt(std::string_view line, std::size_t column);

} // namespace vethscope
