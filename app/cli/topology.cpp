#include "app/cli/topologywriter.h"
#include "app/cli/verb.h"
#include "core/cluster/latest.h"

#include <iostream>

#include <fmt/ostream.h>

// topology: the cluster that host output tells of, for scripts, for reading and for Graphviz.

namespace vethscope::cli {
namespace {

struct Options {
    std::vector<std::string> snapshots;
    std::string format = "text";
};

void complain(std::string_view message)
{
    fmt::print(std::cerr, "vethscope-cli: {}\n", message);
}

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

int run(const Options &options)
{
    std::vector<Snapshot> snapshots;
    int code = Done;
    for (const std::string &path : options.snapshots) {
        auto snapshot = readSnapshot(path);
        if (!snapshot) {
            complain(snapshot.error().message);
            code = PartlyRead;
            continue;
        }
        complainOf(snapshot->report);
        if (!snapshot->report.complete())
            code = PartlyRead;
        snapshots.push_back(std::move(*snapshot));
    }
    if (snapshots.empty())
        return Unreadable;

    std::vector<const Snapshot *> chosen;
    for (const Snapshot &snapshot : snapshots)
        chosen.push_back(&snapshot);
    LatestFacts latest = latestFacts(chosen);
    Cluster cluster = clusterOf(latest.facts);
    cluster.problems.insert(cluster.problems.begin(), latest.changes.begin(), latest.changes.end());

    if (options.format == "json")
        writeTopologyJson(cluster, snapshots, std::cout);
    else if (options.format == "dot")
        writeTopologyDot(cluster, std::cout);
    else
        writeTopologyText(cluster, std::cout);
    std::cout.flush();
    return code;
}

std::function<int()> declare(CLI::App &command)
{
    auto options = std::make_shared<Options>();
    command.add_option("SNAPSHOT", options->snapshots, "Terminal transcripts, output of single commands, folders or archives with host output")
        ->required()->type_name("");
    command.add_option("--format", options->format, "text for reading, json for scripts, dot for Graphviz")
        ->check(CLI::IsMember({"json", "text", "dot"}));
    return [options] { return run(*options); };
}

} // namespace

constinit const Verb verbs::topology{"topology", "Show the cluster that host output tells of: nodes, devices, pods, tunnels, routes", declare};

} // namespace vethscope::cli
