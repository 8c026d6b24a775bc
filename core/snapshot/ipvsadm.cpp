#include "core/snapshot/firewallwords.h"
#include "core/bytes/lowercase.h"
#include "core/snapshot/hostcommands.h"
#include "core/snapshot/words.h"

// `ipvsadm -Ln`: kube-proxy's IPVS mode. A virtual server a line, its real servers below with an arrow.

namespace vethscope {
namespace {

bool typed(const std::vector<std::string> &words)
{
    return !words.empty() && words[0] == "ipvsadm";
}

bool isHeading(std::string_view line)
{
    return line.starts_with("IP Virtual Server version") || line.starts_with("Prot LocalAddress:Port") || trimmed(line).starts_with("-> RemoteAddress:Port");
}

// TCP  10.96.0.1:443 rr
std::optional<FirewallRuleFact> serverOf(const std::vector<std::string_view> &words)
{
    const auto target = words.size() > 2 ? addressAndPort(words[1]) : std::nullopt;
    const auto address = target ? IpPrefix::parse(target->address) : std::nullopt;
    if (!address || (words[0] != "TCP" && words[0] != "UDP" && words[0] != "SCTP"))
        return std::nullopt;
    FirewallRuleFact server{.family = address->address.isV6() ? "ip6" : "ip", .table = "ipvs", .target = "DNAT", .scheduler = std::string(words[2])};
    server.protocol = words[0] == "TCP" ? "tcp" : words[0] == "UDP" ? "udp" : "sctp";
    server.destination = address;
    server.destinationPort = target->port;
    return server;
}

//   -> 172.27.0.11:6443             Masq    1      0          0
bool isRealServer(const std::vector<std::string_view> &words)
{
    const auto real = words.size() > 2 && words[0] == "->" ? addressAndPort(words[1]) : std::nullopt;
    return real && IpAddress::parse(real->address) && (words[2] == "Masq" || words[2] == "Route" || words[2] == "Tunnel" || words[2] == "Local");
}

bool looksLike(const Reading &reading)
{
    return isHeading(reading.line(reading.first()));
}

void read(Reading &reading)
{
    std::optional<FirewallRuleFact> server;
    for (std::uint32_t line = reading.first(); line < reading.end(); ++line) {
        const auto words = wordsOf(reading.line(line));
        if (isHeading(reading.line(line))) {
            reading.understood(line);
        } else if (isRealServer(words) && server) {
            FirewallRuleFact real = *server;
            real.translatesTo = words[1];
            real.forwarding = lowerCase(words[2]);
            real.weight = words.size() > 3 ? numberOf<std::uint32_t>(words[3]) : std::nullopt;
            real.evidence = reading.evidence(line);
            reading.host().firewall.push_back(std::move(real));
        } else if (auto next = serverOf(words)) {
            server = std::move(next);
            reading.understood(line);
        }
    }
}

} // namespace

constinit const HostCommand commands::ipvsadm{.name = "ipvsadm", .typed = typed, .looksLike = looksLike, .read = read};

} // namespace vethscope
