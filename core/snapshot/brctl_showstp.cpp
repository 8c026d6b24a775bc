#include "core/snapshot/hostcommands.h"
#include "core/snapshot/linkwords.h"
#include "core/snapshot/printing.h"
#include "core/snapshot/soundnames.h"
#include "core/snapshot/words.h"

// A bridge's ports with their numbers, by which `brctl showmacs` calls them: bridge-utils' `brctl showstp`.

namespace vethscope {
namespace {

// vetha1f852ea (3)
std::optional<std::uint32_t> portNumber(const Words &words)
{
    if (words.size() != 2 || !isDeviceName(words[0]) || !words[1].starts_with('(') || !words[1].ends_with(')'))
        return std::nullopt;
    return numberOf<std::uint32_t>(words[1].substr(1, words[1].size() - 2));
}

// Timers, costs and flags of a bridge or a port: show_stp_info in bridge-utils' brctl_cmd.c.
bool isDetail(const Words &words)
{
    constexpr auto names = std::to_array<std::string_view>({
        "designated root", "designated bridge", "designated port", "designated cost", "root port", "max age", "hello time", "forward delay", "ageing time",
        "hello timer", "topology change", "tcn timer", "gc timer", "port id", "path cost", "message age", "hold timer", "hairpin mode",
    });
    const std::string name = std::string(words[0]) + ' ' + std::string(words.size() > 1 ? words[1] : std::string_view{});
    return words[0] == "flags" || std::ranges::find(names, name) != names.end();
}

bool typed(const std::vector<std::string> &words)
{
    return words.front() == "brctl" && words.size() > 1 && words[1] == "showstp";
}

bool looksLike(const Reading &reading)
{
    if (reading.end() - reading.first() < 2)
        return false;
    const Words &name = reading.firstWords(), next = wordsOf(reading.line(reading.first() + 1));
    return name.size() == 1 && isDeviceName(name[0]) && next.size() == 3 && next[0] == "bridge" && next[1] == "id";
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
        } else if (!indented && words.size() == 1 && isDeviceName(words[0])) {
            bridge = words[0];
            reading.understood(line);
        } else if (indented && words.size() == 3 && words[0] == "bridge" && words[1] == "id") {
            reading.host().bridges.push_back({bridge, std::string(words[2]), reading.evidence(line)});
        } else if (indented && !bridge.empty() && isDetail(words)) {
            reading.understood(line);
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
