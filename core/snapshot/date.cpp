#include "core/snapshot/hostcommands.h"
#include "core/snapshot/hosttime.h"
#include "core/snapshot/words.h"

// When a host was asked.

namespace vethscope {
namespace {

bool typed(const std::vector<std::string> &words)
{
    return words.front() == "date";
}

void read(Reading &reading)
{
    for (std::uint32_t line = reading.first(); line < reading.end(); ++line)
        if (hostTime(reading.line(line)))
            reading.host().settings.push_back({"date", std::string(trimmed(reading.line(line))), reading.evidence(line)});
}

} // namespace

constinit const HostCommand commands::date{
    .name = "date",
    .typed = typed,
    .read = read,
};

} // namespace vethscope
