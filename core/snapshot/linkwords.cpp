#include "core/snapshot/linkwords.h"

#include "core/snapshot/words.h"

#include <algorithm>
#include <array>

namespace vethscope {

std::string_view behind(const Words &words, std::string_view keyword)
{
    const auto found = std::ranges::find(words, keyword);
    return found == words.end() || found + 1 == words.end() ? std::string_view{} : *(found + 1);
}

bool contains(const Words &words, std::string_view word)
{
    return std::ranges::find(words, word) != words.end();
}

std::optional<LinkKind> kindNamed(std::string_view name)
{
    constexpr auto kinds = std::to_array<std::pair<std::string_view, LinkKind>>({
        {"bridge", LinkKind::Bridge}, {"veth", LinkKind::Veth},     {"vxlan", LinkKind::Vxlan},   {"ipip", LinkKind::Ipip},
        {"geneve", LinkKind::Geneve}, {"gre", LinkKind::Gre},       {"gretap", LinkKind::Gre},    {"ip6gre", LinkKind::Gre},
        {"ip6gretap", LinkKind::Gre}, {"vlan", LinkKind::Vlan},     {"dummy", LinkKind::Dummy},   {"wireguard", LinkKind::Wireguard},
        {"tun", LinkKind::Tun},       {"tap", LinkKind::Tap},       {"bond", LinkKind::Bond},     {"macvlan", LinkKind::Macvlan},
        {"ipvlan", LinkKind::Ipvlan},
    });
    const auto found = std::ranges::find(kinds, name, &std::pair<std::string_view, LinkKind>::first);
    return found == kinds.end() ? std::nullopt : std::optional(found->second);
}

LinkState linkState(std::string_view state, const Words &flags)
{
    const bool carrier = contains(flags, "LOWER_UP");
    if (state == "UP")
        return LinkState::Up;
    if (state.empty() || state == "UNKNOWN") {
        if (carrier)
            return LinkState::Up;
        const bool down = !flags.empty() && (!contains(flags, "UP") || contains(flags, "NO-CARRIER"));
        return down ? LinkState::Down : LinkState::Unknown;
    }
    return LinkState::Down; // DOWN, LOWERLAYERDOWN, DORMANT, NOTPRESENT, TESTING: none passes packets
}

void setName(LinkFact &link, std::string_view name)
{
    const std::size_t at = name.find('@');
    link.name = name.substr(0, at);
    if (at == std::string_view::npos)
        return;
    const std::string_view peer = name.substr(at + 1);
    if (peer.starts_with("if"))
        link.peerIfindex = numberOf<std::uint32_t>(peer.substr(2));
    if (!link.peerIfindex && peer != "NONE")
        link.peerName = peer;
}

TunnelFact tunnelOf(const Words &words)
{
    TunnelFact tunnel;
    tunnel.vni = numberOf<std::uint32_t>(behind(words, "id"));
    tunnel.port = numberOf<std::uint16_t>(behind(words, "dstport"));
    tunnel.local = IpAddress::parse(behind(words, "local"));
    tunnel.remote = IpAddress::parse(behind(words, contains(words, "group") ? "group" : "remote"));
    tunnel.device = behind(words, "dev");
    tunnel.timeToLive = behind(words, "ttl");
    tunnel.learning = !contains(words, "nolearning");
    tunnel.detailed = true;
    return tunnel;
}

} // namespace vethscope
