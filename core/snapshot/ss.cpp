#include "core/snapshot/hostcommands.h"
#include "core/snapshot/printing.h"
#include "core/snapshot/words.h"

// `ss -uln`, `ss -tuln` and `netstat -uln`: who listens on a port. A VXLAN device of the kernel listens on its UDP port, too.

namespace vethscope {
namespace {

bool typed(const std::vector<std::string> &words)
{
    return !words.empty() && (words[0] == "ss" || (words[0] == "netstat" && std::ranges::none_of(words, [](const std::string &word) {
        return word.starts_with("-") && !word.starts_with("--") && word.find('r') != word.npos; // a routing table
    })));
}

bool looksLike(const Reading &reading)
{
    for (std::uint32_t line = reading.first(); line < reading.end(); ++line)
        if (reading.line(line).find("Recv-Q Send-Q") != std::string_view::npos && reading.line(line).find("Local Address") != std::string_view::npos)
            return true;
    return false;
}

// Whether the call asks for TCP alone: then rows do not say it.
bool onlyTcp(const std::vector<std::string> &words)
{
    bool tcp = false, udp = false;
    for (const std::string &word : words)
        if (word.starts_with('-')) {
            tcp = tcp || word == "--tcp" || (!word.starts_with("--") && word.find('t') != word.npos);
            udp = udp || word == "--udp" || (!word.starts_with("--") && word.find('u') != word.npos);
        }
    return tcp && !udp;
}

void read(Reading &reading)
{
    const bool tcp = onlyTcp(reading.command().words);
    for (std::uint32_t line = reading.first(); line < reading.end(); ++line) {
        const std::string_view text = reading.line(line);
        const auto words = wordsOf(text);
        if (text.find("Local Address") != text.npos || text.starts_with("Active ") || text.starts_with("Proto ")) {
            reading.understood(line);
            continue;
        }
        if (words.size() < 4)
            continue;
        // The first word that is an address and a port is the local one.
        for (const std::string_view word : words) {
            const auto local = addressAndPort(word);
            if (!local)
                continue;
            const std::string_view address = local->address.substr(0, local->address.find('%'));
            const bool says = words[0].starts_with("tcp") || words[0].starts_with("udp");
            ListenerFact fact{.tcp = says ? words[0].starts_with("tcp") : tcp || words[0] == "LISTEN", .port = local->port};
            fact.address = address == "*" ? std::nullopt : IpAddress::parse(address);
            const bool listens = words[0] == "LISTEN" || words[0] == "UNCONN" || (words.size() > 1 && (words[1] == "LISTEN" || words[1] == "UNCONN"))
                || text.find(" LISTEN") != text.npos || text.find(":*") != text.npos;
            if (listens) {
                fact.evidence = reading.evidence(line);
                reading.host().listeners.push_back(std::move(fact));
            }
            reading.understood(line); // a connection says nothing of who listens
            break;
        }
    }
}

} // namespace

constinit const HostCommand commands::ss{.name = "ss", .typed = typed, .looksLike = looksLike, .read = read, .prints = printsListeners};

} // namespace vethscope
