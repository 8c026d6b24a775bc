#include "core/transcript/splitter.h"

#include "core/transcript/lines.h"
#include "core/transcript/prompt.h"
#include "core/transcript/prose.h"

#include <algorithm>
#include <cctype>

namespace vethscope {
namespace {

// （省略）
bool isAside(std::string_view text)
{
    return text.starts_with("（") && text.ends_with("）") && !text.contains(' ');
}

// "stdout_lines": [
bool opensList(std::string_view line)
{
    const std::string_view text = withoutBlanks(line);
    return text.starts_with('"') && text.ends_with('[');
}

} // namespace

void Splitter::addProse(std::uint32_t first, std::uint32_t count)
{
    while (count > 0 && isBlank(m_source->line(first))) {
        ++first;
        --count;
    }
    while (count > 0 && isBlank(m_source->line(first + count - 1)))
        --count;
    if (count == 0)
        return;
    for (std::uint32_t line = first; line < first + count; ++line)
        noteProse(line);
    // A blank line does not part a text in two.
    const bool adjoins = !m_transcript.prose.empty() && m_proseCommands == m_transcript.commands.size();
    if (adjoins)
        m_transcript.prose.back().count = first + count - m_transcript.prose.back().first;
    else
        m_transcript.prose.push_back({first, count});
    m_proseCommands = m_transcript.commands.size();
}

// A label holds until somebody writes something else.
void Splitter::noteProse(std::uint32_t line)
{
    const std::string_view text = m_source->line(line);
    if (const MachineLabel *label = m_labels.at(line)) {
        m_label = label;
        m_proseSince = false;
    } else if (!isBlank(text) && !isRuler(text) && !withoutBlanks(text).starts_with("```") && !opensList(text)) {
        if (m_label && isWritten(text))
            m_label = nullptr;
        m_proseSince = true;
    }
}

// Whether somebody speaks of something else: a sentence, or a word that may name another machine. Gaps, commands and lines of output
// that nobody reads are no such thing, nor is the machine's own name, which `hostname` prints.
bool Splitter::isWritten(std::string_view line) const
{
    const std::string_view text = withoutBlanks(line);
    if (isCommonCommand(text.substr(0, text.find(' '))) || std::ranges::find(m_label->names, text) != m_label->names.end())
        return false;
    if (isHeadingOfOutput(line))
        return false;
    if (looksLikeProse(line))
        return !isAside(text);
    if (labelIn(line))
        return true;
    if (text.empty() || text.front() != line.front() || !std::isalpha(static_cast<unsigned char>(text.front()))) // indented; a log's date
        return false;
    int plain = 0, words = 0;
    for (std::size_t begin = text.find_first_not_of(' '); begin < text.size(); begin = text.find_first_not_of(' ', begin)) {
        const std::string_view word = text.substr(begin, text.find(' ', begin) - begin);
        plain += std::ranges::all_of(word, [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || std::string_view(",.'?!:").contains(c); }) ? 1 : 0;
        ++words;
        begin += word.size();
    }
    return plain > 1 && 2 * plain > words;
}

} // namespace vethscope
