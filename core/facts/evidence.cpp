#include "core/facts/evidence.h"

#include <algorithm>
#include <iterator>

namespace vethscope {
namespace {

constexpr char escape = '\x1b';
constexpr char bell = '\x07';

bool isControl(char character)
{
    return character != '\t' && static_cast<unsigned char>(character) < 0x20;
}

// What a terminal would show of one line: a carriage return and a backspace go back and are written over, colours and
// window titles vanish (ECMA-48; `script` and copied logs keep them).
class TerminalLine
{
public:
    explicit TerminalLine(std::string_view raw) : m_rest(raw)
    {
        while (!m_rest.empty())
            step();
    }

    std::string shown() const
    {
        std::string text;
        for (const std::string_view character : m_cells)
            text += character;
        return text;
    }

private:
    void step()
    {
        const char next = m_rest.front();
        if (next == '\r') {
            m_cursor = 0;
            take(1);
        } else if (next == '\b') {
            m_cursor -= m_cursor > 0 ? 1 : 0;
            take(1);
        } else if (next == escape) {
            escapeSequence();
        } else if (isControl(next)) {
            take(1);
        } else {
            write(take(characterLength()));
        }
    }

    std::string_view take(std::size_t count)
    {
        const std::string_view taken = m_rest.substr(0, count);
        m_rest.remove_prefix(taken.size());
        return taken;
    }

    // One character of UTF-8 with its continuation bytes.
    std::size_t characterLength() const
    {
        std::size_t length = 1;
        while (length < m_rest.size() && length < 4 && (static_cast<unsigned char>(m_rest[length]) & 0xc0) == 0x80)
            ++length;
        return length;
    }

    void write(std::string_view character)
    {
        if (m_cursor < m_cells.size())
            m_cells[m_cursor] = character;
        else
            m_cells.push_back(character);
        ++m_cursor;
    }

    void escapeSequence()
    {
        take(1);
        if (m_rest.starts_with('[')) { // CSI parameters final
            take(1);
            const auto isParameter = [](char character) { return character >= 0x20 && character < 0x40; };
            const std::string_view parameters(m_rest.begin(), std::ranges::find_if_not(m_rest, isParameter));
            take(parameters.size());
            if (take(1) == "K" && (parameters.empty() || parameters == "0"))
                m_cells.resize(m_cursor);
        } else if (m_rest.starts_with(']')) { // OSC text BEL, or OSC text ESC backslash
            const std::size_t end = m_rest.find_first_of(std::string_view("\x07\x1b", 2));
            const bool isString = end != std::string_view::npos && m_rest[end] != bell;
            take(end == std::string_view::npos ? m_rest.size() : end + (isString ? 2 : 1));
        } else {
            const bool charset = m_rest.starts_with('(') || m_rest.starts_with(')');
            take(charset ? 2 : 1);
        }
    }

    std::string_view m_rest;
    std::vector<std::string_view> m_cells;
    std::size_t m_cursor = 0; // among the cells, or behind the last
};

// Those of Windows end with a carriage return.
std::string_view withoutReturns(std::string_view line)
{
    while (line.ends_with('\r'))
        line.remove_suffix(1);
    return line;
}

bool needsTerminal(std::string_view line)
{
    return std::ranges::any_of(line, isControl);
}

} // namespace

SourceText::Lines::Lines(std::string given) : text(std::move(given))
{
    std::string_view rest = text;
    if (rest.starts_with("\xef\xbb\xbf")) // the byte order mark of Windows' editors
        rest.remove_prefix(3);
    own.reserve(static_cast<std::size_t>(std::ranges::count(rest, '\n')) + 1);
    while (!rest.empty()) {
        const std::size_t end = rest.find('\n');
        const std::string_view line = withoutReturns(rest.substr(0, end));
        own.push_back(needsTerminal(line) ? changed.emplace_back(TerminalLine(line).shown()) : line);
        rest.remove_prefix(end == std::string_view::npos ? rest.size() : end + 1);
    }
}

SourceText::Lines::Lines(std::size_t from, std::vector<std::string> lines, std::shared_ptr<const Lines> replaced)
    : first(from), changed(std::make_move_iterator(lines.begin()), std::make_move_iterator(lines.end())), own(changed.begin(), changed.end()), others(std::move(replaced))
{
}

SourceText::SourceText(std::string name, std::string text) : m_name(std::move(name))
{
    m_lines = m_given = std::make_shared<const Lines>(std::move(text));
    m_size = m_lines->own.size();
}

SourceText SourceText::with(std::size_t first, std::vector<std::string> lines) const
{
    SourceText other(*this);
    other.m_lines = std::make_shared<const Lines>(first, std::move(lines), m_lines);
    return other;
}

} // namespace vethscope
