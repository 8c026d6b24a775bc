#include "core/snapshot/hostcommands.h"
#include "core/snapshot/iplinkheading.h"
#include "core/snapshot/iproute2.h"
#include "core/snapshot/jsonrecord.h"
#include "core/snapshot/printing.h"
#include "core/snapshot/words.h"

#include <algorithm>
#include <array>

// Ports of bridges: iproute2's bridge/link.c.
// What it prints behind @ is looked up in the wrong network namespace and names an interface that has nothing to do with
// the port, so only `@if17` is believed.

namespace vethscope {
namespace {

struct Port {
    LinkFact link;
    BridgePortFact port;
};

// `14: veth120e0e5a state UP @if3: <…>` of iproute2 before 4.17 becomes `14: veth120e0e5a@if3: <…>`.
void putNameTogether(Words &words, std::string &name)
{
    if (words.size() < 5 || words[1].ends_with(':'))
        return;
    const auto peer = std::find_if(words.begin() + 2, words.begin() + 5, [](std::string_view word) { return word.starts_with('@') && word.ends_with(':'); });
    if (peer == words.begin() + 5)
        return;
    name = std::string(words[1]) + std::string(*peer);
    words.erase(words.begin() + 2, peer + 1);
    words[1] = name;
}

// 14: veth120e0e5a@if3: <BROADCAST,…> mtu 1450 master cni0 state forwarding priority 32 cost 2
std::optional<Port> readPort(Words words)
{
    std::string name;
    putNameTogether(words, name);
    auto heading = words.size() > 3 ? linkHeading(words) : std::nullopt;
    if (!heading || !heading->link.mtu || contains(words, "qdisc")) // ip prints that as well
        return std::nullopt;
    Port read;
    read.link.name = heading->link.name;
    read.link.ifindex = heading->link.ifindex;
    read.link.peerIfindex = heading->link.peerIfindex;
    read.link.mtu = heading->link.mtu;
    read.link.master = heading->link.master;
    read.link.bondPort = heading->link.bondPort;
    read.port.bridge = read.link.master;
    read.port.port = read.link.name;
    return read;
}

bool isPortState(std::string_view word)
{
    constexpr auto states = std::to_array<std::string_view>({"disabled", "listening", "learning", "forwarding", "blocking"});
    return std::ranges::find(states, word) != states.end();
}

void add(Reading &reading, Port port, Evidence evidence)
{
    port.link.evidence = port.port.evidence = std::move(evidence);
    reading.host().links.push_back(std::move(port.link));
    if (!port.port.bridge.empty())
        reading.host().bridgePorts.push_back(std::move(port.port));
}

void readRecord(const JsonRecord &record)
{
    Port read;
    read.link.name = record.text("ifname");
    if (read.link.name.empty())
        return record.complain(Sentence::of("a port without \"ifname\""));
    read.link.ifindex = record.number("ifindex");
    read.link.peerIfindex = record.number("link_index");
    read.link.mtu = record.number("mtu");
    read.link.master = record.text("master");
    read.port.bridge = read.link.master;
    read.port.port = read.link.name;
    read.port.hairpin = record.boolean("hairpin");
    add(record.reading(), std::move(read), record.evidence());
}

bool typed(const std::vector<std::string> &words)
{
    return isBridgeShow(words, "link");
}

bool looksLike(const Reading &reading)
{
    if (isJson(reading))
        return jsonHas(reading, {"ifname", "master", "state"}) && !jsonHas(reading, {"operstate"});
    const Words &words = reading.firstWords();
    return readPort(words) && isPortState(behind(words, "state")) && words[words.size() - 2] == "cost" && numberOf<std::uint32_t>(words.back());
}

void read(Reading &reading)
{
    if (readJsonRecords(reading, readRecord))
        return;
    std::optional<BridgePortFact> last;
    for (std::uint32_t line = reading.first(); line < reading.end(); ++line) {
        const Words words = wordsOf(reading.line(line));
        if (auto port = readPort(words)) {
            last = port->port;
            add(reading, std::move(*port), reading.evidence(line));
        } else if (last && contains(words, "hairpin") && reading.command().keepsBlocks()) { // -d
            last->hairpin = behind(words, "hairpin") == "on";
            last->evidence = reading.evidence(line);
            reading.host().bridgePorts.push_back(*last);
        }
    }
}

} // namespace

constinit const HostCommand commands::bridgeLink{
    .name = "bridge link",
    .typed = typed,
    .looksLike = looksLike,
    .read = read,
    .prints = printsSomeInterfaces,
};

} // namespace vethscope
