#include "core/capture/mappedfile.h"
#include "core/capture/packetstore.h"
#include "core/filter/filterscan.h"
#include "core/protocols/protocols.h"
#include "core/summary/columns.h"

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstring>
#include <string>
#include <thread>

#include <fmt/format.h>

// bench FILE: what the budgets of the design speak of, measured in one process over one file whose
// pages are warm. Every figure is the median of several rounds, beside its ratio to the plain walk.

using namespace vethscope;

namespace {

using Clock = std::chrono::steady_clock;

double secondsSince(Clock::time_point start)
{
    return std::chrono::duration<double>(Clock::now() - start).count();
}

constexpr int rounds = 5;

template <typename Work>
double median(Work work)
{
    std::vector<double> times;
    for (int i = 0; i < rounds; ++i)
        times.push_back(work());
    std::ranges::sort(times);
    return times[rounds / 2];
}

volatile std::uint64_t sink; // what is computed has to be used

// The least that any reader has to do: hop from record header to record header.
double plainWalk(const std::filesystem::path &path)
{
    const auto start = Clock::now();
    const auto map = MappedFile::open(path);
    const Bytes file = map->bytes();
    std::uint64_t packets = 0;
    for (std::size_t at = 24; at + 16 <= file.size(); ++packets) {
        std::uint32_t captured = 0;
        std::memcpy(&captured, file.data() + at + 8, 4);
        at += 16 + captured;
    }
    sink = packets;
    return secondsSince(start);
}

std::unique_ptr<PacketStore> opened(const std::filesystem::path &path)
{
    const std::vector<std::filesystem::path> paths{path};
    return std::move(*PacketStore::open(paths));
}

double indexed(const std::filesystem::path &path)
{
    const auto start = Clock::now();
    const auto store = opened(path);
    store->waitUntilFinished();
    return secondsSince(start);
}

double firstRows(const std::filesystem::path &path)
{
    const auto start = Clock::now();
    const auto store = opened(path);
    while (store->size() < 50 && !store->finished())
        std::this_thread::yield();
    return secondsSince(start);
}

// Runs over all rows on two threads, each with a row of its own.
template <typename Work>
double overAllRows(const PacketStore &store, const Dissector &dissector, Work work)
{
    const auto start = Clock::now();
    std::vector<std::jthread> threads;
    const std::size_t count = std::max(1u, std::thread::hardware_concurrency());
    for (std::size_t part = 0; part < count; ++part)
        threads.emplace_back([&, part] {
            PacketRow row;
            for (std::size_t i = store.size() * part / count; i < store.size() * (part + 1) / count; ++i) {
                row.load(store, dissector, i);
                work(row);
            }
        });
    threads.clear();
    return secondsSince(start);
}

double allColumns(const PacketStore &store, const Dissector &dissector)
{
    return overAllRows(store, dissector, [](const PacketRow &row) {
        thread_local TextBuffer text;
        for (int column = 0; column <= int(Column::Info); ++column) {
            text.clear();
            printColumn(static_cast<Column>(column), row, Perspective::Both, text);
        }
        sink = text.size();
    });
}

struct FilterTimes {
    double firstRows;
    double all;
    std::size_t matches;
};

FilterTimes filtered(const PacketStore &store, const Dissector &dissector, const char *expression)
{
    const Filter filter = *Filter::compile(expression, dissector.registry());
    const auto start = Clock::now();
    FilterScan scan(store, dissector, filter);
    while (scan.matches().size() < 50 && !scan.finished())
        std::this_thread::yield();
    const double first = secondsSince(start);
    scan.waitUntilFinished();
    return {first, secondsSince(start), scan.matches().size()};
}

double walk;
double million;

void report(const std::string &what, double seconds, double budgetPerMillion)
{
    const double budget = budgetPerMillion * million;
    fmt::print("{:<62} {:>8.3f} s {:>7.1f} × walk", what, seconds, seconds / walk);
    if (budgetPerMillion > 0)
        fmt::print("   budget {:.3f} s: {}", budget, seconds <= budget ? "met" : "MISSED");
    fmt::print("\n");
}

} // namespace

int main(int argc, char **argv)
{
    if (argc != 2) {
        std::fprintf(stderr, "usage: bench FILE\n");
        return 2;
    }
    const std::filesystem::path path = argv[1];
    if (const auto map = MappedFile::open(path); !map) {
        std::fprintf(stderr, "%s\n", map.error().message.c_str());
        return 3;
    }
    const Registry registry = protocols::registry();
    const Dissector dissector(registry);
    plainWalk(path); // warms the page cache
    walk = median([&] { return plainWalk(path); });
    const auto store = opened(path);
    store->waitUntilFinished();
    million = static_cast<double>(store->size()) / 1e6;

    fmt::print("{} packets, {} MB\n", store->size(), std::filesystem::file_size(path) / 1'000'000);
    report("plain walk over the record headers", walk, 0);
    report("first 50 rows in the list", median([&] { return firstRows(path); }), 0);
    report("list usable: index of all packets", median([&] { return indexed(path); }), 0.13);
    report("all headers of all packets dissected", median([&] {
               return overAllRows(*store, dissector, [](const PacketRow &row) { sink = row.packet.size(); });
           }), 0);
    report("all columns of all rows", median([&] { return allColumns(*store, dissector); }), 0.33);
    for (const char *expression : {"overlay.ip.dst == 10.244.1.3 && tcp", "vxlan.vni == 1", "ip.src == 10.244.0.0/24 && tcp.port == 80",
                                   "dns.qry.name contains \"baidu\"", "http.request.method == \"GET\""}) {
        std::vector<FilterTimes> times;
        for (int i = 0; i < rounds; ++i)
            times.push_back(filtered(*store, dissector, expression));
        std::ranges::sort(times, {}, &FilterTimes::all);
        const FilterTimes &middle = times[rounds / 2];
        report(fmt::format("filter {} ({} rows)", expression, middle.matches), middle.all, 0.2);
        fmt::print("{:<62} {:>8.3f} s\n", "    its first rows", middle.firstRows);
    }
    fmt::print("private memory of the index: {:.1f} B a packet, with the view's 8 B and a filter's 4 B: {:.1f} B (budget 32)\n",
               static_cast<double>(store->memory()) / static_cast<double>(store->size()),
               static_cast<double>(store->memory()) / static_cast<double>(store->size()) + 12);
    return 0;
}
