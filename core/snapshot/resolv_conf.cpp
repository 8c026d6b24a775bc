#include "core/snapshot/hostcommands.h"
#include "core/snapshot/linkwords.h"
#include "core/snapshot/printedfiles.h"
#include "core/snapshot/words.h"

// Whom a host or pod asks for names: resolv.conf(5).

namespace vethscope {
namespace {

constexpr std::string_view file = "/etc/resolv.conf";

bool typed(const std::vector<std::string> &words)
{
    return printsFile(words, file) || printsFile(words, "/run/systemd/resolve/");
}

bool looksLike(const Reading &reading)
{
    const Words words = wordsOf(reading.line(reading.first()));
    return words.size() == 2 && words[0] == "nameserver" && IpAddress::parse(words[1]);
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
        const auto server = words.size() > 1 ? IpAddress::parse(words[1]) : std::nullopt;
        if (words[0] == "nameserver" && server) {
            fact.servers.push_back(*server);
            proof(line);
        } else if ((words[0] == "search" || words[0] == "domain") && words.size() > 1) {
            fact.search.assign(words.begin() + 1, words.end());
            proof(line);
        } else if (words[0] == "options") {
            for (const std::string_view option : words)
                if (option.starts_with("ndots:"))
                    fact.ndots = numberOf<std::uint32_t>(option.substr(6));
            proof(line);
        } else if (words[0].starts_with('#') || words[0].starts_with(';')) {
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
