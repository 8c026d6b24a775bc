#include "core/snapshot/hostcommands.h"
#include "core/snapshot/linkwords.h"
#include "core/snapshot/printing.h"
#include "core/snapshot/words.h"

#include <algorithm>

// The neighbour table as net-tools' and busybox' `arp` print it: a table with -n, -v or -e, sentences with -a.

namespace vethscope {
namespace {

void add(Reading &reading, NeighbourFact fact, std::string_view who, std::uint32_t line)
{
    fact.ip = IpAddress::parse(who);
    if (!fact.ip)
        fact.name = who;
    fact.evidence = reading.evidence(line);
    reading.host().neighbours.push_back(std::move(fact));
}

// ATF_PERM is M; C is a complete entry, of which arp says no more.
std::string stateOf(std::string_view flags)
{
    return flags.contains('M') ? "permanent" : "";
}

// 10.244.1.0               ether   2a:3c:a0:e1:a9:b6   CM                    flannel.1
// 10.244.0.61                      (incomplete)                              cni0
bool readRow(Reading &reading, const Words &words, std::uint32_t line)
{
    if (words.size() < 3)
        return false;
    NeighbourFact fact;
    fact.interface = words.back();
    if (words[1] == "(incomplete)") {
        fact.state = "incomplete";
    } else {
        // A name that fills its column has only one blank behind it, so words, not columns, are counted.
        fact.mac = words.size() > 4 ? MacAddress::parse(words[2]) : std::nullopt;
        if (!fact.mac)
            return false;
        fact.state = stateOf(words[3]);
    }
    add(reading, std::move(fact), words[0], line);
    return true;
}

// gateway (172.27.0.1) at fe:ee:32:07:ea:07 [ether] on eth0
// ? (10.244.1.0) at 2a:3c:a0:e1:a9:b6 [ether] PERM on flannel.1
// ? (10.244.0.61) at <incomplete> on cni0
bool readSentence(Reading &reading, const Words &words, std::uint32_t line)
{
    if (words.size() < 6 || words[2] != "at" || !words[1].starts_with('(') || !words[1].ends_with(')'))
        return false;
    NeighbourFact fact;
    fact.interface = behind(words, "on");
    fact.mac = MacAddress::parse(words[3]);
    if (fact.interface.empty() || (!fact.mac && words[3] != "<incomplete>" && words[3] != "(incomplete)"))
        return false;
    fact.state = !fact.mac ? "incomplete" : contains(words, "PERM") ? "permanent" : "";
    if (words[0] != "?")
        fact.name = words[0];
    add(reading, std::move(fact), words[1].substr(1, words[1].size() - 2), line);
    return true;
}

// Also as a Chinese locale has them.
bool isHeading(const Words &words)
{
    return words.size() > 4 && ((words[0] == "Address" && words[1] == "HWtype") || words[0] == "地址");
}

bool isSummary(const Words &words)
{
    return words[0] == "Entries:" || words[0] == "输入:" || (words.size() > 3 && words[words.size() - 2] == "match");
}

bool typed(const std::vector<std::string> &words)
{
    return words.front() == "arp" && std::ranges::find(words, "-s") == words.end() && std::ranges::find(words, "-d") == words.end();
}

bool looksLike(const Reading &reading)
{
    const Words words = wordsOf(reading.line(reading.first()));
    return isHeading(words) || (words.size() > 5 && words[2] == "at" && words[1].starts_with('(') && contains(words, "on"));
}

void read(Reading &reading)
{
    for (std::uint32_t line = reading.first(); line < reading.end(); ++line) {
        const Words words = wordsOf(reading.line(line));
        if (words.empty() || readSentence(reading, words, line) || readRow(reading, words, line))
            continue;
        if (isHeading(words) || isSummary(words) || reading.line(line).ends_with("-- no entry"))
            reading.understood(line);
    }
}

} // namespace

constinit const HostCommand commands::arp{
    .name = "arp",
    .typed = typed,
    .looksLike = looksLike,
    .read = read,
    .prints = printsArp,
};

} // namespace vethscope
