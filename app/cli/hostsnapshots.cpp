#include "app/cli/hostsnapshots.h"

#include "app/cli/verb.h"

#include <iostream>
#include <iterator>

#include <fmt/format.h>

namespace vethscope::cli {
namespace {

// A pasted text is a snapshot even when nothing is in it; bytes that are no text are not.
Result<Snapshot> readStandardInput()
{
    std::string text{std::istreambuf_iterator<char>(std::cin), std::istreambuf_iterator<char>()};
    Snapshot snapshot = readPastedSnapshot(std::move(text), "-");
    const ImportReport &report = snapshot.report;
    if (report.commands.empty() && report.prose.empty() && report.lost.empty() && !report.problems.empty())
        return std::unexpected(report.problems.front());
    return snapshot;
}

void addTexts(SnapshotArguments &texts, const ImportReport &report, const std::string &argument)
{
    for (const ImportedCommand &command : report.commands)
        texts.add(command.source.get(), argument);
    for (const ProseLines &prose : report.prose)
        texts.add(prose.source.get(), argument);
    for (const Evidence &line : report.lost)
        texts.add(line.source.get(), argument);
}

std::vector<const Snapshot *> chosen(const std::vector<Snapshot> &snapshots)
{
    std::vector<const Snapshot *> all;
    for (const Snapshot &snapshot : snapshots)
        all.push_back(&snapshot);
    return all;
}

} // namespace

Cluster HostSnapshots::cluster() const
{
    return latestCluster(chosen(snapshots));
}

Facts HostSnapshots::facts() const
{
    return latestFacts(chosen(snapshots)).facts;
}

SnapshotArguments HostSnapshots::texts() const
{
    SnapshotArguments texts;
    if (arguments.size() > 1)
        for (std::size_t i = 0; i < snapshots.size(); ++i)
            addTexts(texts, snapshots[i].report, arguments[i]);
    return texts;
}

HostSnapshots readHostSnapshots(const std::vector<std::string> &paths)
{
    HostSnapshots read;
    for (const std::string &path : paths) {
        auto snapshot = path == "-" ? readStandardInput() : readSnapshot(path);
        if (!snapshot) {
            complain(snapshot.error().message.english());
            read.complete = false;
            continue;
        }
        for (const Error &problem : snapshot->report.problems)
            complain(problem.message.english());
        for (const std::string &line : complaintsOf(snapshot->report))
            std::cerr << fmt::format("{}\n", line);
        read.sums.add(snapshot->report);
        read.complete = read.complete && isComplete(snapshot->report);
        read.snapshots.push_back(std::move(*snapshot));
        read.arguments.push_back(path);
    }
    if (!read.sums.isSilent())
        complain(read.sums.sentence());
    return read;
}

} // namespace vethscope::cli
