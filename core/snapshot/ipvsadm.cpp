#include "core/snapshot/hostcommands.h"
#include "core/snapshot/words.h"

// `ipvsadm -Ln`: kube-proxy's IPVS mode. A virtual server a line, its real servers below with an arrow.

namespace vethscope {
namespace {

bool typed(const std::vector<std::string> &words)
{
    return !words.empty() && words[0] == "ipvsadm";
}

bool looksLike(const Reading &reading)
{
    for (std::uint32_t line = reading.first(); line < reading.end(); ++line)
        if (reading.line(line).starts_with("IP Virtual Server version"))
            return true;
    return false;
}

void read(Reading &reading)
{
    FirewallRuleFact server{.table = "ipvs", .target = "DNAT"};
    for (std::uint32_t line = reading.first(); line < reading.end(); ++line) {
        const auto words = wordsOf(reading.line(line));
        if (words.empty())
            continue;
        if (words[0] == "IP" || words[0] == "Prot" || (words[0] == "->" && words.size() > 1 && words[1].starts_with("RemoteAddress"))) {
            reading.understood(line);
        } else if (words[0] == "->" && words.size() > 1 && addressAndPort(words[1])) {
            FirewallRuleFact real = server;
            real.translatesTo = words[1];
            real.evidence = reading.evidence(line);
            reading.host().firewall.push_back(std::move(real));
        } else if (const auto target = words.size() > 1 ? addressAndPort(words[1]) : std::nullopt) {
            server.protocol = words[0] == "TCP" ? "tcp" : words[0] == "UDP" ? "udp" : std::string_view("sctp");
            server.destination = IpPrefix::parse(target->address);
            server.destinationPort = target->port;
            reading.understood(line);
        }
    }
}

} // namespace

constinit const HostCommand commands::ipvsadm{.name = "ipvsadm", .typed = typed, .looksLike = looksLike, .read = read};

} // namespace vethscope
