#include "app/cli/diagnosewriter.h"
#include "app/cli/reading.h"
#include "app/cli/traces.h"
#include "core/capture/filenumbers.h"
#include "core/diagnose/diagnosis.h"
#include "core/diagnose/kernelwords.h"
#include "core/diagnose/suspects.h"
#include "core/diagnose/traffic.h"
#include "core/journey/doubts.h"

#include <algorithm>
#include <iostream>
#include <iterator>
#include <memory>

// diagnose: what is wrong in a cluster, by what its hosts printed, what was captured, and what kernels told of packets.

namespace vethscope::cli {
namespace {

struct DiagnoseOptions {
    std::vector<std::string> captures, snapshots, traces;
    std::string format = "text";
};

// Of no journey where nothing was captured. They refer to the records.
std::vector<testimony::Mark> marksTold(const PacketStore *store, const Dissector &dissector, const diagnose::Traffic *traffic, const testimony::Testimony &told)
{
    if (traffic)
        return marksIn(*store, dissector, traffic->points(), traffic->journeys(), told);
    std::vector<testimony::Mark> marks;
    for (const testimony::Record &record : told.records)
        marks.push_back({&record, {}, {}});
    return marks;
}

int diagnoseAll(const DiagnoseOptions &options)
{
    if (options.captures.empty() && options.snapshots.empty() && options.traces.empty())
        return fail(WrongUsage, "diagnose needs captures (-r), a snapshot (--snapshot), what kernels told (--trace), or several of these");
    ReadingOptions read;
    read.snapshots = options.snapshots;
    const auto reading = readingOf(read);
    if (!reading)
        return reading.error();
    ExitCode code = reading->hosts.complete ? Done : PartlyRead;
    Traces traces = readTraces(options.traces);
    if (traces.files == 0 && !options.traces.empty() && options.captures.empty() && options.snapshots.empty())
        return Unreadable;
    std::unique_ptr<PacketStore> store;
    if (!options.captures.empty()) {
        auto opened = PacketStore::open(filesOf(options.captures));
        if (!opened)
            return fail(Unreadable, opened.error().message.english());
        store = std::move(*opened);
        code = complainOf(*store, code);
        if (code == Unreadable)
            return code;
        addRetis(*store, traces);
    }
    const Facts facts = reading->hosts.facts();
    const path::Predictor predictor(reading->cluster);
    const Dissector dissector = reading->dissector();
    std::vector<CaptureArgument> arguments;
    std::ranges::transform(options.captures, std::back_inserter(arguments), captureArgument);
    std::unique_ptr<const diagnose::Traffic> traffic;
    std::vector<Sentence> doubts;
    if (store) {
        const std::shared_ptr<const journey::Followed> followed = journey::Followed::of(*store, dissector, reading->cluster, arguments);
        doubts = doubtsOf(*followed, facts);
        traffic = diagnose::Traffic::of(followed);
    }
    const std::vector<testimony::Mark> marks = marksTold(store.get(), dissector, traffic.get(), traces.told);
    const diagnose::Case about(facts, predictor, traffic.get(), marks);
    const diagnose::Findings findings = findingsOf(about);
    const std::vector<diagnose::Suspect> suspects = suspectsOf(about);
    const std::vector<diagnose::ToldDrops> drops = unexplainedDrops(about, findings);
    const SnapshotArguments texts = reading->hosts.texts();
    DiagnoseReport report{findings, suspects, drops, texts, store.get()};
    if (store)
        report.numbers = numbersInFiles(*store);
    for (const CaptureArgument &argument : arguments)
        report.captures.push_back(argument.file.string());
    options.format == "json" ? writeDiagnosisJson(report, std::cout) : writeDiagnosisText(report, std::cout);
    for (const Sentence &doubt : doubts)
        complain(doubt.english());
    return written(code == Done && !traces.complete ? PartlyRead : code);
}

std::function<int()> declareDiagnose(Command &command)
{
    auto options = std::make_shared<DiagnoseOptions>();
    command.option("-r,--read-file", options->captures, "Capture files, each with its point where the file does not tell it; NODE:IFACE= in front says where a file was captured; - for standard input")
        .called("[NODE:IFACE=]FILE");
    declareSnapshots(command, options->snapshots);
    declareTraces(command, options->traces);
    command.option("--format", options->format, "text for a ticket, json for scripts").among({"json", "text"});
    return [options] { return diagnoseAll(*options); };
}

} // namespace

CitedFrame citedFrame(const DiagnoseReport &report, std::uint32_t row)
{
    const std::filesystem::path &path = report.store->paths()[report.store->interfaceOf(row).file];
    return {path.string(), report.numbers[row]};
}

constinit const Verb verbs::diagnose{"diagnose", "Tell what is wrong in a cluster, with the lines and frames that show it", declareDiagnose};

} // namespace vethscope::cli
