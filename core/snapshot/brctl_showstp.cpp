#include "core/snapshot/hostcommands.h"
#include "core/snapshot/linkwords.h"
#include "core/snapshot/printing.h"
#include "core/snapshot/words.h"

// A bridge's ports with their numbers, by which `brctl showmacs` calls them: bridge-utils' `brctl showstp`.

namespace vethscope {
namespace {

// vetha1f852ea (3)
std::optional<std::uint32_t> portNumber(const Words &words)
{
    if (words.size() != 2 || !words[1].starts_with('(') || !words[1].ends_with(')'))
        return std::nullopt;
    return numberOf<std::uint32_t>(words[1].substr(1, words[1].size() - 2));
}

bool typed(const std::vector<std::string> &words)
{
    return words.front() == "brctl" && words.size() > 1 && words[1] == "showstp";
}

bool looksLike(const Reading &reading)
{
    if (reading.end() - reading.first() < 2)
        return false;
    const Words name = wordsOf(reading.line(reading.first())), next = wordsOf(reading.line(reading.first() + 1));
    return name.size() == 1 && next.size() == 3 && next[0] == "bridge" && next[1] == "id";
}

void read(Reading &reading)
{
    std::string bridge;
    for (std::uint32_t line = reading.first(); line < reading.end(); ++line) {
        const Words words = wordsOf(reading.line(line));
        const bool indented = reading.line(line).starts_with(' ') || reading.line(line).starts_with('\t');
        if (words.empty())
            continue;
        if (const auto number = portNumber(words); number && !bridge.empty()) {
            reading.host().bridgePorts.push_back({.bridge = bridge, .port = std::string(words[0]), .portNumber = number, .evidence = reading.evidence(line)});
        } else if (!indented && words.size() == 1) {
            bridge = words[0];
            reading.understood(line);
        } else if (indented && words.size() == 3 && words[0] == "bridge" && words[1] == "id") {
            reading.host().bridges.push_back({bridge, std::string(words[2]), reading.evidence(line)});
        } else if (indented && !bridge.empty()) {
            reading.understood(line); // timers, costs, flags
        }
    }
}

} // namespace

constinit const HostCommand commands::brctlShowstp{
    .name = "brctl showstp",
    .typed = typed,
    .looksLike = looksLike,
    .read = read,
    .prints = printsSomeInterfaces,
};

} // namespace vethscope
