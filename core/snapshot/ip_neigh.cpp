#include "core/snapshot/hostcommands.h"
#include "core/bytes/lowercase.h"
#include "core/snapshot/iproute2.h"
#include "core/snapshot/jsonrecord.h"
#include "core/snapshot/linkwords.h"
#include "core/snapshot/printing.h"
#include "core/snapshot/soundnames.h"
#include "core/snapshot/words.h"

#include <algorithm>
#include <array>

// The neighbour table: iproute2's ipneigh.c, busybox' libiproute/ipneigh.c.

namespace vethscope {
namespace {

bool isState(std::string_view word)
{
    constexpr auto states = std::to_array<std::string_view>({"PERMANENT", "REACHABLE", "STALE", "DELAY", "PROBE", "FAILED", "INCOMPLETE", "NOARP", "NONE"});
    return std::ranges::find(states, word) != states.end();
}

// Words that stand alone; and words with a value, of -s.
bool isFlag(std::string_view word)
{
    return word == "router" || word == "proxy" || word == "extern_learn" || word == "offload" || word == "managed" || word == "extern_valid";
}

bool hasCounter(std::string_view word)
{
    return word == "used" || word == "probes" || word == "ref" || word == "proto" || word == "vlan" || word == "nhid";
}

// 10.244.1.0 dev flannel.1 lladdr 2a:3c:a0:e1:a9:b6 PERMANENT
std::optional<NeighbourFact> readEntry(const Words &words)
{
    NeighbourFact fact;
    fact.ip = IpAddress::parse(words[0]);
    if (!fact.ip)
        return std::nullopt;
    for (std::size_t i = 1; i < words.size(); ++i) {
        const std::string_view value = i + 1 < words.size() ? words[i + 1] : std::string_view{};
        if (isState(words[i])) {
            fact.state = lowerCase(words[i]);
        } else if (words[i] == "dev" && isDeviceName(value)) {
            fact.interface = value;
            ++i;
        } else if (words[i] == "lladdr" && (MacAddress::parse(value) || IpAddress::parse(value))) { // a tunnel's is an IP address
            fact.mac = MacAddress::parse(value);
            ++i;
        } else if (hasCounter(words[i]) && !value.empty()) {
            ++i;
        } else if (!isFlag(words[i])) {
            return std::nullopt;
        }
    }
    if (fact.state.empty() && contains(words, "proxy"))
        fact.state = "proxy";
    const bool says = fact.mac || !fact.state.empty();
    return says ? std::optional(fact) : std::nullopt;
}

void add(Reading &reading, NeighbourFact fact, Evidence evidence)
{
    if (fact.interface.empty()) // asked for one interface, ip leaves it out
        fact.interface = ipCall(reading.words()).operand("dev");
    fact.evidence = std::move(evidence);
    reading.host().neighbours.push_back(std::move(fact));
}

void readRecord(const JsonRecord &record)
{
    NeighbourFact fact;
    fact.ip = record.address("dst");
    fact.mac = record.text("lladdr").size() == 17 ? record.mac("lladdr") : std::nullopt; // a tunnel's is an IP address
    fact.interface = record.text("dev");
    for (const std::string &state : record.texts("state"))
        fact.state = lowerCase(state);
    if (record.has("proxy"))
        fact.state = "proxy";
    if (!fact.ip)
        return record.has("dst") ? void() : record.complain(Sentence::of("a neighbour without \"dst\""));
    add(record.reading(), std::move(fact), record.evidence());
}

bool typed(const std::vector<std::string> &words)
{
    return isIpShow(words, "neighbor");
}

bool looksLike(const Reading &reading)
{
    if (isJson(reading))
        return jsonHas(reading, {"dst", "dev", "state"});
    const Words &words = reading.firstWords();
    return words.size() > 3 && words[1] == "dev" && readEntry(words).has_value();
}

void read(Reading &reading)
{
    if (readJsonRecords(reading, readRecord))
        return;
    for (std::uint32_t line = reading.first(); line < reading.end(); ++line) {
        const Words words = wordsOf(reading.line(line));
        if (words.empty())
            continue;
        if (auto fact = readEntry(words))
            add(reading, std::move(*fact), reading.evidence(line));
    }
}

} // namespace

constinit const HostCommand commands::ipNeigh{
    .name = "ip neigh",
    .typed = typed,
    .looksLike = looksLike,
    .read = read,
    .prints = printsNeighbours,
};

} // namespace vethscope
