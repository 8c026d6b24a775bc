#include "core/snapshot/hostcommands.h"
#include "core/bytes/lowercase.h"
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

bool isFrame(std::string_view line)
{
    return line.starts_with("+-") && line.ends_with("-+") && line.find_first_not_of("+-") == line.npos;
}

bool isHeading(std::string_view line)
{
    return line.starts_with('|') && line.find("PEER ADDRESS") != line.npos && line.find("PEER TYPE") != line.npos;
}

bool isTitle(std::string_view line)
{
    return line == "Calico process is running." || line == "IPv4 BGP status" || line == "IPv6 BGP status" || line == "No IPv4 peers found."
        || line == "No IPv6 peers found.";
}

// The frame is no other table's with this heading below it.
bool looksLike(const Reading &reading)
{
    const std::uint32_t first = reading.first();
    const std::string_view line = trimmed(reading.line(first));
    return isTitle(line) || isHeading(line) || (isFrame(line) && first + 1 < reading.end() && isHeading(trimmed(reading.line(first + 1))));
}

// The peer types of the Calico API; which of its specific peers is a reflector, a node cannot say.
std::string kindOf(std::string_view type)
{
    if (type == "node-to-node mesh")
        return "mesh";
    if (type == "global")
        return "global";
    return type == "node specific" ? "node" : std::string();
}

// The columns of one row between its bars.
struct Cells {
    std::string_view peer, type, state, info;
};

std::optional<Cells> cellsOf(std::string_view line)
{
    const auto cells = splitAt(line, '|');
    if (!line.starts_with('|') || cells.size() < 7)
        return std::nullopt;
    return Cells{trimmed(cells[1]), trimmed(cells[2]), trimmed(cells[3]), trimmed(cells[5])};
}

// "Established", or "Active Socket: Connection refused".
void takeInfo(BgpSessionFact &fact, std::string_view info, std::string_view state)
{
    const std::string_view word = info.substr(0, info.find(' '));
    fact.state = lowerCase(word.empty() ? state : word);
    fact.info = trimmed(info.substr(word.size()));
}

void read(Reading &reading)
{
    BgpSessionFact *last = nullptr;
    for (std::uint32_t line = reading.first(); line < reading.end(); ++line) {
        const std::string_view text = trimmed(reading.line(line));
        if (isFrame(text) || isTitle(text) || isHeading(text)) {
            reading.understood(line);
            last = nullptr;
            continue;
        }
        const auto cells = cellsOf(text);
        if (!cells)
            continue;
        if (const auto peer = IpAddress::parse(cells->peer)) {
            last = &reading.host().bgpSessions.emplace_back();
            *last = {.peer = peer, .kind = kindOf(cells->type), .evidence = reading.evidence(line)};
            takeInfo(*last, cells->info, cells->state);
        } else if (last && cells->peer.empty()) { // a cell too long for its column goes on below
            last->info += (last->info.empty() ? "" : " ") + std::string(cells->info);
            reading.understood(line);
        }
    }
}

} // namespace

constinit const HostCommand commands::calicoctlNodeStatus{.name = "calicoctl node status", .typed = typed, .looksLike = looksLike, .read = read, .prints = printsCalicoSessions};

} // namespace vethscope
