#include "core/snapshot/snapshot.h"
#include "tests/bench/hosttexts.h"
#include "tests/bench/stopwatch.h"

#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <functional>
#include <string>

#include <sys/wait.h>
#include <unistd.h>

#include <fmt/format.h>

// snapshots TRANSCRIPT [MEGABYTES]: how long the import of much host output takes and how much memory it needs, each text at a quarter
// of the length and at the whole, in a process of its own: what costs more than in proportion shows between the two.

using namespace vethscope;
using namespace vethscope::bench;

namespace {

constexpr int bundleNodes = 200;
constexpr double pasteBudget = 10.0 / 100; // seconds a megabyte
constexpr double bundleBudget = 5;

double peakMemory()
{
    std::ifstream status("/proc/self/status");
    for (std::string line; std::getline(status, line);)
        if (line.starts_with("VmHWM:"))
            return std::strtod(line.c_str() + 6, nullptr) / 1024;
    return 0;
}

void report(const std::string &what, double megabytes, double budget, const std::function<Snapshot()> &read)
{
    const double before = peakMemory();
    Snapshot snapshot;
    const Spent spent = timed([&] { snapshot = read(); });
    fmt::print("{:<44} {:>6.1f} MB {:>8.2f} s {:>8.2f} s {:>8.0f} MB {:>6.1f} × {:>7} hosts {:>8} commands   {} {:.1f} s\n", what, megabytes, spent.wall, spent.processor,
               peakMemory() - before, (peakMemory() - before) / megabytes, snapshot.facts.hosts.size(), snapshot.report.commands.size(),
               spent.wall <= budget ? "within" : "BEYOND", budget);
    std::fflush(stdout);
}

// Peaks of memory are a process's.
void apart(const std::function<void()> &work)
{
    std::fflush(stdout);
    const pid_t child = ::fork();
    if (child == 0) {
        work();
        std::_Exit(0);
    }
    ::waitpid(child, nullptr, 0);
}

double sizeOf(const std::filesystem::path &folder)
{
    double bytes = 0;
    for (const auto &entry : std::filesystem::recursive_directory_iterator(folder))
        if (entry.is_regular_file())
            bytes += static_cast<double>(entry.file_size());
    return bytes / 1e6;
}

} // namespace

int main(int argc, char **argv)
{
    if (argc < 2 || argc > 3) {
        std::fprintf(stderr, "usage: snapshots TRANSCRIPT [MEGABYTES]\n");
        return 2;
    }
    const HostTexts texts(argv[1]);
    const double whole = argc > 2 ? std::atof(argv[2]) : 100;
    fmt::print("{:<44} {:>9} {:>10} {:>10} {:>11} {:>8}\n", "", "size", "wall", "processor", "peak", "of size");
    const std::pair<const char *, std::string (HostTexts::*)(std::size_t) const> pastes[] = {
        {"pasted: hosts one after another", &HostTexts::manyHosts},
        {"pasted: outputs without prompts", &HostTexts::outputsAlone},
        {"pasted: one host's very long tables", &HostTexts::longOutputs},
        {"pasted: no host output", &HostTexts::noOutput},
    };
    for (const auto &[what, make] : pastes)
        for (const double megabytes : {whole / 4, whole})
            apart([&] {
                std::string text = (texts.*make)(static_cast<std::size_t>(megabytes * 1e6));
                report(what, megabytes, pasteBudget * megabytes, [&] { return readPastedSnapshot(std::move(text)); });
            });
    const std::filesystem::path folder = std::filesystem::temp_directory_path() / fmt::format("vethscope-bench-{}", ::getpid());
    for (const int nodes : {bundleNodes / 4, bundleNodes}) {
        texts.writeBundle(folder, nodes);
        apart([&] {
            report(fmt::format("a folder of {} nodes", nodes), sizeOf(folder), bundleBudget * nodes / bundleNodes, [&] {
                auto snapshot = readSnapshot(folder);
                return snapshot ? std::move(*snapshot) : Snapshot();
            });
        });
        std::filesystem::remove_all(folder);
    }
    return 0;
}
