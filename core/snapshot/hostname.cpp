#include "core/snapshot/hostcommands.h"
#include "core/facts/kubernetesnames.h"
#include "core/snapshot/printedfiles.h"
#include "core/snapshot/words.h"

// A host's own name. The simplest of all host commands: copy this file for a new one.

namespace vethscope {
namespace {

bool typed(const std::vector<std::string> &words)
{
    const bool asks = words.size() == 1 || (words.size() == 2 && (words[1] == "-s" || words[1] == "-f"));
    return (words.front() == "hostname" && asks) || printsFile(words, "/etc/hostname");
}

void read(Reading &reading)
{
    std::uint32_t line = reading.first();
    while (line < reading.end() && (trimmed(reading.line(line)).empty() || trimmed(reading.line(line)) == "[code]")) // a forum's fence
        ++line;
    if (line == reading.end()) // one line is all that it prints
        return;
    const auto words = wordsOf(reading.line(line));
    if (words.size() == 1 && isHostName(words[0]))
        reading.host().settings.push_back({"hostname", std::string(words[0]), reading.evidence(line)});
}

} // namespace

constinit const HostCommand commands::hostname{
    .name = "hostname",
    .typed = typed,
    .read = read,
};

} // namespace vethscope
