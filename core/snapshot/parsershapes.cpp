#include "core/snapshot/parsershapes.h"

#include "core/snapshot/failure.h"
#include "core/snapshot/hostcommands.h"
#include "core/snapshot/jsonextent.h"
#include "core/snapshot/words.h"
#include "core/transcript/lines.h"
#include "core/transcript/prompt.h"

#include <algorithm>

namespace vethscope {
namespace {

constexpr std::uint32_t enoughToTell = 64; // lines
constexpr std::uint32_t longTable = 4096;
constexpr std::uint32_t farthestBridge = 3;

// The text outlives what is made of it here.
TypedCommand unread(const SourceText &source, LineRange lines, std::vector<std::string> words = {})
{
    return {.source = std::shared_ptr<const SourceText>(std::shared_ptr<void>(), &source), .words = std::move(words), .output = lines};
}

// Whether somebody made a line illegible before it was shown: x.x.x.1, 52:54:xx:xx, 10.***.***.1, <redacted>, [masked]; or it is part
// of what stands above it, as lines are that are indented further than the first.
bool mayBeMasked(std::string_view line, std::string_view first)
{
    if (indentOf(line) > indentOf(first))
        return true;
    for (const std::string_view mark : {"x.x", "xx:xx", "XX:XX", "X.X", "***", "*.*", "redacted", "REDACTED", "masked", "█", "…"})
        if (line.contains(mark))
            return true;
    return false;
}

// Lines of a known command's output, from the first on.
class Extent
{
public:
    Extent(const HostCommand &parser, TypedCommand command, bool single) : m_parser(parser), m_command(std::move(command)), m_single(single) {}

    // The line behind the last. A long text is asked about part by part, so no more of it is looked at than is needed.
    std::uint32_t end()
    {
        const LineRange rest = m_command.output;
        m_command.output.count = std::min(rest.count, enoughToTell);
        for (;;) {
            const std::uint32_t end = endWithin();
            if (end + farthestBridge < m_command.output.end() || m_command.output.count == rest.count)
                return withoutBlankLines(end);
            // What is that long is mostly longer: all looks together are little more than the last.
            const std::uint32_t times = m_command.output.count < longTable ? 4 : 16;
            m_command.output.count = m_command.output.count < rest.count / times ? m_command.output.count * times : rest.count;
        }
    }

private:
    std::string_view line(std::uint32_t number) const { return m_command.source->line(number); }

    std::uint32_t endWithin()
    {
        Facts scratch;
        Reading reading(m_command, scratch);
        m_parser.read(reading);
        const std::vector<std::uint32_t> left = reading.notUnderstood();
        const std::vector<std::uint32_t> own = ownLines(reading);
        std::uint32_t end = reading.end();
        for (std::size_t i = 0; i < left.size(); ++i) {
            if (std::ranges::binary_search(own, left[i]) || bridged(left, i))
                continue;
            end = left[i];
            break;
        }
        return nextBeginning(end);
    }

    // A complaint without words: the parser knows the line, and cannot tell what it is of.
    static std::vector<std::uint32_t> ownLines(const Reading &reading)
    {
        std::vector<std::uint32_t> lines;
        for (const Complaint &complaint : reading.complaints())
            if (complaint.message.empty())
                lines.push_back(complaint.line);
        std::ranges::sort(lines);
        return lines;
    }

    // Whether an illegible line has lines of the same output behind it.
    bool bridged(const std::vector<std::uint32_t> &left, std::size_t place) const
    {
        const std::uint32_t number = left[place];
        if (number == m_command.output.first || !mayBeMasked(line(number), line(m_command.output.first)) || isSurePrompt(line(number)))
            return false;
        std::uint32_t behind = number + 1;
        while (behind < m_command.output.end() && behind <= number + farthestBridge && std::ranges::binary_search(left, behind))
            ++behind;
        return behind < m_command.output.end() && behind <= number + farthestBridge && !isBlank(line(behind));
    }

    // Where the same output begins once more: behind a blank line, or with the first line's index again.
    std::uint32_t nextBeginning(std::uint32_t end) const
    {
        const std::string_view opening = firstWordOf(line(m_command.output.first));
        const bool numbered = opening.ends_with(':') && numberOf<std::uint32_t>(opening.substr(0, opening.size() - 1)).has_value();
        bool left = false; // other lines stood in between
        for (std::uint32_t number = m_command.output.first + 1; number < end; ++number) {
            if (isBlank(line(number)))
                continue;
            if (m_single && isBlank(line(number - 1)) && m_parser.looksLike) {
                const TypedCommand part = unread(*m_command.source, {number, end - number});
                if (m_parser.looksLike(Reading(part)))
                    return number;
            }
            const bool same = firstWordOf(line(number)) == opening;
            if (numbered && same && left)
                return number;
            left = left || !same;
        }
        return end;
    }

    // Nor are comments behind a blank line part of it: they may be labels and prompts.
    std::uint32_t withoutBlankLines(std::uint32_t end) const
    {
        std::uint32_t last = end;
        while (last > m_command.output.first && (isBlank(line(last - 1)) || line(last - 1).starts_with('#'))) {
            --last;
            if (isBlank(line(last)))
                end = last;
        }
        return end;
    }

    const HostCommand &m_parser;
    TypedCommand m_command;
    bool m_single;
};

bool beginsJson(std::string_view line)
{
    const std::string_view text = withoutBlanks(line);
    return text.starts_with('{') || text.starts_with('[');
}

} // namespace

std::string_view ParserShapes::named(const std::vector<std::string> &words) const
{
    const HostCommand *command = commandTyped(words);
    return command && command != &commands::shell ? command->name : std::string_view{};
}

bool ParserShapes::isQuiet(const std::vector<std::string> &words) const
{
    return commandTyped(words) == &commands::shell;
}

OutputBlock ParserShapes::blockAt(const SourceText &source, LineRange rest) const
{
    if (m_isWanted && !m_isWanted(rest.first))
        return {};
    if (rest.count == 0 || isFailure(source.line(rest.first)))
        return {};
    const bool json = beginsJson(source.line(rest.first));
    if (json)
        rest.count = endOfJson(source, rest) - rest.first;
    if (rest.count == 0)
        return {};
    const TypedCommand command = unread(source, {rest.first, json ? rest.count : std::min(rest.count, enoughToTell)});
    const HostCommand *parser = commandPrinting(Reading(command));
    if (!parser)
        return {};
    if (json)
        return {parser->name, rest};
    const std::uint32_t end = Extent(*parser, unread(source, rest), true).end();
    return end == rest.first ? OutputBlock{} : OutputBlock{parser->name, {rest.first, end - rest.first}};
}

std::uint32_t ParserShapes::printedBy(const std::vector<std::string> &words, const SourceText &source, LineRange rest) const
{
    const HostCommand *parser = commandTyped(words);
    if (!parser || parser == &commands::shell || rest.count == 0 || isFailure(source.line(rest.first)))
        return 0;
    if (beginsJson(source.line(rest.first))) {
        rest.count = endOfJson(source, rest) - rest.first;
        if (rest.count == 0)
            return 0;
        TypedCommand command = unread(source, rest, words);
        Facts scratch;
        Reading reading(command, scratch);
        parser->read(reading);
        return reading.evidenceLines() > 0 ? rest.count : 0;
    }
    return Extent(*parser, unread(source, rest, words), false).end() - rest.first;
}

} // namespace vethscope
