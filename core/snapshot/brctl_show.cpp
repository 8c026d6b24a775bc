#include "core/snapshot/hostcommands.h"
#include "core/snapshot/linkwords.h"
#include "core/snapshot/printing.h"
#include "core/snapshot/soundnames.h"
#include "core/snapshot/words.h"

// Bridges and their ports: bridge-utils' and busybox' `brctl show`.

namespace vethscope {
namespace {

bool isHeading(const Words &words)
{
    return words.size() > 3 && words[0] == "bridge" && words[1] == "name" && words[2] == "bridge" && words[3] == "id";
}

// 8000.822a0551fe51: priority and address, br_stp_change_bridge_id in net/bridge/br_stp_if.c
bool isBridgeId(std::string_view word)
{
    return word.size() == 17 && word[4] == '.' && word.find_first_not_of("0123456789abcdef.") == word.npos && word.rfind('.') == 4;
}

// cni0            8000.822a0551fe51       no              veth01d2bc26
bool isBridge(const Words &words)
{
    return (words.size() == 3 || words.size() == 4) && isDeviceName(words[0]) && isBridgeId(words[1]) && (words[2] == "no" || words[2] == "yes")
        && (words.size() == 3 || isDeviceName(words[3]));
}

// Further ports stand below the first, far to the right; a page that ate their blanks leaves a word with a number in it.
bool isPort(const Words &words, std::string_view line)
{
    const bool indented = line.starts_with(' ') || line.starts_with('\t');
    return words.size() == 1 && isDeviceName(words[0]) && (indented || words[0].find_first_of("0123456789") != std::string_view::npos);
}

bool typed(const std::vector<std::string> &words)
{
    return words.front() == "brctl" && words.size() > 1 && words[1] == "show";
}

bool looksLike(const Reading &reading)
{
    const Words &words = reading.firstWords();
    return isHeading(words) || isBridge(words);
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
        if (isHeading(words)) {
            reading.understood(line);
        } else if (isBridge(words)) {
            bridge = words[0];
            reading.host().bridges.push_back({bridge, std::string(words[1]), reading.evidence(line)});
            if (words.size() == 4)
                addPort(reading, bridge, words[3], line);
        } else if (!bridge.empty() && reading.command().keepsBlocks() && isPort(words, reading.line(line))) {
            addPort(reading, bridge, words[0], line);
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
