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

bool isEntry(std::string_view line)
{
    return line.find(" src=") != line.npos && line.find(" dst=", line.find(" src=")) != line.npos;
}

bool looksLike(const Reading &reading)
{
    for (std::uint32_t line = reading.first(); line < reading.end(); ++line)
        if (isEntry(reading.line(line)))
            return true;
    return false;
}

std::optional<ConntrackFact> entryOf(std::string_view line)
{
    auto words = wordsOf(line);
    if (words[0] == "ipv4" || words[0] == "ipv6") // /proc has the family in front: "ipv4     2 tcp      6 …"
        words.erase(words.begin(), words.begin() + std::min<std::ptrdiff_t>(2, std::ssize(words)));
    ConntrackFact fact;
    int addresses = 0;
    if (!words.empty())
        fact.protocol = words[0];
    for (const std::string_view word : words) {
        const std::size_t equals = word.find('=');
        const std::string_view key = word.substr(0, equals);
        const std::string_view value = equals == word.npos ? std::string_view{} : word.substr(equals + 1);
        if (key == "src" || key == "dst") {
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

void read(Reading &reading)
{
    for (std::uint32_t line = reading.first(); line < reading.end(); ++line) {
        const std::string_view text = reading.line(line);
        if (text.starts_with("conntrack v")) { // "… flow entries have been shown."
            reading.understood(line);
        } else if (isEntry(text)) {
            if (auto fact = entryOf(text)) {
                fact->evidence = reading.evidence(line);
                reading.host().connections.push_back(*std::move(fact));
            }
        }
    }
}

} // namespace

constinit const HostCommand commands::conntrack{.name = "conntrack -L", .typed = typed, .looksLike = looksLike, .read = read, .prints = printsConnections};

} // namespace vethscope
