#include "core/snapshot/hostcommands.h"
#include "core/snapshot/linkwords.h"
#include "core/snapshot/printedfiles.h"
#include "core/snapshot/printing.h"
#include "core/snapshot/soundnames.h"
#include "core/snapshot/words.h"

#include <algorithm>
#include <array>

// The neighbour table as net-tools' and busybox' `arp` print it, a table with -n, -v or -e, sentences with -a; and as the kernel
// itself does in /proc/net/arp (net/ipv4/arp.c: arp_format_neigh_entry).

namespace vethscope {
namespace {

constexpr std::string_view file = "/proc/net/arp";

// net-tools' names of hardware: lib/hw.c.
bool isHardware(std::string_view word)
{
    constexpr auto types = std::to_array<std::string_view>({"ether", "loop", "infiniband", "netrom", "ax25", "tr", "fddi", "hippi", "arcnet", "dlci", "irda", "eui64"});
    return std::ranges::find(types, word) != types.end();
}

// C: complete, M: permanent, P: published, !: refused.
bool isFlags(std::string_view word)
{
    return !word.empty() && word.find_first_not_of("CMP!") == std::string_view::npos;
}

// Who it is, by address or by name; nothing where neither can be read.
std::optional<NeighbourFact> called(std::string_view who, std::string_view interface)
{
    NeighbourFact fact;
    fact.ip = IpAddress::parse(who);
    if (!fact.ip)
        fact.name = who;
    fact.interface = interface;
    const bool sound = (fact.ip || (isResolvedName(who) && !isMasked(who))) && isDeviceName(interface);
    return sound ? std::optional(fact) : std::nullopt;
}

// 10.244.1.0               ether   2a:3c:a0:e1:a9:b6   CM                    flannel.1
// 10.244.0.61                      (incomplete)                              cni0
std::optional<NeighbourFact> row(const Words &words)
{
    // A name that fills its column has only one blank behind it, so words, not columns, are counted.
    if (words.size() < 3 || words.size() > 6)
        return std::nullopt;
    auto fact = called(words[0], words.back());
    const bool isIncomplete = words.size() == 3 && words[1] == "(incomplete)";
    const bool isComplete = words.size() >= 5 && isHardware(words[1]) && isFlags(words[3]);
    if (!fact || (!isIncomplete && !isComplete))
        return std::nullopt;
    if (isComplete)
        fact->mac = MacAddress::parse(words[2]);
    // ATF_PERM is M; C is a complete entry, of which arp says no more.
    fact->state = isIncomplete ? "incomplete" : words[3].contains('M') ? "permanent" : "";
    return isIncomplete || fact->mac ? fact : std::nullopt;
}

// gateway (172.27.0.1) at fe:ee:32:07:ea:07 [ether] on eth0
// ? (10.244.1.0) at 2a:3c:a0:e1:a9:b6 [ether] PERM on flannel.1
// ? (10.244.0.61) at <incomplete> on cni0
std::optional<NeighbourFact> sentence(const Words &words)
{
    if (words.size() < 6 || words[2] != "at" || !words[1].starts_with('(') || !words[1].ends_with(')'))
        return std::nullopt;
    auto fact = called(words[1].substr(1, words[1].size() - 2), behind(words, "on"));
    if (!fact || !fact->ip)
        return std::nullopt;
    fact->mac = MacAddress::parse(words[3]);
    if (!fact->mac && words[3] != "<incomplete>" && words[3] != "(incomplete)")
        return std::nullopt;
    fact->state = !fact->mac ? "incomplete" : contains(words, "PERM") ? "permanent" : "";
    if (isResolvedName(words[0]))
        fact->name = words[0];
    return fact;
}

// 10.0.0.1         0x1         0x2         52:54:00:12:35:02     *        eth0
std::optional<NeighbourFact> kernelsRow(const Words &words)
{
    if (words.size() != 6 || !words[1].starts_with("0x") || !words[2].starts_with("0x"))
        return std::nullopt;
    auto fact = called(words[0], words[5]);
    const auto mac = MacAddress::parse(words[3]);
    if (!fact || !fact->ip || !mac)
        return std::nullopt;
    const bool isComplete = words[2] != "0x0"; // ATF_COM is 2, ATF_PERM 4
    if (isComplete)
        fact->mac = mac;
    fact->state = !isComplete ? "incomplete" : words[2] == "0x6" ? "permanent" : "";
    return fact;
}

std::optional<NeighbourFact> entryOf(const Words &words)
{
    if (words.empty())
        return std::nullopt;
    if (auto fact = row(words))
        return fact;
    if (auto fact = sentence(words))
        return fact;
    return kernelsRow(words);
}

// Also as a Chinese locale has them, and as the kernel does.
bool isHeading(const Words &words)
{
    if (words.size() < 5)
        return false;
    return (words[0] == "Address" && words[1] == "HWtype") || (words[0] == "地址" && words[1] == "类型")
        || (words[0] == "IP" && words[1] == "address" && words[2] == "HW" && words[3] == "type");
}

// Entries: 5	Skipped: 0	Found: 5   arp: in 12 entries no match found.   10.0.0.9 (10.0.0.9) -- no entry
bool isSummary(const Words &words)
{
    const bool counts = words.size() == 6 && (words[0] == "Entries:" || words[0] == "输入:") && numberOf<std::uint32_t>(words[1]);
    const bool noMatch = words.size() == 7 && words[0] == "arp:" && words[4] == "no" && words[5] == "match";
    const bool noEntry = words.size() == 5 && words[2] == "--" && words[3] == "no" && words[4] == "entry" && words[1].starts_with('(');
    return counts || noMatch || noEntry;
}

bool typed(const std::vector<std::string> &words)
{
    const bool changes = std::ranges::find(words, "-s") != words.end() || std::ranges::find(words, "-d") != words.end();
    return (words.front() == "arp" && !changes) || printsFile(words, file);
}

bool looksLike(const Reading &reading)
{
    const Words &words = reading.firstWords();
    return isHeading(words) || entryOf(words);
}

void read(Reading &reading)
{
    bool ended = false; // behind -v's count stands another's table
    for (std::uint32_t line = reading.first(); line < reading.end(); ++line) {
        const Words words = wordsOf(reading.line(line));
        ended = ended && !isHeading(words);
        if (auto fact = ended ? std::nullopt : entryOf(words)) {
            fact->evidence = reading.evidence(line);
            reading.host().neighbours.push_back(*std::move(fact));
        } else if (isHeading(words) || isSummary(words)) {
            reading.understood(line);
            ended = isSummary(words);
        }
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
