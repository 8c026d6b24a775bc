#include "ui/evidence/linesearch.h"

#include <algorithm>

namespace vethscope {
namespace {

char small(char letter)
{
    return letter >= 'A' && letter <= 'Z' ? char(letter - 'A' + 'a') : letter;
}

// Where the words begin in the line, between two bytes (the second excluded); the first such place, or the last.
std::optional<std::size_t> placeIn(std::string_view line, std::string_view words, std::size_t from, std::size_t to, bool last)
{
    std::optional<std::size_t> found;
    while (from < to) {
        const auto begin = line.begin() + std::ptrdiff_t(from);
        const auto place = std::search(begin, line.end(), words.begin(), words.end(), [](char a, char b) { return small(a) == b; });
        const auto at = std::size_t(place - line.begin());
        if (place == line.end() || at >= to)
            break;
        found = at;
        if (!last)
            break;
        from = at + 1;
    }
    return found;
}

} // namespace

LineSearch::LineSearch(std::shared_ptr<const SourceText> text, std::string words, TextPlace from, bool backwards)
    : m_text(std::move(text)), m_words(std::move(words)), m_from(from), m_backwards(backwards), m_line(from.line)
{
    std::ranges::transform(m_words, m_words.begin(), small);
    m_isOver = !m_text || m_text->size() == 0 || m_words.empty();
    if (!m_isOver)
        m_line = std::clamp(m_line, std::size_t(1), m_text->size());
}

// The line where the search began is looked at twice: at first on the side that it goes to, at last on the other.
std::optional<std::size_t> LineSearch::findIn(std::string_view line, bool isFirst, bool isLast) const
{
    const std::size_t end = line.size();
    if (isFirst)
        return m_backwards ? placeIn(line, m_words, 0, std::min(m_from.byte, end), true) : placeIn(line, m_words, std::min(m_from.byte + 1, end), end, false);
    if (isLast)
        return m_backwards ? placeIn(line, m_words, std::min(m_from.byte, end), end, true) : placeIn(line, m_words, 0, std::min(m_from.byte + 1, end), false);
    return placeIn(line, m_words, 0, end, m_backwards);
}

void LineSearch::goOn(std::size_t bytes)
{
    for (std::size_t looked = 0; !m_isOver && looked <= bytes;) {
        const std::string_view line = m_text->given(m_line);
        if (const auto byte = findIn(line, m_looked == 0, m_looked == m_text->size()))
            m_found = TextPlace{m_line, *byte};
        m_isOver = m_found || m_looked == m_text->size();
        looked += line.size() + 1;
        ++m_looked;
        m_line = m_backwards ? (m_line == 1 ? m_text->size() : m_line - 1) : (m_line == m_text->size() ? 1 : m_line + 1);
    }
}

} // namespace vethscope
