#include "core/snapshot/brokenlines.h"

#include "core/snapshot/hostcommands.h"
#include "core/snapshot/linewidth.h"
#include "core/snapshot/unread.h"
#include "core/transcript/lines.h"

#include <algorithm>
#include <array>
#include <set>

namespace vethscope {
namespace {

std::vector<std::uint32_t> leftOver(const TypedCommand &command, const HostCommand &parser)
{
    Facts scratch;
    Reading reading(command, scratch);
    parser.read(reading);
    std::vector<std::uint32_t> left = reading.notUnderstood();
    for (const Complaint &complaint : reading.complaints())
        left.push_back(complaint.line);
    std::ranges::sort(left);
    return left;
}

// Where the lines were cut: at the widest column, or at the blank before it, as mail programs do.
enum class Cut : std::uint8_t { AtColumn, AtBlank };

// Whether lines are broken there, and not just long by chance: a terminal's usual width, or two lines that are broken alike.
bool isLikely(std::size_t width, Cut cut, std::size_t breaks)
{
    constexpr auto usual = std::to_array<std::size_t>({80, 100, 120, 132, 160});
    if (cut == Cut::AtBlank)
        return breaks > 1;
    return breaks > 2 || (breaks > 0 && std::ranges::find(usual, width) != usual.end());
}

// The command with its lines put together, and the numbers of those that others were put to.
struct Joined {
    TypedCommand command;
    std::vector<std::uint32_t> wholes{};
};

Joined joinedWhere(const TypedCommand &command, const std::vector<std::uint32_t> &left, std::size_t width, Cut cut, const std::set<std::uint32_t> &apart)
{
    std::vector<std::string> lines;
    const std::uint32_t first = command.output.first;
    for (std::uint32_t line = first; line < command.output.end(); ++line)
        lines.emplace_back(command.source->line(line));
    Joined joined{command};
    std::size_t breaks = 0;
    for (std::uint32_t line = command.output.first; line + 1 < command.output.end(); ++line) {
        const std::uint32_t whole = line;
        for (std::uint32_t next = line + 1; !apart.contains(whole) && next < command.output.end(); ++next) {
            const std::string_view part = command.source->line(next - 1), rest = command.source->line(next);
            // A line that is understood by itself begins anew, and so do one that has as many cells and one that only a mask makes unreadable.
            if (isBlank(rest) || mayStandForLines(rest) || hasMaskedAddress(rest) || !std::ranges::binary_search(left, next) || (cells(rest) >= cells(part) && cells(part) > 1))
                break;
            const std::size_t firstWord = columns(rest.substr(0, rest.find(' ')));
            // A table's columns stand apart; sentences of one command's words do not.
            const bool plain = cells(part) == 1 && cells(rest) == 1 && !rest.starts_with(' ');
            const bool full = cut == Cut::AtColumn ? columns(part) == width : plain && columns(part) + 1 + firstWord > width;
            if (!full)
                break;
            lines[whole - first] += (cut == Cut::AtBlank ? " " : "") + std::string(rest);
            lines[next - first].clear();
            if (joined.wholes.empty() || joined.wholes.back() != whole)
                joined.wholes.push_back(whole);
            ++breaks;
            line = next;
        }
    }
    if (isLikely(width, cut, breaks))
        joined.command.source = std::make_shared<const SourceText>(command.source->with(first, std::move(lines)));
    else
        joined.wholes.clear();
    return joined;
}

} // namespace

TypedCommand joinedLines(const TypedCommand &command, const HostCommand *parser)
{
    const bool json = command.output.count > 0 && withoutBlanks(command.source->line(command.output.first)).find_first_of("[{") == 0;
    if (command.output.count < 2 || json)
        return command;
    if (!parser)
        parser = commandPrinting(Reading(command));
    if (!parser)
        return command;
    const std::vector<std::uint32_t> left = leftOver(command, *parser);
    if (left.empty())
        return command;
    std::size_t width = 0;
    for (std::uint32_t line = command.output.first; line < command.output.end(); ++line)
        width = std::max(width, columns(command.source->line(line)));
    if (width < narrowestTerminal)
        return command;
    for (const Cut cut : {Cut::AtColumn, Cut::AtBlank}) {
        std::set<std::uint32_t> apart; // what is not understood when it is put together stays as it was
        for (int round = 0; round < 2; ++round) {
            Joined joined = joinedWhere(command, left, width, cut, apart);
            if (joined.wholes.empty())
                break;
            const std::vector<std::uint32_t> stillLeft = leftOver(joined.command, *parser);
            const std::size_t before = apart.size();
            for (const std::uint32_t whole : joined.wholes)
                if (std::ranges::find(stillLeft, whole) != stillLeft.end())
                    apart.insert(whole);
            if (apart.size() == before)
                return std::move(joined.command);
        }
    }
    return command;
}

} // namespace vethscope
