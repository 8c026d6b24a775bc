#include "app/cli/hostsnapshots.h"

#include "app/cli/verb.h"

#include <fmt/format.h>

namespace vethscope::cli {
namespace {

std::string linesText(const std::vector<std::uint32_t> &lines)
{
    constexpr std::size_t shown = 5;
    std::string text;
    for (std::size_t i = 0; i < lines.size() && i < shown; ++i)
        text += (i > 0 ? ", " : "") + std::to_string(lines[i]);
    return text + (lines.size() > shown ? fmt::format(" and {} more", lines.size() - shown) : "");
}

// What was not read belongs on stderr, in the words of the Import report.
void complainOf(const ImportReport &report)
{
    for (const Error &problem : report.problems)
        complain(problem.message);
    for (const ImportedCommand &command : report.commands)
        if (!command.parser.empty() && !command.notUnderstood.empty())
            complain(fmt::format("{}: not understood in the output of `{}`: line{} {}", command.source->name(), command.command,
                                 command.notUnderstood.size() > 1 ? "s" : "", linesText(command.notUnderstood)));
}

} // namespace

Cluster HostSnapshots::cluster() const
{
    std::vector<const Snapshot *> chosen;
    for (const Snapshot &snapshot : snapshots)
        chosen.push_back(&snapshot);
    return latestCluster(chosen);
}

HostSnapshots readHostSnapshots(const std::vector<std::string> &paths)
{
    HostSnapshots read;
    for (const std::string &path : paths) {
        auto snapshot = readSnapshot(path);
        if (!snapshot) {
            complain(snapshot.error().message);
            read.complete = false;
            continue;
        }
        complainOf(snapshot->report);
        read.complete = read.complete && snapshot->report.complete();
        read.snapshots.push_back(std::move(*snapshot));
    }
    return read;
}

} // namespace vethscope::cli
