#include "app/cli/reading.h"
#include "app/cli/trafficwriter.h"
#include "core/filter/filterscan.h"
#include "core/flows/flowpass.h"
#include "core/flows/trafficpass.h"
#include "core/flows/trafficwords.h"
#include "core/names/namefacts.h"
#include "core/names/trafficnames.h"

#include <algorithm>
#include <iostream>

#include <fmt/format.h>

// conversations: who talks to whom, and how much, apart for the underlay, the overlays and what is not encapsulated.

namespace vethscope::cli {
namespace {

struct Options {
    std::vector<std::string> files;
    ReadingOptions reading;
    std::vector<std::string> kinds;
    std::string format = "text";
    std::string order = "first";
    bool endpoints = false;
    bool numeric = false;
};

std::vector<TrafficKind> chosenKinds(const std::vector<std::string> &words)
{
    std::vector<TrafficKind> kinds;
    for (const TrafficKind kind : trafficKinds)
        if (words.empty() || std::ranges::any_of(words, [&](const std::string &word) { return trafficKindCalled(word) == kind; }))
            kinds.push_back(kind);
    return kinds;
}

std::string kindProblem(const std::string &word)
{
    return trafficKindCalled(word) ? std::string() : fmt::format("{}: not one of eth, ip, ipv6, tcp, udp", word);
}

// The largest first; what is equal stays in the order in which it first appears.
template <typename Traffic>
void sort(std::vector<Traffic> &traffic, const std::string &order)
{
    if (order == "packets")
        std::ranges::stable_sort(traffic, std::greater(), [](const Traffic &one) { return one.total().packets; });
    else if (order == "bytes")
        std::ranges::stable_sort(traffic, std::greater(), [](const Traffic &one) { return one.total().bytes; });
}

void writeJson(const std::vector<Conversation> &conversations, const TrafficReport &report)
{
    writeTrafficJson(conversations, report.names, report.captureStart, std::cout, report.texts);
}

void writeJson(const std::vector<TrafficEndpoint> &endpoints, const TrafficReport &report)
{
    writeTrafficJson(endpoints, report.names, std::cout, report.texts);
}

void writeCsv(const std::vector<Conversation> &conversations, const TrafficReport &report)
{
    writeTrafficCsv(conversations, report.names, report.captureStart, std::cout);
}

void writeCsv(const std::vector<TrafficEndpoint> &endpoints, const TrafficReport &report)
{
    writeTrafficCsv(endpoints, report.names, std::cout);
}

template <typename Traffic>
void write(std::vector<Traffic> traffic, const Options &options, const TrafficReport &report)
{
    std::erase_if(traffic, [&](const Traffic &one) { return std::ranges::find(report.kinds, one.kind) == report.kinds.end(); });
    sort(traffic, options.order);
    if (options.format == "json")
        writeJson(traffic, report);
    else if (options.format == "csv")
        writeCsv(traffic, report);
    else
        writeTrafficText(traffic, report, std::cout);
}

// The rows that the filter lets through; `code` changes when it had to give up.
std::vector<std::uint32_t> matchingRows(const PacketStore &store, const Dissector &dissector, const Filter &filter, ExitCode &code)
{
    FilterScan scan(store, dissector, filter);
    scan.waitUntilFinished();
    std::vector<std::uint32_t> rows;
    rows.reserve(scan.matches().size());
    scan.matches().forEach(scan.matches().size(), [&](std::uint32_t row) { rows.push_back(row); });
    if (const std::uint64_t givenUp = scan.givenUp(); givenUp > 0)
        code = fail(PartlyRead, Filter::givenUpSentence(givenUp).english());
    return rows;
}

int run(const Options &options)
{
    const auto reading = readingOf(options.reading);
    if (!reading)
        return reading.error();
    const auto &[hosts, cluster, registry, filter, disabled] = *reading;
    const Dissector dissector = reading->dissector();
    const auto store = PacketStore::open(filesOf(options.files));
    if (!store)
        return fail(Unreadable, store.error().message.english());
    ExitCode code = hosts.complete ? Done : PartlyRead;

    NameTable names = hosts.snapshots.empty() ? NameTable() : NameTable(cluster);
    std::optional<FlowPass> flows;
    if (FlowPass::isAskedBy(filter.asks()))
        flows.emplace(**store, dissector);
    std::optional<NameFacts> nameFacts;
    if (!filter.asks().empty())
        nameFacts.emplace(**store, std::make_shared<const NameTable>(names));
    std::optional<std::vector<std::uint32_t>> rows;
    if (!filter.empty())
        rows = matchingRows(**store, dissector, filter, code);
    TrafficPass pass(**store, dissector, std::move(rows));
    pass.waitUntilFinished();
    names.add((*store)->notes().names);

    const TrafficReport report{chosenKinds(options.kinds), options.numeric ? NameTable() : names, (*store)->size() > 0 ? (*store)->time(0) : 0,
                               hosts.texts()};
    const std::vector<Conversation> conversations = pass.conversations();
    if (options.endpoints)
        write(endpointsOf(conversations), options, report);
    else
        write(conversations, options, report);
    return written(complainOf(**store, code));
}

std::function<int()> declare(Command &command)
{
    auto options = std::make_shared<Options>();
    declareCaptures(command, options->files, "Capture files to read, counted as one");
    options->reading.declare(command, "Host output (a transcript, a folder, an archive) that names addresses and tunnels' ports");
    command.option("--kind", options->kinds, "Only conversations of this kind: eth, ip, ipv6, tcp or udp; may be given again")
        .refusedBy(kindProblem).called("KIND").oneValue();
    command.flag("--endpoints", options->endpoints, "Each address, or port, by itself, with what it sent and received");
    command.option("--sort", options->order, "In the order of: first (appearance), packets or bytes, the most first")
        .among({"first", "packets", "bytes"});
    command.option("--format", options->format, "text for reading, json for scripts, csv for tables").among({"text", "json", "csv"});
    command.flag("-n", options->numeric, "Addresses only, whatever names a snapshot knows");
    return [options] { return run(*options); };
}

} // namespace

constinit const Verb verbs::conversations{"conversations", "Count who talks to whom: conversations and endpoints, by scope", declare};

} // namespace vethscope::cli
