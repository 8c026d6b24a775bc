#include "core/snapshot/hostcommands.h"
#include "core/snapshot/printing.h"
#include "core/snapshot/words.h"

#include <algorithm>

// `calicoctl node status` (calico calicoctl/commands/node/status.go): BIRD's sessions in a framed table.

namespace vethscope {
namespace {

bool typed(const std::vector<std::string> &words)
{
    return words.size() >= 3 && words[0] == "calicoctl" && words[1] == "node" && words[2] == "status";
}

bool looksLike(const Reading &reading)
{
    for (std::uint32_t line = reading.first(); line < reading.end(); ++line)
        if (reading.line(line).find("PEER ADDRESS") != std::string_view::npos)
            return true;
    return false;
}

std::string lower(std::string_view text)
{
    std::string result(text);
    std::ranges::transform(result, result.begin(), [](char letter) { return letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter + 32) : letter; });
    return result;
}

// The peer types of the Calico API; which of its specific peers is a reflector, a node cannot say.
std::string kindOf(std::string_view type)
{
    if (type == "node-to-node mesh")
        return "mesh";
    if (type == "global")
        return "global";
    return {};
}

void read(Reading &reading)
{
    for (std::uint32_t line = reading.first(); line < reading.end(); ++line) {
        const std::string_view text = trimmed(reading.line(line));
        if (text.starts_with('+') || text.find("PEER ADDRESS") != text.npos || text.starts_with("Calico process is") || text.ends_with("BGP status")
            || text.ends_with("peers found.")) {
            reading.understood(line);
            continue;
        }
        if (!text.starts_with('|'))
            continue;
        const auto cells = splitAt(text, '|');
        if (cells.size() < 7)
            continue;
        const auto peer = IpAddress::parse(trimmed(cells[1]));
        if (!peer)
            continue;
        const std::string_view info = trimmed(cells[5]); // "Established", or "Active Socket: Connection refused"
        BgpSessionFact fact{.peer = peer, .kind = kindOf(trimmed(cells[2])), .evidence = reading.evidence(line)};
        const std::string_view state = info.substr(0, info.find(' '));
        fact.state = lower(state.empty() ? trimmed(cells[3]) : state);
        fact.info = trimmed(info.substr(state.size()));
        reading.host().bgpSessions.push_back(std::move(fact));
    }
}

} // namespace

constinit const HostCommand commands::calicoctlNodeStatus{.name = "calicoctl node status", .typed = typed, .looksLike = looksLike, .read = read, .prints = printsCalicoSessions};

} // namespace vethscope
