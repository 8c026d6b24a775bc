#include "core/transcript/splitter.h"

#include "core/transcript/lines.h"
#include "core/transcript/prompt.h"
#include "core/transcript/prose.h"

#include <algorithm>

namespace vethscope {
namespace {

// A short line that has a mark with words on both sides: §n2§ ip r
bool mayBePrompt(std::string_view line)
{
    const std::string_view text = withoutBlanks(line);
    if (text.size() != line.size() || text.size() > 200)
        return false;
    const std::size_t mark = text.find_first_of("#$%><");
    if (mark != std::string_view::npos && text[mark] != '<' && mark + 1 < text.size())
        return true;
    return std::ranges::any_of(text, [](char c) { return static_cast<unsigned char>(c) >= 0x80; });
}

} // namespace

// The lines up to the next prompt, or to where somebody explains them, or to where something begins that `printsOn` denies.
LineRange Splitter::readOutput(const std::function<bool(std::uint32_t, const OutputBlock &)> &printsOn)
{
    const std::uint32_t first = m_line;
    std::uint32_t end = first; // behind the last line that is not blank
    bool blankBefore = false;
    for (; m_line <= m_size && !promptAt(m_line); ++m_line) {
        const std::string_view line = m_source->line(m_line);
        if (isBlank(line)) {
            blankBefore = true;
            continue;
        }
        const OutputBlock block = m_blocks.beginningAt(m_line);
        if (!block && (blankBefore ? looksLikeProse(line) : interruptsOutput(line)))
            break;
        if (isUpperHalf(line) && m_line < m_size && promptAt(m_line + 1))
            break;
        if (!printsOn(m_line, block))
            break;
        blankBefore = false;
        end = m_line + 1;
    }
    return {first, end - first};
}

// A known command's output goes on where its own lines do; lines that nobody understands stay with it, to be told of, but not
// behind a line that may be a prompt, nor where another command's output begins.
std::function<bool(std::uint32_t, const OutputBlock &)> Splitter::endOfKnown(const Unwrapped &one)
{
    const OutputBlock known = m_blocks.beginningAt(m_line);
    const std::uint32_t own = known && known.command == m_shapes.named(one.command.words)
        ? known.lines.end()
        : m_line + m_shapes.printedBy(one.command.words, *m_source, {m_line, limitBehind(m_line) - m_line});
    return [this, own, first = m_line, &one, stranger = false](std::uint32_t line, const OutputBlock &block) mutable {
        if (line < own)
            return !block || !beginsOnceMore(first, line);
        if (m_labels.at(line) || (block && beginsOnceMore(first, line)))
            return false;
        stranger = stranger || (!m_blocks.covers(line) && mayBePrompt(m_source->line(line)));
        if (!block)
            return true;
        const bool same = block.command == m_shapes.named(one.command.words);
        return !stranger && (same || m_shapes.printedBy(one.command.words, *m_source, block.lines) > 0);
    };
}

// Whether output begins behind a blank line as the one above does, with the same number: a command prints each once.
bool Splitter::beginsOnceMore(std::uint32_t first, std::uint32_t line) const
{
    const std::string_view text = m_source->line(line), opening = m_source->line(first).substr(0, m_source->line(first).find(' '));
    return line > first && isBlank(m_source->line(line - 1)) && opening.size() > 1 && opening.ends_with(':')
        && opening.find_first_not_of("0123456789") == opening.size() - 1 && text.substr(0, text.find(' ')) == opening;
}

} // namespace vethscope
