#include "core/snapshot/hostcommands.h"
#include "core/snapshot/iproute2.h"
#include "core/snapshot/jsonrecord.h"
#include "core/snapshot/linkwords.h"
#include "core/snapshot/printing.h"
#include "core/snapshot/words.h"

// Ports of bridges: iproute2's bridge/link.c.
// What it prints behind @ is looked up in the wrong network namespace and names an interface that has nothing to do with
// the port, so only `@if17` is believed.

namespace vethscope {
namespace {

struct Port {
    LinkFact link;
    BridgePortFact port;
};

// 14: veth120e0e5a@if3: <BROADCAST,…> mtu 1450 master cni0 state forwarding priority 32 cost 2
// 14: veth120e0e5a state UP @if3: <…> of iproute2 before 4.17
std::optional<Port> readPort(const Words &words)
{
    if (words.size() < 4 || !words[0].ends_with(':') || !contains(words, "mtu"))
        return std::nullopt;
    Port read;
    read.link.ifindex = numberOf<std::uint32_t>(words[0].substr(0, words[0].size() - 1));
    std::string name(words[1]);
    for (std::size_t i = 2; i < 5 && i < words.size(); ++i)
        if (words[i].starts_with("@if"))
            name += words[i];
    if (name.ends_with(':'))
        name.pop_back();
    setName(read.link, name);
    read.link.peerName.clear();
    read.link.mtu = numberOf<std::uint32_t>(behind(words, "mtu"));
    read.link.master = behind(words, "master");
    read.port.bridge = read.link.master;
    read.port.port = read.link.name;
    return read.link.ifindex && !read.link.name.empty() ? std::optional(read) : std::nullopt;
}

void add(Reading &reading, Port port, std::uint32_t line)
{
    port.link.evidence = port.port.evidence = reading.evidence(line);
    reading.host().links.push_back(std::move(port.link));
    if (!port.port.bridge.empty())
        reading.host().bridgePorts.push_back(std::move(port.port));
}

void readRecord(const JsonRecord &record)
{
    Port read;
    read.link.name = record.text("ifname");
    if (read.link.name.empty())
        return record.complain("a port without \"ifname\"");
    read.link.ifindex = record.number("ifindex");
    read.link.peerIfindex = record.number("link_index");
    read.link.mtu = record.number("mtu");
    read.link.master = record.text("master");
    read.port.bridge = read.link.master;
    read.port.port = read.link.name;
    read.port.hairpin = record.boolean("hairpin");
    add(record.reading(), std::move(read), record.line());
}

bool typed(const std::vector<std::string> &words)
{
    return isBridgeShow(words, "link");
}

bool looksLike(const Reading &reading)
{
    if (isJson(reading))
        return jsonHas(reading, {"ifname", "master", "state"}) && !jsonHas(reading, {"operstate"});
    const Words words = wordsOf(reading.line(reading.first()));
    return readPort(words).has_value() && contains(words, "cost");
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
            add(reading, std::move(*port), line);
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
