#include "core/journey/followed.h"
#include "core/protocols/protocols.h"
#include "tests/bench/limits.h"
#include "tests/bench/pointfiles.h"
#include "tests/bench/stopwatch.h"

#include <algorithm>
#include <atomic>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <memory>
#include <span>
#include <sstream>
#include <string>
#include <thread>

#include <fmt/format.h>
#include <unistd.h>

// journeys [FRAMES]: how long it takes to follow the packets of so many frames, a million unless told, over eight points, beside the decode
// limit of the same frames; how much memory that takes; and how soon one packet's journey is told.

using namespace vethscope;
using namespace vethscope::bench;

namespace {

constexpr double mostLimits = 15; // times the decode limit
constexpr double mostBytes = 16;  // a frame, while they are put together beyond what stays
constexpr double onePacket = 0.2; // seconds a million frames
constexpr double stopBudget = 0.2;

const char *verdict(bool holds)
{
    return holds ? "within" : "BEYOND";
}

// Private memory of this process in bytes (proc(5), RssAnon).
std::size_t privateMemory()
{
    std::ifstream status("/proc/self/status");
    for (std::string line; std::getline(status, line);)
        if (line.starts_with("RssAnon:"))
            return std::strtoul(line.c_str() + 8, nullptr, 10) * 1024;
    return 0;
}

// The most of it, looked at every few milliseconds until it goes.
class Peak
{
public:
    Peak()
        : m_watcher([this](const std::stop_token &stop) {
              while (!stop.stop_requested()) {
                  m_most = std::max(m_most.load(), privateMemory());
                  std::this_thread::sleep_for(std::chrono::milliseconds(2));
              }
          })
    {
    }
    std::size_t most() const { return m_most; }

private:
    std::atomic<std::size_t> m_most = 0;
    std::jthread m_watcher;
};

Spent decodeLimit(const std::vector<CaptureArgument> &arguments)
{
    Spent limit;
    for (const CaptureArgument &one : arguments) {
        std::stringstream content;
        content << std::ifstream(one.file, std::ios::binary).rdbuf();
        const std::string text = content.str();
        const Bytes file = std::as_bytes(std::span(text));
        const std::vector<FramePlace> places = placesOfFrames(file);
        std::uint64_t sum = 0;
        const Spent spent = timed([&] { sum = readAllHeaders(file, places); });
        limit.wall += spent.wall;
        limit.processor += spent.processor;
        if (sum == 0)
            std::abort();
    }
    return limit;
}

} // namespace

int main(int argc, char **argv)
{
    const auto frames = static_cast<std::uint32_t>(argc > 1 ? std::strtoul(argv[1], nullptr, 10) : 1'000'000);
    const std::filesystem::path folder = std::filesystem::temp_directory_path() / fmt::format("vethscope-journeys-{}", ::getpid());
    const std::vector<CaptureArgument> arguments = writePointFiles(folder, frames / 8);
    std::vector<std::filesystem::path> files;
    for (const CaptureArgument &one : arguments)
        files.push_back(one.file);
    const Spent limit = decodeLimit(arguments);

    const auto store = *PacketStore::open(files);
    store->waitUntilFinished();
    const Registry registry = protocols::registry();
    const Dissector dissector(registry);
    const Cluster cluster;
    const std::size_t before = privateMemory();
    std::unique_ptr<journey::Followed> followed;
    std::size_t most = 0;
    const Spent spent = timed([&] {
        const Peak peak;
        followed = journey::Followed::of(*store, dissector, cluster, arguments);
        most = peak.most();
    });
    const std::size_t after = privateMemory();
    const double more = static_cast<double>(std::max(most, after) - after) / frames, kept = static_cast<double>(after - before) / frames;
    fmt::print("{} frames at 8 points, decode limit            {:>7.3f} s {:>7.3f} s processor\n", store->size(), limit.wall, limit.processor);
    fmt::print("all journeys                                 {:>7.2f} s {:>7.2f} s processor   {:.1f} × limit, {} {} ×; {:.1f} × its processor time\n", spent.wall, spent.processor, spent.wall / limit.wall,
               verdict(spent.wall <= mostLimits * limit.wall), mostLimits, spent.processor / limit.processor);
    fmt::print("memory while they are put together           {:>7.1f} bytes a frame more than then, {} {}; then {:.1f}, the journeys {:.1f} of them\n", more, verdict(more <= mostBytes), mostBytes, kept,
               static_cast<double>(followed->all().memory()) / frames);

    std::size_t whole = 0;
    for (const journey::Journey &one : followed->all())
        whole += one.hops.size() == 8;
    fmt::print("journeys of eight hops: {} of {}\n", whole, frames / 8);

    const double oneBudget = onePacket * frames / 1e6;
    const auto printOne = [&](const char *row, const Spent &one) { fmt::print("{:<44} {:>7.4f} s   {} {} s\n", row, one.wall, verdict(one.wall <= oneBudget), oneBudget); };
    printOne("one selected packet's journey", timed([&] { followed->outcome(*followed->journeyOf(store->size() / 2)); }));
    followed.reset();
    printOne("the same where nothing was followed before", timed([&] { followed = journey::Followed::ofOne(*store, dissector, cluster, arguments, store->size() / 2); }));
    if (!followed->journeyOf(store->size() / 2))
        std::abort();

    Stopwatch sinceStopped;
    bool isStopped = false;
    journey::Followed::of(*store, dissector, cluster, arguments, [&](double share) {
        if (!isStopped && share > 0.2)
            sinceStopped = Stopwatch();
        isStopped = isStopped || share > 0.2;
        return !isStopped;
    });
    const double stopped = sinceStopped.spent().wall;
    fmt::print("stopped after                                {:>7.3f} s   {} {} s\n", stopped, verdict(stopped <= stopBudget), stopBudget);
    std::filesystem::remove_all(folder);
    return whole == frames / 8 ? 0 : 1;
}
