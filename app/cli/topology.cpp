#include "app/cli/importwriter.h"
#include "app/cli/reading.h"
#include "app/cli/topologywriter.h"
#include "app/cli/verb.h"
#include "core/topology/svg.h"

#include <algorithm>
#include <chrono>
#include <iostream>

#include <fmt/chrono.h>

// topology: the cluster that host output tells of, for scripts, for reading, for Graphviz and as a drawing.

namespace vethscope::cli {
namespace {

struct Options {
    std::vector<std::string> snapshots;
    std::string format = "text";
    bool report = false;
};

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

void write(const HostSnapshots &read, const std::string &format)
{
    const Cluster cluster = read.cluster();
    if (format == "json")
        writeTopologyJson(cluster, read, std::cout);
    else if (format == "dot")
        writeTopologyDot(cluster, std::cout);
    else if (format == "svg") {
        TopologyOptions drawing;
        drawing.caption = captionOf(read.snapshots);
        std::cout << topologySvg(cluster, layoutTopology(cluster, drawing), Colours::light());
    } else
        writeTopologyText(cluster, read, std::cout);
}

int run(const Options &options)
{
    const HostSnapshots read = readHostSnapshots(options.snapshots);
    if (read.snapshots.empty())
        return Unreadable;
    if (options.report)
        writeImportText(read, std::cout);
    else
        write(read, options.format);
    return written(read.complete ? Done : PartlyRead);
}

std::function<int()> declare(Command &command)
{
    auto options = std::make_shared<Options>();
    command.option("SNAPSHOT", options->snapshots, snapshotsHelp).required().called("");
    command.option("--format", options->format, "text for reading, json for scripts, dot for Graphviz, svg for a drawing")
        .among({"json", "text", "dot", "svg"});
    command.flag("--report", options->report, "What the import made of each command, and what it did not use, instead of the cluster");
    return [options] { return run(*options); };
}

} // namespace

constinit const Verb verbs::topology{"topology", "Show the cluster that host output tells of: nodes, devices, pods, tunnels, routes", declare};

} // namespace vethscope::cli
