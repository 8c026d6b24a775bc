#include "core/snapshot/importsums.h"

#include <algorithm>
#include <map>
#include <set>

#include <fmt/ranges.h>

namespace vethscope {
namespace {

constexpr std::size_t mostFiles = 100; // by name; a folder may be somebody's whole disk

std::string nameOf(const std::shared_ptr<const SourceText> &source)
{
    return source ? source->name() : std::string();
}

// Of an output without its command, the name of who read it.
const std::string &nameOf(const ImportedCommand &command)
{
    return command.command.empty() ? command.parser : command.command;
}

// Empty where there is nothing to complain of.
std::string complaintOf(const ImportedCommand &command)
{
    const std::string source = nameOf(command.source);
    if (!command.failed.empty())
        return fmt::format("{}: failed: `{}`, line {}: {}", source, nameOf(command), lineOfFailure(command), command.failed);
    if (command.notUnderstood.empty())
        return {};
    if (command.parser.empty())
        return fmt::format("{}: no parser for `{}`: {}", source, nameOf(command), linesText(command.notUnderstood));
    return fmt::format("{}: not understood in the output of `{}`: {}", source, nameOf(command), linesText(command.notUnderstood));
}

// The lost lines of each text, in one line for it.
void addLost(std::vector<std::string> &complaints, const EvidenceList &lost)
{
    std::vector<std::shared_ptr<const SourceText>> order;
    std::map<const SourceText *, std::vector<std::uint32_t>> lines;
    for (const Evidence &line : lost) {
        const auto [place, isNew] = lines.try_emplace(line.source.get());
        if (isNew)
            order.push_back(line.source);
        place->second.push_back(line.line);
    }
    for (const auto &source : order)
        complaints.push_back(fmt::format("{}: belongs to no command: {}", nameOf(source), linesText(lines[source.get()])));
}

void addSkipped(std::vector<std::string> &complaints, const std::vector<SkippedFile> &skipped)
{
    for (std::size_t i = 0; i < std::min(skipped.size(), mostFiles); ++i)
        complaints.push_back(fmt::format("{}: skipped: {}", skipped[i].source, skipped[i].because.english()));
    if (skipped.size() > mostFiles)
        complaints.push_back(fmt::format("{} more files were skipped", skipped.size() - mostFiles));
}

std::size_t linesOf(const SourceText &source)
{
    std::size_t lines = 0;
    for (std::size_t line = 1; line <= source.size(); ++line)
        lines += source.line(line).find_first_not_of(" \t") != std::string_view::npos ? 1 : 0;
    return lines;
}

std::string counted(std::size_t count, std::string_view one, std::string_view several)
{
    return fmt::format("{} {}", count, count == 1 ? one : several);
}

} // namespace

void ImportSums::add(const ImportReport &report)
{
    std::set<std::string> texts; // by name: lines put together make another text of the same one
    const auto count = [&](const SourceText *source) {
        if (source && texts.insert(source->name()).second)
            lines += linesOf(*source);
    };
    for (const ImportedCommand &command : report.commands) {
        count(command.source.get());
        facts += command.facts;
        if (!command.failed.empty()) {
            ++failed;
        } else if (!command.parser.empty()) {
            ++commands;
            notUnderstood += command.notUnderstood.size();
        } else if (!command.notUnderstood.empty()) {
            ++unknown;
            unknownLines += command.notUnderstood.size();
        }
    }
    for (const ProseLines &part : report.prose) {
        count(part.source.get());
        prose += part.lines.count;
    }
    for (const Evidence &line : report.lost)
        count(line.source.get());
    lost += report.lost.size();
    skipped += report.skipped.size();
}

std::string ImportSums::sentence() const
{
    std::vector<std::string> parts{fmt::format("{} read", counted(commands, "command was", "commands were"))};
    const auto add = [&](std::size_t count, std::string text) {
        if (count > 0)
            parts.push_back(std::move(text));
    };
    add(notUnderstood, fmt::format("{} not understood", counted(notUnderstood, "line was", "lines were")));
    add(unknown, fmt::format("{} no parser ({})", counted(unknown, "command has", "commands have"), counted(unknownLines, "line", "lines")));
    add(failed, fmt::format("{} failed", counted(failed, "command", "commands")));
    add(lost, fmt::format("{} to no command", counted(lost, "line belongs", "lines belong")));
    add(prose, fmt::format("{} prose", counted(prose, "line is", "lines are")));
    add(skipped, fmt::format("{} skipped", counted(skipped, "file was", "files were")));
    return fmt::format("Of {} of input {} became facts: {}.", counted(lines, "line", "lines"), facts, fmt::join(parts, "; "));
}

std::string linesText(std::span<const std::uint32_t> lines)
{
    std::vector<std::string> ranges;
    for (std::size_t i = 0; i < lines.size();) {
        std::size_t last = i;
        while (last + 1 < lines.size() && lines[last + 1] == lines[last] + 1)
            ++last;
        ranges.push_back(last > i ? fmt::format("{}-{}", lines[i], lines[last]) : fmt::format("{}", lines[i]));
        i = last + 1;
    }
    return fmt::format("line{} {}", lines.size() > 1 ? "s" : "", fmt::join(ranges, ", "));
}

std::uint32_t lineOfFailure(const ImportedCommand &command)
{
    if (command.source)
        for (std::uint32_t line = std::max(command.line, 1u); line <= command.source->size(); ++line)
            if (command.source->line(line).contains(command.failed))
                return line;
    return command.line;
}

bool isComplete(const ImportReport &report)
{
    return report.problems.empty() && report.lost.empty() && std::ranges::all_of(report.commands, [](const ImportedCommand &command) {
        return command.parser.empty() || !command.failed.empty() || command.notUnderstood.empty();
    });
}

std::vector<std::string> complaintsOf(const ImportReport &report)
{
    std::vector<std::string> complaints;
    for (const ImportedCommand &command : report.commands)
        if (std::string complaint = complaintOf(command); !complaint.empty())
            complaints.push_back(std::move(complaint));
    addLost(complaints, report.lost);
    addSkipped(complaints, report.skipped);
    return complaints;
}

} // namespace vethscope
