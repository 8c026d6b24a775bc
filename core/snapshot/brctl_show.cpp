#include "core/snapshot/hostcommands.h"
#include "core/snapshot/linkwords.h"
#include "core/snapshot/printing.h"
#include "core/snapshot/words.h"

// Bridges and their ports: bridge-utils' and busybox' `brctl show`.

namespace vethscope {
namespace {

bool isHeading(const Words &words)
{
    return words.size() > 3 && words[0] == "bridge" && words[1] == "name" && words[2] == "bridge" && words[3] == "id";
}

// cni0            8000.822a0551fe51       no              veth01d2bc26
bool isBridge(const Words &words)
{
    return words.size() >= 3 && words[1].size() == 17 && words[1][4] == '.' && (words[2] == "no" || words[2] == "yes");
}

bool typed(const std::vector<std::string> &words)
{
    return words.front() == "brctl" && words.size() > 1 && words[1] == "show";
}

bool looksLike(const Reading &reading)
{
    return isHeading(wordsOf(reading.line(reading.first())));
}

void addPort(Reading &reading, const std::string &bridge, std::string_view port, std::uint32_t line)
{
    reading.host().bridgePorts.push_back({.bridge = bridge, .port = std::string(port), .evidence = reading.evidence(line)});
}

void read(Reading &reading)
{
    std::string bridge;
    for (std::uint32_t line = reading.first(); line < reading.end(); ++line) {
        const Words words = wordsOf(reading.line(line));
        const bool indented = reading.line(line).starts_with(' ') || reading.line(line).starts_with('\t');
        if (isHeading(words)) {
            reading.understood(line);
        } else if (isBridge(words)) {
            bridge = words[0];
            reading.host().bridges.push_back({bridge, std::string(words[1]), reading.evidence(line)});
            if (words.size() == 4)
                addPort(reading, bridge, words[3], line);
        } else if (words.size() == 1 && indented && !bridge.empty() && reading.command().keepsBlocks()) {
            addPort(reading, bridge, words[0], line); // further ports stand below the first
        }
    }
}

} // namespace

constinit const HostCommand commands::brctlShow{
    .name = "brctl show",
    .typed = typed,
    .looksLike = looksLike,
    .read = read,
    .prints = printsBridges,
};

} // namespace vethscope
