#include "core/snapshot/hostcommands.h"
#include "core/snapshot/iproute2.h"
#include "core/snapshot/linkwords.h"
#include "core/snapshot/printing.h"
#include "core/snapshot/soundnames.h"
#include "core/snapshot/words.h"

// IP tunnels and where they lead: iproute2's iptunnel.c, `ip tunnel show`.

namespace vethscope {
namespace {

// tnl_strproto of iproute2's tunnel.c.
std::optional<LinkKind> kindOf(std::string_view protocol)
{
    if (protocol == "ip/ip")
        return LinkKind::Ipip;
    if (protocol == "gre/ip" || protocol == "gre/ipv6")
        return LinkKind::Gre;
    const bool isOther = protocol == "ipv6/ip" || protocol == "any/ip" || protocol == "ip/ipv6" || protocol == "ipv6/ipv6" || protocol == "any/ipv6";
    return isOther ? std::optional(LinkKind::Unknown) : std::nullopt;
}

// An end that is not set is called `any`.
bool isEnd(std::string_view text)
{
    return text == "any" || IpAddress::parse(text);
}

// tunl0: any/ip remote any local any ttl inherit nopmtudisc
// tun-1721: ip/ip remote 172.27.0.12 local 172.27.0.11 dev eth0 ttl inherit
std::optional<LinkFact> tunnelLine(const Words &words)
{
    if (words.size() < 6 || !words[0].ends_with(':') || !isDeviceName(words[0].substr(0, words[0].size() - 1)))
        return std::nullopt;
    const auto kind = kindOf(words[1]);
    const std::string_view device = behind(words, "dev");
    if (!kind || !isEnd(behind(words, "remote")) || !isEnd(behind(words, "local")) || !(device.empty() || isDeviceName(device)))
        return std::nullopt;
    LinkFact link{.name = std::string(words[0].substr(0, words[0].size() - 1))};
    if (*kind != LinkKind::Unknown)
        link.kind = kind;
    const TunnelFact tunnel{.local = IpAddress::parse(behind(words, "local")), .remote = IpAddress::parse(behind(words, "remote")), .device = std::string(device), .timeToLive = std::string(behind(words, "ttl"))};
    if (tunnel.local || tunnel.remote)
        link.tunnel = tunnel;
    return link;
}

bool typed(const std::vector<std::string> &words)
{
    return isIpShow(words, "tunnel");
}

bool looksLike(const Reading &reading)
{
    return tunnelLine(reading.firstWords()).has_value();
}

void read(Reading &reading)
{
    for (std::uint32_t line = reading.first(); line < reading.end(); ++line) {
        if (auto link = tunnelLine(wordsOf(reading.line(line)))) {
            link->evidence = reading.evidence(line);
            reading.host().links.push_back(*std::move(link));
        }
    }
}

} // namespace

constinit const HostCommand commands::ipTunnel{.name = "ip tunnel", .typed = typed, .looksLike = looksLike, .read = read, .prints = printsSomeInterfaces};

} // namespace vethscope
