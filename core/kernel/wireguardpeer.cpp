#include "core/kernel/wireguardpeer.h"

#include "core/bytes/digits.h"

#include <fmt/format.h>

namespace vethscope::kernel {
namespace {

constexpr std::string_view ask = "wg show", allowedIps = " allowed ips", endpoint = " endpoint";

// `flannel-wg peer KEY` of `flannel-wg peer KEY allowed ips`.
std::string prefixOf(std::string_view device)
{
    return fmt::format("{} peer ", device);
}

// The longest of `10.244.1.0/24, fd00::/64` that has the address.
std::optional<IpPrefix> longestIn(std::string_view list, const IpAddress &address)
{
    std::optional<IpPrefix> longest;
    while (!list.empty()) {
        const std::size_t comma = std::min(list.find(", "), list.size());
        const auto prefix = IpPrefix::parse(list.substr(0, comma));
        if (prefix && prefix->contains(address) && (!longest || prefix->length > longest->length))
            longest = prefix;
        list.remove_prefix(std::min(comma + 2, list.size()));
    }
    return longest;
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

// Who sees no key sees not how many peers there are.
bool isWhole(const NetworkNamespace &space, std::string_view device)
{
    return bool(wireguardKey(space, device));
}

} // namespace

Known<std::string> wireguardKey(const NetworkNamespace &space, std::string_view device)
{
    return space.setting(fmt::format("{} public key", device));
}

Answer<WireguardPeer> wireguardPeer(const NetworkNamespace &space, std::string_view device, const IpAddress &address)
{
    const std::string prefix = prefixOf(device);
    Answer<WireguardPeer> best = isWhole(space, device) ? Answer<WireguardPeer>::none() : Answer<WireguardPeer>::unseen(ask);
    std::vector<Rejected> shorter;
    for (auto line = space.settings.lower_bound(prefix); line != space.settings.end() && line->first.starts_with(prefix); ++line) {
        const auto allowed = line->first.ends_with(allowedIps) ? longestIn(*line->second, address) : std::nullopt;
        if (!allowed)
            continue;
        if (best.isFound() && best->allowed.length >= allowed->length) {
            shorter.push_back({line->second.evidence(), "shorter prefix"});
            continue;
        }
        if (best.isFound())
            shorter.push_back({best.evidence.front(), "shorter prefix"});
        const std::string key = line->first.substr(prefix.size(), line->first.size() - prefix.size() - allowedIps.size());
        best = Answer<WireguardPeer>::found({key, *allowed}, line->second.evidence());
    }
    if (!best.isFound())
        return best;
    best.rejected = std::move(shorter);
    if (const auto end = space.setting(prefix + best->key + std::string(endpoint))) {
        takeEndpoint(*best.entry, *end);
        best.evidence.push_back(end.evidence());
    }
    return best;
}

Answer<bool> knowsPeer(const NetworkNamespace &space, std::string_view device, std::string_view key)
{
    const std::string prefix = prefixOf(device) + std::string(key) + ' ';
    const auto line = space.settings.lower_bound(prefix);
    if (line != space.settings.end() && line->first.starts_with(prefix))
        return Answer<bool>::found(true, line->second.evidence());
    const auto own = wireguardKey(space, device);
    return own ? Answer<bool>::found(false, own.evidence()) : Answer<bool>::unseen(ask);
}

std::uint32_t wireguardMark(const NetworkNamespace &space, std::string_view device)
{
    const auto mark = space.setting(fmt::format("{} fwmark", device));
    const std::string_view text = mark ? std::string_view(*mark) : std::string_view();
    return text.starts_with("0x") ? static_cast<std::uint32_t>(parseDigits(text.substr(2), 16, 0xffffffff).value_or(0)) : 0;
}

} // namespace vethscope::kernel
