#include "core/snapshot/printing.h"

#include "core/snapshot/hostcommands.h"

#include <algorithm>
#include <array>

namespace vethscope {
namespace {

// What a pipe may do without a line being lost.
bool keepsAll(const std::vector<std::string> &filter)
{
    constexpr auto programs = std::to_array<std::string_view>({"cat", "less", "more", "most", "tee", "sort", "column", "nl", "tac"});
    if (filter.empty())
        return true;
    const auto dropsLines = [](const std::string &word) { return word == "-u" || word == "--unique"; };
    return std::ranges::find(programs, filter.front()) != programs.end() && std::ranges::none_of(filter, dropsLines);
}

bool isEmpty(const Reading &reading)
{
    for (std::uint32_t line = reading.first(); line < reading.end(); ++line)
        if (reading.line(line).find_first_not_of(" \t") != std::string_view::npos)
            return false;
    return true;
}

// A machine always has a loopback device and rules; of the rest it may have none.
bool maybeEmpty(HostTable table)
{
    return table != HostTable::Interfaces && table != HostTable::Addresses && table != HostTable::Rules && table != HostTable::Settings;
}

} // namespace

void notePrinted(Reading &reading, const HostCommand &command, bool allUnderstood)
{
    const TypedCommand &typed = reading.command();
    if (!command.prints)
        return;
    const bool empty = isEmpty(reading);
    // What printed nothing at all shows no machine; where others tell of it, this says that there is nothing.
    const Session &session = typed.session;
    HostFacts &host = reading.evidenceLines() > 0 ? reading.host() : reading.facts().host(session.node, session.pod, session.podNamespace);
    // Of an output without its command nobody knows what it was asked for.
    const bool wasTyped = !typed.words.empty() && command.typed(typed.words);
    const bool unfiltered = std::ranges::all_of(typed.filters, keepsAll);
    for (Printing printing : command.prints(typed)) {
        if (empty && !maybeEmpty(printing.table))
            continue;
        printing.whole = printing.whole && wasTyped && unfiltered && allUnderstood;
        const std::uint32_t line = typed.promptLine > 0 ? typed.promptLine : reading.first();
        host.printed.push_back({printing, std::string(command.name), reading.first(), reading.end(), typed.at(line)});
    }
}

} // namespace vethscope
