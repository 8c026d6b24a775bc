#pragma once

#include "core/facts/evidence.h"

#include <cstdint>
#include <optional>
#include <string>

namespace vethscope {

/// A place in a text: a line, counted from 1, and a byte of it.
struct TextPlace {
    std::size_t line = 1;
    std::size_t byte = 0;

    friend auto operator<=>(const TextPlace &, const TextPlace &) = default;
};

/// Looks for words in a text, from a place on and round its end, a piece at a time so that nobody waits for a long text. Latin letters
/// are the same large and small.
class LineSearch
{
public:
    /// The place itself is looked at last.
    LineSearch(std::shared_ptr<const SourceText> text, std::string words, TextPlace from, bool backwards);

    /// Goes on for about so many bytes.
    void goOn(std::size_t bytes);
    bool isOver() const { return m_isOver; }
    /// Once it is over.
    std::optional<TextPlace> found() const { return m_found; }

private:
    std::optional<std::size_t> findIn(std::string_view line, bool isFirst, bool isLast) const;

    std::shared_ptr<const SourceText> m_text;
    std::string m_words; // in small letters
    TextPlace m_from;
    bool m_backwards;
    std::size_t m_line;
    std::size_t m_looked = 0; // lines
    bool m_isOver = false;
    std::optional<TextPlace> m_found{};
};

} // namespace vethscope
