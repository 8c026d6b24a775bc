#include "core/snapshot/wrappedtext.h"

#include "core/snapshot/linewidth.h"
#include "core/snapshot/unread.h"
#include "core/transcript/lines.h"
#include "core/transcript/prompt.h"

#include <algorithm>
#include <array>

namespace vethscope {
namespace {

constexpr std::size_t mostLines = 20'000; // each attempt reads all of them

// How a line begins, where that is more than a word or a number: how far it is indented, or `-A`, `12:`, `n1:`. Letters and digits count as one.
std::string beginningOf(std::string_view line)
{
    const std::size_t begin = indentOf(line);
    if (begin > 1 || line.starts_with('\t'))
        return std::string(line.substr(0, begin));
    std::string form;
    for (const char c : line.substr(begin, line.find_first_of(" \t", begin) - begin)) {
        const bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'), digit = c >= '0' && c <= '9';
        const char kind = letter ? 'a' : digit ? '0' : c;
        if (!(letter || digit) || !form.ends_with(kind))
            form += kind;
    }
    return std::ranges::all_of(form, [](char c) { return c == 'a' || c == '0'; }) ? std::string() : form;
}

} // namespace

WrappedText::WrappedText(const std::shared_ptr<const SourceText> &source) : m_source(source)
{
    if (source->size() > mostLines)
        return;
    for (std::uint32_t line = 1; line <= source->size(); ++line) {
        m_width = std::max(m_width, columns(source->line(line)));
        m_trimmed = m_trimmed && !source->line(line).ends_with(' ');
    }
}

bool WrappedText::isLikely(const std::set<std::uint32_t> &left) const
{
    constexpr auto usual = std::to_array<std::size_t>({80, 100, 120, 132, 160});
    if (m_width < narrowestTerminal)
        return false;
    std::size_t full = 0, goOn = 0; // lines, and those of them below which nothing was read
    for (std::uint32_t line = 1; line < m_source->size(); ++line)
        if (columns(m_source->line(line)) == m_width && !isBlank(m_source->line(line + 1))) {
            ++full;
            goOn += left.contains(line + 1) ? 1 : 0;
        }
    return std::ranges::find(usual, m_width) != usual.end() ? full > 0 : goOn > 2;
}

bool WrappedText::reaches(std::uint32_t line) const
{
    const std::size_t width = columns(m_source->line(line));
    return width == m_width || (m_trimmed && width + 1 == m_width);
}

std::string_view WrappedText::seamBehind(std::uint32_t line) const
{
    return columns(m_source->line(line)) < m_width ? " " : "";
}

WrappedText::Joined WrappedText::joined(const ImportReport &report, const std::set<std::uint32_t> &apart) const
{
    const std::set<std::uint32_t> left = linesLeftOver(report);
    std::set<std::uint32_t> typed;
    for (const ImportedCommand &command : report.commands)
        if (!command.command.empty())
            typed.insert(command.line);
    const auto size = static_cast<std::uint32_t>(m_source->size());
    std::map<std::string, std::size_t> beginnings; // of lines that say something
    for (std::uint32_t line = 1; line <= size; ++line)
        if (!left.contains(line) && !typed.contains(line))
            ++beginnings[beginningOf(m_source->line(line))];
    beginnings.erase(std::string());
    // As other lines do, or with as many cells as the one above.
    const auto beginsAnew = [&](std::uint32_t line) {
        const std::string_view text = m_source->line(line);
        const auto known = beginnings.find(beginningOf(text));
        const std::size_t above = cells(m_source->line(line - 1));
        return isBlank(text) || mayStandForLines(text) || typed.contains(line) || isSurePrompt(text) || (known != beginnings.end() && known->second > (isBlank(known->first) ? 0u : 1u))
            || (above > 2 && cells(text) >= above);
    };
    // Where both say something, each is a line of its own.
    const auto saysNothing = [&](std::uint32_t line, std::uint32_t next) { return left.contains(line) || left.contains(next) || typed.contains(line); };
    std::vector<std::string> lines;
    for (std::uint32_t line = 1; line <= size; ++line)
        lines.emplace_back(m_source->line(line));
    Joined joined;
    for (std::uint32_t line = 1; line <= size; ++line) {
        const std::uint32_t whole = line;
        joined.numbers.push_back(whole);
        for (std::uint32_t next = line + 1; !apart.contains(whole) && next <= size && reaches(line); ++next, ++line) {
            const std::string_view rest = m_source->line(next);
            if (!saysNothing(line, next) || beginsAnew(next))
                break;
            lines[whole - 1] += seamBehind(line);
            lines[whole - 1] += rest;
            lines[next - 1].clear();
            ++joined.rests[whole];
            if (!left.contains(whole) || !left.contains(next))
                joined.wholes.insert(whole);
        }
    }
    joined.source = std::make_shared<const SourceText>(m_source->with(1, std::move(lines)));
    return joined;
}

std::size_t WrappedText::Joined::leftOver(const std::set<std::uint32_t> &left) const
{
    std::size_t count = 0;
    for (const std::uint32_t line : left) {
        const auto whole = rests.find(line);
        count += 1 + (whole == rests.end() ? 0 : whole->second);
    }
    return count;
}

Transcript WrappedText::Joined::split(const OutputShapes &shapes) const
{
    std::string given;
    std::vector<std::string> kept;
    for (const std::uint32_t line : numbers) {
        given.append(source->given(line)).push_back('\n');
        kept.emplace_back(source->line(line));
    }
    const auto dense = std::make_shared<const SourceText>(SourceText(source->name(), given).with(1, std::move(kept)));
    // A machine's lines among others are a text of their own.
    std::map<std::shared_ptr<const SourceText>, std::shared_ptr<const SourceText>> texts{{dense, source}};
    const auto text = [&](const std::shared_ptr<const SourceText> &part) {
        auto &known = texts[part];
        if (!known) {
            std::vector<std::string> lines(source->size());
            for (std::size_t i = 0; i < numbers.size(); ++i)
                lines[numbers[i] - 1] = std::string(part->line(i + 1));
            known = std::make_shared<const SourceText>(source->with(1, std::move(lines)));
        }
        return known;
    };
    const auto number = [&](std::uint32_t line) { return line == 0 ? 0 : line <= numbers.size() ? numbers[line - 1] : static_cast<std::uint32_t>(source->size()) + 1; };
    const auto range = [&](const LineRange &lines) { return LineRange{number(lines.first), number(lines.end()) - number(lines.first)}; };
    Transcript transcript = splitTranscript(dense, shapes);
    for (TypedCommand &command : transcript.commands) {
        command.source = text(command.source);
        command.promptLine = number(command.promptLine);
        command.elsewhere = number(command.elsewhere);
        command.output = range(command.output);
    }
    std::ranges::transform(transcript.prose, transcript.prose.begin(), range);
    return transcript;
}

std::set<std::uint32_t> linesLeftOver(const ImportReport &report)
{
    std::set<std::uint32_t> left;
    for (const ImportedCommand &command : report.commands)
        left.insert(command.notUnderstood.begin(), command.notUnderstood.end());
    for (const Evidence &line : report.lost)
        left.insert(line.line);
    for (const ProseLines &prose : report.prose)
        for (std::uint32_t line = prose.lines.first; line < prose.lines.end(); ++line)
            if (!isBlank(prose.source->line(line)))
                left.insert(line);
    return left;
}

} // namespace vethscope
