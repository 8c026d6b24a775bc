#include "tests/fuzz/fuzz.h"

#include "core/testimony/testimony.h"

// What kernels told: every record and every line that was not understood is a line of the text.

namespace vethscope::fuzz {

void run(Bytes input)
{
    const auto told = testimony::readTestimonyText("trace", std::string(asText(input)));
    if (!told)
        return;
    const auto isLine = [](const Evidence &line) { return line.source && line.line >= 1 && line.line <= line.source->size(); };
    for (const testimony::Record &record : told->records) {
        promise(!record.evidence.empty() && !record.tool.empty(), "a record has its line and its tool");
        for (const Evidence &line : record.evidence)
            promise(isLine(line), "a record's lines lie inside the text");
    }
    for (const Evidence &line : told->notUnderstood)
        promise(isLine(line), "lines that are not understood lie inside the text");
}

} // namespace vethscope::fuzz
