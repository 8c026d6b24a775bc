#include "core/snapshot/hostcommands.h"
#include "core/snapshot/printing.h"
#include "core/snapshot/words.h"

// `conntrack -L` and /proc/net/nf_conntrack (libnetfilter_conntrack src/conntrack/snprintf_default.c): the tuple as the first packet had it,
// then as replies have it. Where they differ in more than direction, addresses were translated.

namespace vethscope {
namespace {

bool typed(const std::vector<std::string> &words)
{
    return words.size() >= 2
        && ((words[0] == "conntrack" && std::ranges::any_of(words, [](const std::string &word) { return word == "-L" || word == "--dump"; }))
            || (words[0] == "cat" && words[1].ends_with("nf_conntrack")));
}

// l4proto_to_str; behind the number that /proc prints in front of all others.
bool isProtocol(std::string_view word)
{
    constexpr auto names = std::to_array<std::string_view>({"tcp", "udp", "icmp", "icmpv6", "sctp", "gre", "dccp", "udplite", "ipip", "esp", "unknown", "igmp"});
    return std::ranges::find(names, word) != names.end();
}

std::optional<ConntrackFact> entryOf(std::span<const std::string_view> words)
{
    if (words.size() > 2 && (words[0] == "ipv4" || words[0] == "ipv6")) // /proc has the family in front: "ipv4     2 tcp      6 …"
        words = words.subspan(2);
    ConntrackFact fact;
    int addresses = 0;
    if (words.size() < 6 || !isProtocol(words[0]) || !numberOf<std::uint32_t>(words[1]))
        return std::nullopt;
    fact.protocol = words[0];
    for (const std::string_view word : words) {
        const std::size_t equals = word.find('=');
        const std::string_view key = word.substr(0, equals);
        const std::string_view value = equals == word.npos ? std::string_view{} : word.substr(equals + 1);
        if (word == "[UNREPLIED]") {
            fact.unreplied = true;
        } else if (key == "zone") {
            fact.zone = value == "0" ? std::string_view{} : value;
        } else if (key == "src" || key == "dst") {
            const auto address = IpAddress::parse(value);
            if (!address || addresses == 4)
                return std::nullopt;
            *std::array{&fact.source, &fact.destination, &fact.replySource, &fact.replyDestination}[static_cast<std::size_t>(addresses++)] = *address;
        } else if (key == "sport" || key == "dport") {
            const std::uint16_t port = numberOf<std::uint16_t>(value).value_or(0);
            const bool reply = addresses > 2;
            (key == "sport" ? (reply ? fact.replySourcePort : fact.sourcePort) : (reply ? fact.replyDestinationPort : fact.destinationPort)) = port;
        }
    }
    return addresses == 4 ? std::optional(fact) : std::nullopt;
}

bool isSummary(std::string_view line)
{
    return line.starts_with("conntrack v") && line.contains("flow entries have been shown");
}

bool looksLike(const Reading &reading)
{
    return entryOf(reading.firstWords()).has_value();
}

void read(Reading &reading)
{
    for (std::uint32_t line = reading.first(); line < reading.end(); ++line) {
        if (auto fact = entryOf(wordsOf(reading.line(line)))) {
            fact->evidence = reading.evidence(line);
            reading.host().connections.push_back(*std::move(fact));
        } else if (isSummary(reading.line(line))) {
            reading.understood(line);
        }
    }
}

} // namespace

constinit const HostCommand commands::conntrack{.name = "conntrack -L", .typed = typed, .looksLike = looksLike, .read = read, .prints = printsConnections};

} // namespace vethscope
