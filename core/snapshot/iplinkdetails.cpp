#include "core/snapshot/iplinkdetails.h"

#include "core/snapshot/soundnames.h"
#include "core/snapshot/words.h"

#include <algorithm>
#include <array>

namespace vethscope {
namespace {

// What follows a kind's name in iplink_*.c, and what ipaddress.c prints behind all of them. Prose goes on otherwise: "bridge is down".
bool followsKind(std::string_view word)
{
    constexpr auto words = std::to_array<std::string_view>({
        "addrgenmode", "numtxqueues", "promiscuity", "gso_max_size", "forward_delay", "mode", "remote", "local", "any", "external", "vnifilter", "id",
        "protocol", "table", "type", "dev", "state", "if_id", "key", "ikey", "okey", "ttl", "ipip", "ip6ip", "ip6ip6", "ipip6", "sci", "pkey", "bitrate",
    });
    return std::ranges::find(words, word) != words.end();
}

bool isKindLine(const Words &words)
{
    return words.size() == 1 || followsKind(words[1]);
}

bool isNumber(std::string_view word)
{
    return numberOf<std::uint64_t>(word).has_value();
}

std::optional<IpAddress> setAddress(std::string_view text)
{
    const auto address = IpAddress::parse(text);
    return address && !address->isAny() ? address : std::nullopt;
}

// link/ipip 172.27.0.31 peer 0.0.0.0
void readTunnelEnds(const Words &words, LinkFact &link)
{
    const auto local = setAddress(words.size() > 1 ? words[1] : ""), remote = setAddress(behind(words, "peer"));
    if (!local && !remote)
        return;
    link.tunnel.emplace();
    link.tunnel->local = local;
    link.tunnel->remote = remote;
}

LinkKind kindOf(const Words &words)
{
    if (words[0] == "tun" && behind(words, "type") == "tap")
        return LinkKind::Tap;
    return *kindNamed(words[0]);
}

// Kinds that have no word of their own in Vethscope.
bool isOtherKind(std::string_view word)
{
    constexpr auto kinds = std::to_array<std::string_view>({
        "ifb", "macvtap", "ipvtap", "team", "vrf", "sit", "vti", "vti6", "nlmon", "can", "vcan", "vxcan", "openvswitch", "ip6tnl", "ipoib", "macsec", "xfrm",
        "netdevsim", "netkit", "hsr",
    });
    return std::ranges::find(kinds, word) != kinds.end();
}

} // namespace

std::optional<LinkFact> hardwareDetail(const Words &words, bool &masked)
{
    constexpr std::string_view prefix = "link/";
    const std::string_view type = words[0].starts_with(prefix) ? words[0].substr(prefix.size()) : std::string_view{};
    if (type.empty() || type.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789_/.-[]") != type.npos)
        return std::nullopt;
    LinkFact link{.hardware = std::string(type)};
    if (type == "loopback")
        link.kind = LinkKind::Loopback;
    if (words.size() > 1)
        link.mac = MacAddress::parse(words[1]);
    if (type == "ipip")
        link.kind = LinkKind::Ipip;
    if (type == "ipip")
        readTunnelEnds(words, link);
    link.netnsId = numberOf<std::int32_t>(behind(words, "link-netnsid"));
    link.netns = behind(words, "link-netns");
    // With -d, a device's kind is on a line of its own; hardware has none, and this line goes on with its queues.
    if (type == "ether" && contains(words, "promiscuity") && contains(words, "numtxqueues"))
        link.kind = LinkKind::Physical;
    masked = type == "ether" && !link.mac;
    const bool saysMore = link.netnsId || !link.netns.empty() || link.kind;
    return masked && !saysMore ? std::nullopt : std::optional(link);
}

std::optional<LinkFact> kindDetail(const Words &words)
{
    if (words[0] == "bridge_slave" && words.size() > 1)
        return LinkFact{.hairpin = behind(words, "hairpin") == "on"};
    if (words[0] == "bond_slave" && words.size() > 1)
        return LinkFact{.bondPort = true};
    if (!kindNamed(words[0]) || !isKindLine(words))
        return std::nullopt;
    LinkFact link{.kind = kindOf(words)};
    if (link.kind == LinkKind::Vxlan || link.kind == LinkKind::Geneve || link.kind == LinkKind::Gre || words[0] == "ipip")
        link.tunnel = tunnelOf(words);
    return link;
}

bool isOtherDetail(const Words &words)
{
    const std::string_view first = words[0], second = words.size() > 1 ? words[1] : std::string_view{};
    if (first == "valid_lft")
        return second == "forever" || second.ends_with("sec");
    if (first == "altname")
        return words.size() == 2;
    if (first == "vf" || first == "promiscuity" || first == "numtxqueues" || first == "gso_max_size")
        return isNumber(second);
    if (first == "prog/xdp")
        return second == "id";
    if (first == "addrgenmode")
        return second == "eui64" || second == "none" || second == "stable_secret" || second == "random";
    if (first == "parentbus")
        return contains(words, "parentdev");
    if (first == "alias")
        return !second.empty();
    return first.ends_with("_slave") ? words.size() > 1 : isOtherKind(first) && isKindLine(words);
}

} // namespace vethscope
