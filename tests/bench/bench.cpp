#include "core/capture/ascendingrows.h"
#include "core/capture/mappedfile.h"
#include "core/capture/packetstore.h"
#include "core/filter/filterscan.h"
#include "core/flows/flowpass.h"
#include "core/flows/trafficpass.h"
#include "core/protocols/protocols.h"
#include "core/summary/columns.h"
#include "tests/bench/limits.h"
#include "tests/bench/stopwatch.h"

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <functional>
#include <string>
#include <thread>

#include <fmt/format.h>

// bench FILE: what the budgets of the design speak of, in one process over one pcap file whose pages are warm. The
// rounds go through all measures, so that whatever else the machine does meets all of them; figures and ratios are medians.

using namespace vethscope;
using namespace vethscope::bench;

namespace {

constexpr int rounds = 5;
constexpr std::size_t screenful = 50; // rows
constexpr std::size_t ahead = 8;      // rows asked for before they are looked at

volatile std::uint64_t sink; // what is computed has to be used

struct Measure {
    std::string what;
    std::function<Spent()> run;
    double budget = 0;      // seconds for a million packets; 0: none
    double walkRatio = 0;   // times the plain walk
    double limitRatio = 0;  // times the decode limit
    std::vector<Spent> spent{};
};

double median(std::vector<double> values)
{
    std::ranges::sort(values);
    return values.empty() ? 0 : values[values.size() / 2];
}

double wallOf(const Measure &measure)
{
    std::vector<double> walls;
    for (const Spent &spent : measure.spent)
        walls.push_back(spent.wall);
    return median(walls);
}

double processorOf(const Measure &measure)
{
    std::vector<double> times;
    for (const Spent &spent : measure.spent)
        times.push_back(spent.processor);
    return median(times);
}

// Of the same rounds: both met the same load.
double ratio(const Measure &measure, const Measure &to)
{
    std::vector<double> ratios;
    for (std::size_t i = 0; i < measure.spent.size(); ++i)
        ratios.push_back(measure.spent[i].wall / to.spent[i].wall);
    return median(ratios);
}

std::unique_ptr<PacketStore> opened(const std::filesystem::path &path)
{
    const std::vector<std::filesystem::path> paths{path};
    return std::move(*PacketStore::open(paths));
}

std::unique_ptr<PacketStore> indexed(const std::filesystem::path &path)
{
    auto store = opened(path);
    store->waitUntilFinished();
    return store;
}

// Runs over all rows on as many threads as there are processors, each with a row of its own.
template <typename Work>
void overAllRows(const PacketStore &store, const Dissector &dissector, Work work)
{
    std::vector<std::jthread> threads;
    const std::size_t count = std::max(1u, std::thread::hardware_concurrency());
    for (std::size_t part = 0; part < count; ++part)
        threads.emplace_back([&, part] {
            PacketRow row;
            for (std::size_t i = store.size() * part / count; i < store.size() * (part + 1) / count; ++i) {
                store.expect(i + ahead);
                row.load(store, dissector, i);
                work(row);
            }
        });
}

void allColumns(const PacketStore &store, const Dissector &dissector)
{
    overAllRows(store, dissector, [](const PacketRow &row) {
        thread_local TextBuffer text;
        for (int column = 0; column <= int(Column::Info); ++column) {
            text.clear();
            printColumn(static_cast<Column>(column), row, Perspective::Both, text);
        }
        sink = text.size();
    });
}

template <typename Growing>
void waitForScreenful(const Growing &rows, const auto &finished)
{
    while (rows() < screenful && !finished())
        std::this_thread::yield();
}

// Bytes of memory that are the process's own: no file is behind them.
double privateMemory()
{
    std::ifstream status("/proc/self/status");
    for (std::string line; std::getline(status, line);)
        if (line.starts_with("RssAnon:"))
            return std::strtod(line.c_str() + 8, nullptr) * 1024;
    return 0;
}

void print(const Measure &measure, const Measure &walk, const Measure &limit, double million)
{
    const double toWalk = ratio(measure, walk);
    const double toLimit = ratio(measure, limit);
    fmt::print("{:<66} {:>7.3f} s {:>7.3f} s {:>6.2f} {:>6.2f}", measure.what, wallOf(measure), processorOf(measure), toWalk, toLimit);
    const auto verdict = [](double actual, double allowed, std::string_view unit) {
        if (allowed > 0)
            fmt::print("   {} {:.3g}{}", actual <= allowed ? "within" : "BEYOND", allowed, unit);
    };
    verdict(wallOf(measure), measure.budget * million, " s");
    verdict(toWalk, measure.walkRatio, " × walk");
    verdict(toLimit, measure.limitRatio, " × limit");
    fmt::print("\n");
}

double load()
{
    double averages[1] = {0};
    return ::getloadavg(averages, 1) == 1 ? averages[0] : 0;
}

} // namespace

int main(int argc, char **argv)
{
    if (argc != 2) {
        std::fprintf(stderr, "usage: bench FILE\n");
        return 2;
    }
    const std::filesystem::path path = argv[1];
    const auto map = MappedFile::open(path);
    if (!map) {
        std::fprintf(stderr, "%s\n", map.error().message.english().c_str());
        return 3;
    }
    sink = plainWalk(map->bytes()); // warms the page cache
    const Registry registry = protocols::registry();
    const Dissector dissector(registry);
    const std::vector<FramePlace> places = placesOfFrames(map->bytes());

    const double before = privateMemory();
    const auto store = indexed(path);
    const double packets = static_cast<double>(store->size());
    const double indexMemory = (privateMemory() - before) / packets;

    std::vector<Measure> measures;
    measures.push_back({"plain walk over the record headers, one thread", [&] {
        return timed([&] { sink = plainWalk(MappedFile::open(path)->bytes()); });
    }});
    measures.push_back({"decode limit: all header bytes read once, all processors", [&] {
        return timed([&] { sink = readAllHeaders(map->bytes(), places); });
    }});
    measures.push_back({"first 50 rows in the list", [&] {
        const Stopwatch watch;
        const auto opening = opened(path);
        waitForScreenful([&] { return opening->size(); }, [&] { return opening->finished(); });
        return watch.spent();
    }, 0});
    measures.push_back({"list usable: index of all packets", [&] { return timed([&] { indexed(path); }); }, 0.13, 2});
    measures.push_back({"all headers of all packets dissected", [&] {
        return timed([&] { overAllRows(*store, dissector, [](const PacketRow &row) { sink = row.packet.size(); }); });
    }});
    measures.push_back({"all columns of all rows", [&] { return timed([&] { allColumns(*store, dissector); }); }, 0.33, 0, 5});
    measures.push_back({"TCP analysis: streams, retransmissions, windows", [&] {
        const Stopwatch watch;
        const FlowPass pass(*store, dissector);
        pass.waitUntilFinished();
        return watch.spent();
    }, 1});
    measures.push_back({"conversations of all kinds counted and joined", [&] {
        const Stopwatch watch;
        const TrafficPass pass(*store, dissector);
        pass.waitUntilFinished();
        sink = pass.conversations().size();
        return watch.spent();
    }, 1});
    // As the window does it: the first filter finds an empty index; then one thread tells it, beside the window; and the next filter asks it.
    const auto scanned = [&](const Filter &filter, const std::shared_ptr<FlowIndex> &flows, unsigned threads, FlowUse use) {
        const Stopwatch watch;
        FilterScan(*store, dissector, filter, threads, flows, use).waitUntilFinished();
        return watch.spent();
    };
    const auto flows = std::make_shared<FlowIndex>(*store); // that is told of all flows
    measures.push_back({"naming the flows, on one thread, after the first filter", [&, filter = *Filter::compile("tcp", registry)] {
        return scanned(filter, std::make_shared<FlowIndex>(*store), 1, FlowUse::AskAndTell);
    }});
    for (const char *expression : {"overlay.ip.dst == 10.244.1.3 && tcp", "vxlan.vni == 1", "ip.src == 10.244.0.0/24 && tcp.port == 80",
                                   "frame.len > 500", "frame.len > 500 && !(ip.addr == 10.244.1.3)", "dns.qry.name contains \"baidu\"", "http.request.method == \"GET\""}) {
        const Filter filter = *Filter::compile(expression, registry);
        FilterScan counting(*store, dissector, filter, 0, flows);
        counting.waitUntilFinished();
        const std::string name = fmt::format("filter {} ({} rows)", expression, counting.matches().size());
        const bool varying = name.contains("dns.") || name.contains("http."), ofFrames = filter.asksFrameAlone(), ofFlows = !varying && !name.contains("frame.");
        measures.push_back({name, [&, filter] { return scanned(filter, std::make_shared<FlowIndex>(*store), 0, FlowUse::Ask); }, varying ? 0 : 0.2, ofFrames ? 1.0 : 0.0, varying || ofFrames ? 0.0 : 3.0});
        measures.push_back({"    when it is not the first filter", [&, filter] { return scanned(filter, flows, 0, FlowUse::Ask); }, ofFlows ? 0.01 : 0});
        measures.push_back({"    its first 50 rows, and then cancelled", [&, filter] {
            const Stopwatch watch;
            FilterScan scan(*store, dissector, filter);
            waitForScreenful([&] { return scan.matches().size(); }, [&] { return scan.finished(); });
            return watch.spent();
        }, 0.05 / (packets / 1e6)});
    }

    fmt::print("{} packets, {} MB, load {:.1f}, {} rounds\n", store->size(), std::filesystem::file_size(path) / 1'000'000, load(), rounds);
    for (int round = 0; round < rounds; ++round)
        for (Measure &measure : measures)
            measure.spent.push_back(measure.run());
    fmt::print("{:<66} {:>9} {:>9} {:>6} {:>6}\n", "median of the rounds", "wall", "processor", "× walk", "× lim.");
    for (const Measure &measure : measures)
        print(measure, measures[0], measures[1], packets / 1e6);
    const double flowMemory = static_cast<double>(flows->memory()) / packets;
    AscendingRows all; // what a filter finds at the most
    for (std::uint32_t row = 0; row < store->size(); ++row)
        all.stage(row);
    const double filterMemory = static_cast<double>(all.memory()) / packets;
    fmt::print("private memory: index {:.1f} B a packet, flows {:.1f} B ({} of them), with the view's 8 B and a filter's {:.1f} B {:.1f} B (budget 32 B); load {:.1f}\n",
               indexMemory, flowMemory, flows->flows(), filterMemory, indexMemory + flowMemory + 8 + filterMemory, load());
    return 0;
}
