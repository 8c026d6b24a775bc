#include "app/cli/topologywriter.h"
#include "app/cli/verb.h"
#include "core/cluster/latest.h"
#include "core/topology/svg.h"

#include <algorithm>
#include <chrono>
#include <iostream>

#include <fmt/chrono.h>
#include <fmt/ostream.h>

// topology: the cluster that host output tells of, for scripts, for reading, for Graphviz and as a drawing.

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

// Whose facts the drawing shows, and of which time.
std::string captionOf(std::span<const Snapshot> snapshots)
{
    std::string names;
    std::int64_t latest = 0;
    for (const Snapshot &snapshot : snapshots) {
        names += (names.empty() ? "" : ", ") + snapshot.name;
        latest = std::max(latest, snapshot.time);
    }
    if (latest == 0)
        return "from " + names;
    const auto seconds = std::chrono::sys_seconds(std::chrono::seconds(latest / 1'000'000'000));
    return fmt::format("from {} · {:%Y-%m-%d %H:%M} UTC", names, fmt::gmtime(std::chrono::system_clock::to_time_t(seconds)));
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
    else if (options.format == "svg") {
        TopologyOptions drawing;
        drawing.caption = captionOf(snapshots);
        std::cout << topologySvg(cluster, layoutTopology(cluster, drawing), Colours::light());
    } else
        writeTopologyText(cluster, std::cout);
    std::cout.flush();
    return code;
}

std::function<int()> declare(CLI::App &command)
{
    auto options = std::make_shared<Options>();
    command.add_option("SNAPSHOT", options->snapshots, "Terminal transcripts, output of single commands, folders or archives with host output")
        ->required()->type_name("");
    command.add_option("--format", options->format, "text for reading, json for scripts, dot for Graphviz, svg for a drawing")
        ->check(CLI::IsMember({"json", "text", "dot", "svg"}));
    return [options] { return run(*options); };
}

} // namespace

constinit const Verb verbs::topology{"topology", "Show the cluster that host output tells of: nodes, devices, pods, tunnels, routes", declare};

} // namespace vethscope::cli
