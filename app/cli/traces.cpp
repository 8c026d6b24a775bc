#include "app/cli/traces.h"

#include "app/cli/verb.h"
#include "core/testimony/retis.h"
#include "core/testimony/testimony.h"

#include <algorithm>
#include <iterator>

#include <fmt/format.h>

namespace vethscope::cli {
namespace {

// Says which lines were not understood; whether there were none.
bool complainOf(const testimony::Testimony &told)
{
    for (const Evidence &line : told.notUnderstood)
        complain(fmt::format("{}, line {}: not understood: {}", line.source->name(), line.line, line.text()));
    return told.notUnderstood.empty();
}

} // namespace

void declareTraces(Command &command, std::vector<std::string> &traces)
{
    command.option("--trace", traces, "What kernels told of packets: output of pwru (text or JSON), nft monitor trace, xtables-monitor --trace, dropwatch; - for standard input")
        .called("[NODE=]FILE");
}

Traces readTraces(const std::vector<std::string> &arguments)
{
    Traces read;
    for (const std::string &argument : arguments) {
        const testimony::TraceArgument wanted = testimony::traceArgument(argument);
        auto told = testimony::readTestimony(wanted.file, wanted.node);
        if (!told) {
            complain(told.error().message.english());
            read.complete = false;
            continue;
        }
        ++read.files;
        read.complete = complainOf(*told) && read.complete;
        std::ranges::move(told->records, std::back_inserter(read.told.records));
        std::ranges::move(told->notes, std::back_inserter(read.told.notes));
    }
    return read;
}

void addRetis(const PacketStore &store, Traces &traces)
{
    testimony::Testimony told;
    testimony::readRetis(store, told);
    traces.complete = complainOf(told) && traces.complete;
    std::ranges::move(told.records, std::back_inserter(traces.told.records));
}

std::vector<testimony::Mark> marksIn(const PacketStore &store, const Dissector &dissector, const journey::JourneyPoints &points, const journey::Journeys &journeys, const testimony::Testimony &told)
{
    std::vector<Sentence> notes = told.notes;
    std::vector<testimony::Mark> marks;
    if (!told.records.empty())
        marks = testimony::marksOf(told.records, store, dissector, points, journeys, notes);
    for (const Sentence &note : notes)
        complain(note.english());
    return marks;
}

} // namespace vethscope::cli
