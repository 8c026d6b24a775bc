#include "app/cli/dumptogether.h"
#include "app/cli/dumpwriter.h"
#include "app/cli/reading.h"
#include "core/flows/flowpass.h"
#include "core/names/namefacts.h"

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <iostream>
#include <string_view>
#include <thread>

#include <fmt/format.h>
#include <fmt/ranges.h>

// dump: packets as text, fields or JSON, with tshark's options and tshark's formats.

namespace vethscope::cli {
namespace {

struct Options {
    std::vector<std::string> files;
    ReadingOptions reading;
    std::string format = "text";
    std::vector<std::string> fields;
    std::vector<std::string> style;
    std::string output;
    std::uint64_t count = 0;
    bool numeric = false;
    bool print = false;
    bool twoPasses = false;
};

// The fields of -e; an unknown one is an error that names its nearest neighbours.
Result<std::vector<OutputField>> findFields(const std::vector<std::string> &names, const Registry &registry)
{
    std::vector<OutputField> fields;
    for (const std::string &name : names) {
        auto accessor = Accessor::find(name, registry);
        if (!accessor) {
            const std::vector<std::string> near = registry.nearest(name);
            return std::unexpected(Error{Sentence::verbatim(fmt::format(
                "-e {}: no field has this name{}", name, near.empty() ? "" : fmt::format("; did you mean {}?", fmt::join(near, ", "))))});
        }
        fields.push_back({name, std::move(*accessor)});
    }
    return fields;
}

// Whether what is written has values that only the packets around a frame tell: whole packets have, lines and trees alike.
bool needsFlows(const Options &options, const std::vector<OutputField> &fields, const Filter &filter)
{
    return FlowPass::isAskedBy(filter.asks()) || options.format == "text"
        || (options.format != "fields" && fields.empty())
        || std::ranges::any_of(fields, [](const OutputField &field) { return FlowPass::isAskedBy(field.accessor.asks()); });
}

// Blocks until the row is in the index, and known to the pass over the flows where there is one; false when the capture
// ends before it. Who follows a pipe sees what came so far meanwhile.
bool waitForRow(const PacketStore &store, const FlowPass *flows, std::size_t row)
{
    if (flows && row >= flows->done())
        flows->waitFor(row + 1);
    if (row >= store.size())
        std::cout.flush();
    while (row >= store.size()) {
        if (store.finished())
            return row < store.size();
        std::this_thread::sleep_for(std::chrono::milliseconds(1));
    }
    return true;
}

using Writers = std::vector<std::unique_ptr<DumpWriter>>;

// Writes out what the text has, and lets it be empty again.
void put(TextBuffer &text)
{
    std::cout.write(text.data(), static_cast<std::streamsize>(text.size()));
    text.clear();
}

// Whether what a packet has depends on which one was written before it.
bool asksForDisplayed(const Options &options)
{
    constexpr std::string_view field = "frame.time_delta_displayed";
    return options.reading.filter.find(field) != std::string::npos || std::ranges::find(options.fields, field) != options.fields.end();
}

DumpEnd writeOneByOne(const Dumped &dumped, const Writers &writers)
{
    const auto &[store, flows, dissector, filter, count] = dumped;
    PacketRow row;
    FilterScratch scratch;
    TextBuffer text;
    std::size_t read = 0;
    std::optional<std::int64_t> displayed; // when the last one was that passed the filter
    // As in tshark, -c counts the packets that are read, not those that pass the filter.
    for (; (count == 0 || read < count) && waitForRow(store, flows, read); ++read) {
        row.load(store, dissector, read);
        row.frame.sinceDisplayed = displayed ? row.frame.time - *displayed : 0;
        if (filter.matches(row.frame, row.packet, scratch)) {
            displayed = row.frame.time;
            for (const auto &writer : writers)
                writer->write(row, scratch, text);
            put(text);
        }
        if (writers.front()->problem())
            break;
    }
    return {count > 0 && read == count, scratch.givenUp()};
}

DumpEnd writePackets(const Options &options, const Dumped &dumped, const Writers &writers)
{
    TextBuffer around;
    for (const auto &writer : writers)
        writer->begin(around);
    put(around);
    const bool isTogether = writers.size() == 1 && !asksForDisplayed(options) && writers.front()->another();
    const DumpEnd end = isTogether ? dumpTogether(dumped, *writers.front(), std::cout) : writeOneByOne(dumped, writers);
    for (const auto &writer : writers)
        writer->end(around);
    put(around);
    return end;
}

std::unique_ptr<DumpWriter> makeWriter(const std::string &format, std::vector<OutputField> fields, FieldsStyle style, const Registry &registry)
{
    if (format == "fields")
        return makeFieldsWriter(std::move(fields), std::move(style));
    if (format == "json")
        return makeJsonWriter(std::move(fields), registry);
    if (format == "ek")
        return makeEkWriter(std::move(fields), registry);
    return makeTextWriter();
}

int run(const Options &options)
{
    const auto reading = readingOf(options.reading);
    if (!reading)
        return reading.error();
    const auto &[hosts, cluster, registry, filter, disabled] = *reading;
    FieldsStyle style;
    for (const std::string &option : options.style)
        if (auto taken = style.set(option); !taken)
            return fail(WrongUsage, taken.error().message.english());
    const Dissector dissector = reading->dissector();
    auto fields = findFields(options.fields, registry);
    if (!fields)
        return fail(WrongUsage, fields.error().message.english());
    if (options.format == "fields" && fields->empty())
        return fail(WrongUsage, "-T fields needs at least one -e FIELD");
    if (options.format == "text" && !fields->empty())
        return fail(WrongUsage, "-e FIELD needs -T fields, -T json or -T ek");

    const std::vector<std::filesystem::path> paths = filesOf(options.files);
    if (options.print && options.output.empty())
        return fail(WrongUsage, "-P prints what -w writes; without -w everything is printed anyway");
    if (options.print && options.output == "-")
        return fail(WrongUsage, "-P and -w - cannot both write to standard output");
    const auto store = PacketStore::open(paths);
    if (!store)
        return fail(Unreadable, store.error().message.english());
    std::optional<FlowPass> flows;
    if (needsFlows(options, *fields, filter))
        flows.emplace(**store, dissector, 0, options.twoPasses ? Lookahead::All : Lookahead::Nothing);
    if (flows && options.twoPasses)
        flows->waitUntilFinished();
    std::optional<NameFacts> names;
    if (!hosts.snapshots.empty())
        names.emplace(**store, std::make_shared<const NameTable>(cluster));
    Writers writers;
    if (!options.output.empty()) {
        if (isRead(options.output, **store))
            return fail(WrongUsage, fmt::format("-w {}: this is the file that is read", options.output));
        auto made = makePcapngWriter(options.output, **store);
        if (!made)
            return fail(NotPermitted, made.error().message.english());
        writers.push_back(std::move(*made));
    }
    if (options.output.empty() || options.print)
        writers.push_back(makeWriter(options.format, std::move(*fields), std::move(style), registry));
    const DumpEnd end = writePackets(options, {**store, flows ? &*flows : nullptr, dissector, filter, options.count}, writers);
    if (const auto problem = writers.front()->problem())
        return fail(NotPermitted, problem->message.english());

    ExitCode code = hosts.complete ? Done : PartlyRead;
    if (end.givenUp > 0)
        code = fail(PartlyRead, Filter::givenUpSentence(end.givenUp).english());
    if (!end.isEnough) // what is behind the last packet asked for does not matter
        code = complainOf(**store, code);
    return written(code);
}

std::function<int()> declare(Command &command)
{
    auto options = std::make_shared<Options>();
    declareCaptures(command, options->files, "The capture file to read; several are merged by time");
    command.option("-T", options->format, "How packets are written: text, fields, json or ek")
        .among({"text", "fields", "json", "ek"});
    command.option("-e", options->fields, "A field to write, with -T fields, json or ek; may be given again")
        .called("FIELD").oneValue();
    command.option("-E", options->style, "How -T fields writes: header=y, separator=/s, occurrence=f, aggregator=;, quote=d; may be given again")
        .called("OPTION=VALUE").oneValue();
    options->reading.declare(command, "Host output (a transcript, a folder, an archive) that names addresses (k8s.src.pod) and tunnels' ports");
    command.option("-w", options->output, "Write the packets themselves to this pcapng file instead of printing them; - for standard output")
        .called("FILE");
    command.flag("-P", options->print, "Print packets although -w writes them");
    command.flag("-2", options->twoPasses, "Read the capture twice, so that a packet knows of those behind it: dns.response_in, icmp.resp_in");
    command.option("-c", options->count, "Read so many packets and no more").called("COUNT").positive();
    command.flag("-n", options->numeric, "Numbers instead of names; they are never resolved here, so it changes nothing");
    return [options] { return run(*options); };
}

} // namespace

constinit const Verb verbs::dump{"dump", "Write packets as text, fields or JSON", declare};

} // namespace vethscope::cli
