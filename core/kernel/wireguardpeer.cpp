#include "core/kernel/wireguardpeer.h"

#include "core/bytes/digits.h"
#include "core/sentence/phrase.h"

#include <algorithm>

#include <fmt/format.h>

namespace vethscope::kernel {
namespace {

constexpr std::string_view ask = "wg show";

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
            shorter.push_back({peer.lines.front(), Phrase::of("shorter prefix")});
            continue;
        }
        if (best.isFound())
            shorter.push_back({best.evidence.front(), Phrase::of("shorter prefix")});
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
