#include "core/snapshot/gaps.h"

#include "core/facts/factlists.h"
#include "core/snapshot/likeness.h"
#include "core/snapshot/unread.h"
#include "core/transcript/lines.h"

#include <algorithm>
#include <iterator>

namespace vethscope {
namespace {

// Moves what stands on that line or below.
template <typename List>
bool moveFrom(List &from, List &to, std::uint32_t line)
{
    const auto below = std::stable_partition(from.begin(), from.end(), [&](const auto &fact) { return fact.evidence.line < line; });
    const bool some = below != from.end();
    to.insert(to.end(), std::make_move_iterator(below), std::make_move_iterator(from.end()));
    from.erase(below, from.end());
    return some;
}

bool moveFrom(HostFacts &from, HostFacts &to, std::uint32_t line)
{
    bool some = false;
    forEachFactList(from, to, [&](auto &all, auto &below) { some = moveFrom(all, below, line) || some; });
    return some;
}

bool isIndented(std::string_view line)
{
    return line.starts_with(' ') || line.starts_with('\t');
}

} // namespace

bool isBehindGap(const TypedCommand &command)
{
    if (!command.loose)
        return false;
    std::uint32_t above = command.output.first - 1;
    // Indented lines are the rest of something whose beginning is among the lost.
    while (above > 0 && (isBlank(command.source->line(above)) || isIndented(command.source->line(above))) && !isGapMark(command.source->line(above)))
        --above;
    return above > 0 && isGapMark(command.source->line(above));
}

std::vector<ReadCommand> partsBehindGaps(ReadCommand &read)
{
    std::vector<ReadCommand> parts;
    const Session &session = read.command.session;
    const auto own = std::ranges::find_if(read.facts.hosts, [&](const HostFacts &host) { return host.node == session.node && host.pod == session.pod; });
    if (own == read.facts.hosts.end())
        return parts;
    const bool inside = !session.pod.empty();
    // From the last gap to the first.
    const std::vector<std::uint32_t> &left = read.row.notUnderstood;
    for (auto gap = left.rbegin(); gap != left.rend(); ++gap) {
        const std::string_view line = read.command.source->line(*gap);
        if (!mayHideLines(line) || hasMaskedAddress(line)) // a line of which a part is hidden hides no others
            continue;
        HostFacts behind{.node = own->node, .placed = own->placed, .pod = {}};
        HostFacts before = *own;
        if (!moveFrom(before, behind, *gap) || (inside && !hasHostsDevice(behind)))
            continue;
        *own = std::move(before);
        ReadCommand part{.command = read.command, .facts = {}, .row = {}, .doubtful = true};
        const std::uint32_t end = parts.empty() ? read.command.output.end() : parts.front().command.output.first;
        if (inside) // a pod has no device of its host's
            part.command.session = {.node = session.node, .pod = {}, .podNamespace = {}, .container = {}};
        part.command.output = {*gap + 1, end - *gap - 1};
        part.facts.hosts.push_back(std::move(behind));
        parts.insert(parts.begin(), std::move(part));
    }
    return parts;
}

} // namespace vethscope
