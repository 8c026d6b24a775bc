#include "core/cluster/wireguardpeers.h"

#include "core/bytes/digits.h"

#include <algorithm>

#include <fmt/format.h>

namespace vethscope {
namespace {

constexpr std::string_view allowedIps = " allowed ips", endpoint = " endpoint";

// `10.244.1.0/24, fd00::/64`; `(none)` is none.
std::vector<IpPrefix> prefixesIn(std::string_view list)
{
    std::vector<IpPrefix> prefixes;
    while (!list.empty()) {
        const std::size_t comma = std::min(list.find(", "), list.size());
        if (const auto prefix = IpPrefix::parse(list.substr(0, comma)))
            prefixes.push_back(*prefix);
        list.remove_prefix(std::min(comma + 2, list.size()));
    }
    return prefixes;
}

// `172.27.16.52:51820`, `[2001:db8::52]:51820`; `(none)` is none.
void takeEndpoint(WireguardPeer &peer, std::string_view text)
{
    const std::size_t colon = text.rfind(':');
    if (colon == text.npos)
        return;
    std::string_view host = text.substr(0, colon);
    if (host.starts_with('[') && host.ends_with(']'))
        host = host.substr(1, host.size() - 2);
    const auto port = parseDigits(text.substr(colon + 1), 10, 65535);
    peer.endpoint = port ? IpAddress::parse(host) : std::nullopt;
    peer.port = static_cast<std::uint16_t>(port.value_or(0));
}

} // namespace

std::vector<WireguardPeer> wireguardPeers(const NetworkNamespace &space, std::string_view device)
{
    std::vector<WireguardPeer> peers;
    const std::string prefix = fmt::format("{} peer ", device);
    // KEY allowed ips comes before KEY endpoint, as the alphabet has it.
    for (auto line = space.settings.lower_bound(prefix); line != space.settings.end() && line->first.starts_with(prefix); ++line) {
        const std::string_view rest = std::string_view(line->first).substr(prefix.size());
        const std::string_view key = rest.substr(0, rest.find(' '));
        if (peers.empty() || peers.back().key != key)
            peers.push_back({.key = std::string(key)});
        if (rest.ends_with(allowedIps))
            peers.back().allowed = prefixesIn(*line->second);
        else if (rest.ends_with(endpoint))
            takeEndpoint(peers.back(), *line->second);
        peers.back().lines.push_back(line->second.evidence());
    }
    return peers;
}

} // namespace vethscope
