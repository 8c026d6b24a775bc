#include "core/diagnose/diagnosis.h"
#include "core/diagnose/faults.h"
#include "core/diagnose/suspects.h"
#include "core/diagnose/traffic.h"
#include "core/protocols/protocols.h"
#include "core/snapshot/snapshot.h"
#include "tests/bench/stopwatch.h"
#include "tests/bench/troubles.h"

#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include <fmt/format.h>
#include <unistd.h>

// diagnosis [FRAMES]: how long it takes to diagnose so many frames in which much is wrong, a million unless told, beside the following of their journeys alone;
// and each fault that takes more than a tenth of a second.

using namespace vethscope;
using namespace vethscope::bench;

int main(int argc, char **argv)
{
    const auto frames = static_cast<std::uint32_t>(argc > 1 ? std::strtoul(argv[1], nullptr, 10) : 1'000'000);
    const std::filesystem::path folder = std::filesystem::temp_directory_path() / fmt::format("vethscope-diagnosis-{}", ::getpid());
    const std::vector<CaptureArgument> arguments = writeTroubles(folder, frames);
    std::vector<std::filesystem::path> files;
    for (const CaptureArgument &one : arguments)
        files.push_back(one.file);
    const auto snapshot = readSnapshot(VETHSCOPE_SOURCE_DIR "/resources/samples/flannel-vxlan/hosts");
    if (!snapshot)
        return 1;
    const Cluster cluster = clusterOf(snapshot->facts);
    const path::Predictor predictor(cluster);
    const auto store = *PacketStore::open(files);
    store->waitUntilFinished();
    const Registry registry = protocols::registry();
    const Dissector dissector(registry);

    std::unique_ptr<const diagnose::Traffic> traffic;
    const Spent following = timed([&] { traffic = diagnose::Traffic::of(journey::Followed::of(*store, dissector, cluster, arguments)); });
    fmt::print("{} frames, {} journeys: followed and looked at  {:>7.2f} s\n", store->size(), traffic->journeys().all.size(), following.wall);
    std::fflush(stdout);
    const diagnose::Case about(snapshot->facts, predictor, traffic.get());
    for (const diagnose::Fault *const fault : diagnose::faults::all) {
        diagnose::Findings findings;
        const Spent spent = timed([&] { findings = fault->find(about); });
        if (spent.wall > 0.1) {
            fmt::print("    {:<28} {:>7.2f} s, {} findings\n", fault->id, spent.wall, findings.size());
            std::fflush(stdout);
        }
    }
    std::size_t found = 0, suspected = 0;
    const Spent diagnosis = timed([&] { found = findingsOf(about).size(); }), voting = timed([&] { suspected = suspectsOf(about).size(); });
    fmt::print("all faults, {} findings                       {:>7.2f} s\n", found, diagnosis.wall);
    fmt::print("what failed flows share, {} suspects          {:>7.2f} s\n", suspected, voting.wall);
    std::filesystem::remove_all(folder);
    return 0;
}
