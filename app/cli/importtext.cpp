#include "app/cli/importwriter.h"
#include "core/facts/shownline.h"

#include <fmt/format.h>

namespace vethscope::cli {
namespace {

std::string hostOf(const ImportedCommand &command)
{
    const std::string node = command.node.empty() ? std::string("no host named") : command.node;
    return command.pod.empty() ? node : fmt::format("{}, pod {}", node, command.pod);
}

std::string fateOf(const ImportedCommand &command)
{
    if (!command.failed.empty())
        return "failed: " + command.failed;
    if (command.parser.empty())
        return command.notUnderstood.empty() ? "no parser, no output" : "no parser for its output: " + linesText(command.notUnderstood);
    const std::string facts = fmt::format("{} line{} became facts ({})", command.facts, command.facts == 1 ? "" : "s", command.parser);
    return command.notUnderstood.empty() ? facts : fmt::format("{}; not understood: {}", facts, linesText(command.notUnderstood));
}

void writeLine(const Evidence &line, std::ostream &out)
{
    out << fmt::format("        {}: {}\n", line.line, shownLine(line).text);
}

void writeCommand(const ImportedCommand &command, std::ostream &out)
{
    const std::string typed = command.command.empty() ? std::string("output without its command") : fmt::format("`{}`", command.command);
    out << fmt::format("    line {}: {} on {}: {}\n", command.line, typed, hostOf(command), fateOf(command));
    if (command.failed.empty())
        for (const std::uint32_t line : command.notUnderstood)
            writeLine({command.source, line}, out);
}

void writeCommands(const ImportReport &report, std::ostream &out)
{
    const SourceText *text = nullptr;
    for (const ImportedCommand &command : report.commands) {
        if (command.source.get() != text)
            out << fmt::format("{}\n", command.source ? command.source->name() : std::string());
        text = command.source.get();
        writeCommand(command, out);
    }
}

std::string rangeText(const LineRange &lines)
{
    return lines.count > 1 ? fmt::format("lines {}-{}", lines.first, lines.end() - 1) : fmt::format("line {}", lines.first);
}

void writeRest(const ImportReport &report, std::ostream &out)
{
    if (!report.lost.empty())
        out << fmt::format("Lines that belong to no command\n");
    for (const Evidence &line : report.lost)
        out << fmt::format("    {}:{}: {}\n", line.source ? line.source->name() : std::string(), line.line, shownLine(line).text);
    if (!report.prose.empty())
        out << fmt::format("Prose\n");
    for (const ProseLines &prose : report.prose)
        out << fmt::format("    {}: {}\n", prose.source ? prose.source->name() : std::string(), rangeText(prose.lines));
    if (!report.skipped.empty())
        out << fmt::format("Files skipped\n");
    for (const SkippedFile &file : report.skipped)
        out << fmt::format("    {}: {}\n", file.source, file.because.english());
    if (!report.problems.empty())
        out << fmt::format("Problems\n");
    for (const Error &problem : report.problems)
        out << fmt::format("    {}\n", problem.message.english());
}

} // namespace

void writeImportText(const HostSnapshots &hosts, std::ostream &out)
{
    for (std::size_t i = 0; i < hosts.snapshots.size(); ++i) {
        if (hosts.snapshots.size() > 1)
            out << fmt::format("Snapshot {}\n", hosts.arguments[i]);
        writeCommands(hosts.snapshots[i].report, out);
        writeRest(hosts.snapshots[i].report, out);
    }
    out << fmt::format("{}\n", hosts.sums.sentence());
}

} // namespace vethscope::cli
