#include "core/snapshot/hostcommands.h"
#include "core/snapshot/linkwords.h"
#include "core/snapshot/printedfiles.h"
#include "core/snapshot/soundnames.h"
#include "core/snapshot/words.h"

#include <algorithm>
#include <array>

// Whom a host or pod asks for names: resolv.conf(5).

namespace vethscope {
namespace {

constexpr std::string_view file = "/etc/resolv.conf";

bool typed(const std::vector<std::string> &words)
{
    return printsFile(words, file) || printsFile(words, "/run/systemd/resolve/");
}

bool isOption(std::string_view word)
{
    constexpr auto options = std::to_array<std::string_view>({
        "rotate", "no-check-names", "inet6", "edns0", "single-request", "single-request-reopen", "no-tld-query", "use-vc", "no-reload", "trust-ad",
        "no-aaaa",
    });
    const std::string_view name = word.substr(0, word.find(':'));
    return std::ranges::find(options, word) != options.end() || name == "ndots" || name == "timeout" || name == "attempts" || name == "debug";
}

bool isOptions(const Words &words)
{
    return words.size() > 1 && words[0] == "options" && std::all_of(words.begin() + 1, words.end(), isOption);
}

bool isSearch(const Words &words)
{
    const auto isSearched = [](std::string_view word) { return word == "." || isResolvedName(word); };
    return words.size() > 1 && (words[0] == "search" || words[0] == "domain") && std::all_of(words.begin() + 1, words.end(), isSearched);
}

std::optional<IpAddress> serverOf(const Words &words)
{
    return words.size() == 2 && words[0] == "nameserver" ? IpAddress::parse(words[1]) : std::nullopt;
}

// With a dot inside: `search path.` are words.
bool isDomain(std::string_view name)
{
    const std::size_t dot = name.find('.');
    return dot != std::string_view::npos && dot + 1 < name.size();
}

// A search list of names without dots, or options alone, could be prose: a server goes with them.
bool looksLike(const Reading &reading)
{
    for (std::uint32_t line = reading.first(); line < reading.end(); ++line) {
        const Words words = wordsOf(reading.line(line));
        if (serverOf(words) || (isSearch(words) && std::all_of(words.begin() + 1, words.end(), isDomain)))
            return true;
        if (!isOptions(words) && !isSearch(words))
            return false;
    }
    return false;
}

void read(Reading &reading)
{
    ResolverFact fact;
    std::optional<std::uint32_t> firstLine;
    const auto proof = [&](std::uint32_t line) {
        const Evidence evidence = reading.evidence(line);
        if (!firstLine) {
            firstLine = line;
            fact.evidence = evidence;
        }
    };
    for (std::uint32_t line = reading.first(); line < reading.end(); ++line) {
        const Words words = wordsOf(reading.line(line));
        if (words.empty())
            continue;
        if (const auto server = serverOf(words)) {
            fact.servers.push_back(*server);
            proof(line);
        } else if (isSearch(words)) {
            fact.search.assign(words.begin() + 1, words.end());
            proof(line);
        } else if (isOptions(words)) {
            for (const std::string_view option : words)
                if (option.starts_with("ndots:"))
                    fact.ndots = numberOf<std::uint32_t>(option.substr(6));
            proof(line);
        } else if (!reading.words().empty() && (words[0].starts_with('#') || words[0].starts_with(';'))) {
            reading.understood(line);
        }
    }
    if (firstLine)
        reading.host().resolvers.push_back(std::move(fact));
}

} // namespace

constinit const HostCommand commands::resolvConf{
    .name = "cat /etc/resolv.conf",
    .typed = typed,
    .looksLike = looksLike,
    .read = read,
};

} // namespace vethscope
