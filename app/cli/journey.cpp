#include "app/cli/dumpwriter.h"
#include "app/cli/framewanted.h"
#include "app/cli/journeywriter.h"
#include "app/cli/reading.h"
#include "app/cli/traces.h"
#include "core/capture/filenumbers.h"
#include "core/journey/content.h"
#include "core/journey/doubts.h"

#include <algorithm>
#include <expected>
#include <iostream>
#include <iterator>
#include <memory>
#include <numeric>
#include <optional>
#include <ranges>
#include <span>

#include <fmt/format.h>

// journey: one packet at every capture point, and where it was lost.

namespace vethscope::cli {
namespace {

struct Options {
    std::vector<std::string> captures, snapshots, traces;
    std::string frame, output;
    std::string format = "text";
    bool flows = false;
};

// The frame's row in the store, by the number of each in its file; what is wrong with it is said.
std::expected<std::size_t, ExitCode> rowWanted(const Options &options, const PacketStore &store, const std::vector<std::uint32_t> &numbers)
{
    const auto wanted = frameWanted(options.frame);
    if (!wanted)
        return std::unexpected(fail(WrongUsage, fmt::format("--frame {}: not [FILE:]N with N from 1 on", options.frame)));
    const auto capture = captureWanted(options.captures, wanted->file);
    if (!capture)
        return std::unexpected(fail(WrongUsage, fmt::format("--frame {}: {}", options.frame, capture.error())));
    const auto file = std::ranges::find(store.paths(), capture->file) - store.paths().begin();
    const auto isOfFile = [&](std::size_t row) { return store.interfaceOf(row).file == file; };
    for (std::size_t row = 0; row < store.size(); ++row)
        if (numbers[row] == wanted->number && isOfFile(row))
            return row;
    const auto count = static_cast<std::size_t>(std::ranges::count_if(std::views::iota(std::size_t{0}, store.size()), isOfFile));
    return std::unexpected(fail(WrongUsage, noSuchFrame(capture->file, wanted->number, count)));
}

JourneysWanted wantedOf(const journey::Followed &followed, std::optional<std::size_t> row)
{
    if (row) {
        const auto journey = followed.journeyOf(*row);
        return journey ? JourneysWanted{*journey} : JourneysWanted();
    }
    JourneysWanted all(followed.all().size());
    std::iota(all.begin(), all.end(), std::size_t{0});
    return all;
}

// The marks by what is printed: all of them, or those of the one journey that was asked for.
std::vector<testimony::Mark> marksShown(std::span<const testimony::Mark> marks, const std::vector<std::size_t> &printed, bool isAll)
{
    std::vector<testimony::Mark> shown;
    for (testimony::Mark mark : marks) {
        const auto place = mark.journey ? std::ranges::lower_bound(printed, *mark.journey) : printed.end();
        const bool isPrinted = place != printed.end() && *place == *mark.journey;
        if (!isPrinted && !isAll)
            continue;
        mark.journey = isPrinted ? std::optional(static_cast<std::size_t>(place - printed.begin())) : std::nullopt;
        shown.push_back(mark);
    }
    return shown;
}

void print(const Options &options, const JourneyReport &report, std::span<const testimony::Mark> marks, std::optional<std::size_t> row)
{
    const bool isJson = options.format == "json";
    if (options.flows) {
        const auto flows = report.followed.segments();
        isJson ? writeFlowsJson(report, flows, std::cout) : writeFlowsText(report, flows, std::cout);
        return;
    }
    const JourneysWanted wanted = wantedOf(report.followed, row);
    const std::vector<testimony::Mark> shown = marksShown(marks, wanted, !row);
    isJson ? writeJourneysJson(report, wanted, shown, std::cout) : writeJourneysText(report, wanted, shown, std::cout);
}

// A frame of which too little was captured is in no journey.
void complainOfCut(const JourneyReport &report, std::size_t row)
{
    const journey::Followed &followed = report.followed;
    const PacketStore &store = followed.store();
    const Frame frame = store.frame(row);
    if (followed.journeyOf(row) || frame.captured() >= frame.originalLength)
        return;
    const Dissection packet = followed.dissector().dissect(frame);
    const auto content = journey::contentOf(frame, packet);
    if (content ? !content->key.has_value() : packet.stop() && packet.stop()->cutByCapture)
        complain(fmt::format("{}: frame {} was cut: of its {} bytes {} were kept, too few to know its packet again at other points", store.paths()[store.interfaceOf(row).file].string(), report.numbers[row],
                             frame.originalLength, frame.captured()));
}

int run(const Options &options)
{
    ReadingOptions read;
    read.snapshots = options.snapshots;
    const auto reading = readingOf(read);
    if (!reading)
        return reading.error();
    Traces traces = readTraces(options.traces);
    std::vector<CaptureArgument> arguments;
    std::ranges::transform(options.captures, std::back_inserter(arguments), captureArgument);
    const auto store = PacketStore::open(filesOf(options.captures));
    if (!store)
        return fail(Unreadable, store.error().message.english());
    const ExitCode code = complainOf(**store, reading->hosts.complete ? Done : PartlyRead);
    if (code == Unreadable)
        return code;
    const std::vector<std::uint32_t> numbers = numbersInFiles(**store);
    std::optional<std::size_t> row;
    if (!options.frame.empty()) {
        const auto wanted = rowWanted(options, **store, numbers);
        if (!wanted)
            return wanted.error();
        row = *wanted;
    }
    if (!options.output.empty() && isRead(options.output, **store))
        return fail(WrongUsage, fmt::format("-w {}: this is a file that is read", options.output));
    const Dissector dissector = reading->dissector();
    addRetis(**store, traces);
    const bool isOfOne = row && !options.flows && options.output.empty() && traces.told.records.empty();
    const auto followed = isOfOne ? journey::Followed::ofOne(**store, dissector, reading->cluster, arguments, *row) : journey::Followed::of(**store, dissector, reading->cluster, arguments);
    const std::vector<testimony::Mark> marks = marksIn(**store, dissector, followed->points(), followed->journeys(), traces.told);
    const SnapshotArguments texts = reading->hosts.texts();
    const JourneyReport report{*followed, texts, numbers};
    if (!options.output.empty())
        if (const auto kept = writeJourneysCapture(report, NameTable(reading->cluster), options.output); !kept)
            return fail(NotPermitted, kept.error().message.english());
    print(options, report, marks, row);
    if (row)
        complainOfCut(report, *row);
    for (const auto &doubts : {journey::doubtOfOnePoint(*followed), journey::doubtsOf(*followed, reading->hosts.facts())})
        for (const Sentence &doubt : doubts)
            complain(doubt.english());
    return written(code == Done && !traces.complete ? PartlyRead : code);
}

std::function<int()> declare(Command &command)
{
    auto options = std::make_shared<Options>();
    declareCaptures(command, options->captures, "Capture files, each with its point where the file does not tell it");
    declareSnapshots(command, options->snapshots);
    command.option("--frame", options->frame, "Only the journey of this frame: its number in its file").called("[FILE:]N");
    declareTraces(command, options->traces);
    command.flag("--flows", options->flows, "Loss, delay and jitter of each flow from point to point instead, the worst first");
    command.option("-w", options->output, "Also write all frames as one pcapng: a point an interface, a packet the same epb_packetid at all of them").called("FILE");
    command.option("--format", options->format, "text for reading, json for scripts").among({"json", "text"});
    return [options] { return run(*options); };
}

} // namespace

constinit const Verb verbs::journey{"journey", "Follow each packet over all capture points, and tell where it was lost", declare};

} // namespace vethscope::cli
