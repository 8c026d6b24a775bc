#include "core/snapshot/ethtoolwords.h"
#include "core/snapshot/hostcommands.h"
#include "core/snapshot/words.h"

// A veth's counters begin with the index of its other end: drivers/net/veth.c, veth_get_ethtool_stats.

namespace vethscope {
namespace {

bool typed(const std::vector<std::string> &words)
{
    return isEthtool(words, "-S", "--statistics");
}

bool looksLike(const Reading &reading)
{
    return trimmed(reading.line(reading.first())) == "NIC statistics:";
}

void read(Reading &reading)
{
    const std::string interface = ethtoolInterface(reading.words());
    for (std::uint32_t line = reading.first(); line < reading.end(); ++line) {
        const std::string_view text = trimmed(reading.line(line));
        const std::size_t colon = text.rfind(':');
        if (colon == std::string_view::npos)
            continue;
        const auto number = numberOf<std::uint32_t>(trimmed(text.substr(colon + 1)));
        const bool isHeading = text == "NIC statistics:";
        if (isHeading || (number && text.substr(0, colon) != "peer_ifindex"))
            reading.understood(line);
        else if (number && !interface.empty())
            reading.host().indexes.push_back({.interface = interface, .peerIfindex = number, .evidence = reading.evidence(line)});
    }
}

} // namespace

constinit const HostCommand commands::ethtoolStatistics{
    .name = "ethtool -S",
    .typed = typed,
    .looksLike = looksLike,
    .read = read,
};

} // namespace vethscope
