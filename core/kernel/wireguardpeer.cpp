#include "core/kernel/wireguardpeer.h"

#include "core/bytes/digits.h"

#include <algorithm>

#include <fmt/format.h>

namespace vethscope::kernel {
namespace {

constexpr std::string_view ask = "wg show", allowedIps = " allowed ips", endpoint = " endpoint";

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

// The longest of the peer's that has the address.
const IpPrefix *longestOf(const WireguardPeer &peer, const IpAddress &address)
{
    const IpPrefix *longest = nullptr;
    for (const IpPrefix &prefix : peer.allowed)
        if (prefix.contains(address) && (!longest || prefix.length > longest->length))
            longest = &prefix;
    return longest;
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

Answer<WireguardPeer> wireguardPeer(const NetworkNamespace &space, std::string_view device, const IpAddress &address)
{
    using Found = Answer<WireguardPeer>;
    // Who sees no key sees not how many peers there are.
    Found best = wireguardKey(space, device) ? Found::none() : Found::unseen(ask);
    std::vector<Rejected> shorter;
    for (WireguardPeer &peer : wireguardPeers(space, device)) {
        const IpPrefix *const allowed = longestOf(peer, address);
        if (!allowed)
            continue;
        if (best.isFound() && best->allowed.front().length >= allowed->length) {
            shorter.push_back({peer.lines.front(), "shorter prefix"});
            continue;
        }
        if (best.isFound())
            shorter.push_back({best.evidence.front(), "shorter prefix"});
        peer.allowed = {*allowed};
        const EvidenceList lines = peer.lines;
        best = Found::found(std::move(peer), lines);
    }
    best.rejected = std::move(shorter);
    return best;
}

Known<std::string> wireguardKey(const NetworkNamespace &space, std::string_view device)
{
    return space.setting(fmt::format("{} public key", device));
}

Answer<bool> knowsPeer(const NetworkNamespace &space, std::string_view device, std::string_view key)
{
    const auto peers = wireguardPeers(space, device);
    const auto known = std::ranges::find(peers, key, &WireguardPeer::key);
    if (known != peers.end())
        return Answer<bool>::found(true, known->lines);
    const auto own = wireguardKey(space, device);
    return own ? Answer<bool>::found(false, own.evidence()) : Answer<bool>::unseen(ask);
}

std::uint32_t wireguardMark(const NetworkNamespace &space, std::string_view device)
{
    const auto mark = space.setting(fmt::format("{} fwmark", device));
    const std::string_view text = mark ? std::string_view(*mark) : std::string_view();
    return text.starts_with("0x") ? parseDigits(text.substr(2), 16, 0xffffffff).value_or(0) : 0;
}

} // namespace vethscope::kernel
