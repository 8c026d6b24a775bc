#include "app/cli/traces.h"

#include "app/cli/verb.h"
#include "core/testimony/testimony.h"

#include <algorithm>
#include <iterator>

#include <fmt/format.h>

namespace vethscope::cli {

void declareTraces(Command &command, std::vector<std::string> &traces)
{
    command.option("--trace", traces, "What kernels told of packets: output of pwru (text or JSON), nft monitor trace, xtables-monitor --trace, dropwatch; - for standard input")
        .called("[NODE=]FILE");
}

bool complainOf(const testimony::Testimony &told)
{
    for (const Evidence &line : told.notUnderstood)
        complain(fmt::format("{}, line {}: not understood: {}", line.source->name(), line.line, line.text()));
    return told.notUnderstood.empty();
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
        read.complete = complainOf(*told) && read.complete;
        std::ranges::move(told->records, std::back_inserter(read.told.records));
        std::ranges::move(told->notes, std::back_inserter(read.told.notes));
    }
    return read;
}

} // namespace vethscope::cli
