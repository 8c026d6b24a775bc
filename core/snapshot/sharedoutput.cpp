#include "core/snapshot/sharedoutput.h"

#include "core/snapshot/hostcommands.h"
#include "core/snapshot/words.h"
#include "core/transcript/lines.h"

#include <algorithm>

namespace vethscope {
namespace {

// The first line that the parser does not understand; the output's end when there is none.
std::uint32_t firstLeft(const HostCommand &parser, const TypedCommand &command)
{
    Facts scratch;
    Reading reading(command, scratch);
    parser.read(reading);
    const std::vector<std::uint32_t> left = reading.notUnderstood();
    return left.empty() ? reading.end() : left.front();
}

std::uint32_t withoutBlankLines(const TypedCommand &command, std::uint32_t end)
{
    while (end > command.output.first && isBlank(command.source->line(end - 1)))
        --end;
    return end;
}

// The line behind those that the parser understands, from the first on.
std::uint32_t reach(const HostCommand &parser, const TypedCommand &command)
{
    return withoutBlankLines(command, firstLeft(parser, command));
}

// Where the same command's output begins once more: `1: lo:` again, or the heading again.
std::uint32_t nextBeginning(const SourceText &source, std::uint32_t first, std::uint32_t end)
{
    const auto firstWord = [&](std::uint32_t line) {
        const auto words = wordsOf(source.line(line));
        return words.empty() ? std::string_view{} : words.front();
    };
    for (std::uint32_t line = first + 1; line < end; ++line)
        if (!firstWord(line).empty() && firstWord(line) == firstWord(first))
            return line;
    return end;
}

void nobodyKnows(TypedCommand &command)
{
    command.words = {"for"};
    command.session = {};
}

} // namespace

void shareOutput(std::span<TypedCommand> group)
{
    if (group.size() < 2)
        return;
    for (std::size_t i = 0; i + 1 < group.size(); ++i) {
        TypedCommand &command = group[i], &next = group[i + 1];
        // Loops come with the lines of each round.
        if (next.output != command.output)
            continue;
        const HostCommand *parser = commandTyped(command.words);
        const std::uint32_t end = command.output.end();
        std::uint32_t own = parser ? reach(*parser, command) : command.output.first;
        if (parser && parser == commandTyped(next.words)) {
            own = nextBeginning(*command.source, command.output.first, own);
            // One of the two printed nothing; which, nobody can say.
            if (own == end && command.output.count > 0 && command.session != next.session) {
                for (TypedCommand &doubtful : group.subspan(i))
                    nobodyKnows(doubtful);
                return;
            }
        }
        command.output.count = own - command.output.first;
        for (TypedCommand &later : group.subspan(i + 1))
            if (later.output.end() == end)
                later.output = {own, end - own};
    }
}

} // namespace vethscope
