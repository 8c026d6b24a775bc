#include "core/snapshot/nftselector.h"

#include "core/snapshot/words.h"

#include <algorithm>
#include <array>

namespace vethscope {
namespace {

struct Named {
    std::string_view header, field;
    PacketKey key;
};

constexpr auto selectors = std::to_array<Named>({
    {"ip", "saddr", PacketKey::Source},          {"ip", "daddr", PacketKey::Destination},     {"ip", "protocol", PacketKey::Protocol},
    {"ip6", "saddr", PacketKey::Source},         {"ip6", "daddr", PacketKey::Destination},    {"ip6", "nexthdr", PacketKey::Protocol},
    {"tcp", "sport", PacketKey::SourcePort},     {"tcp", "dport", PacketKey::DestinationPort}, {"tcp", "flags", PacketKey::TcpFlags},
    {"udp", "sport", PacketKey::SourcePort},     {"udp", "dport", PacketKey::DestinationPort},
    {"sctp", "sport", PacketKey::SourcePort},    {"sctp", "dport", PacketKey::DestinationPort},
    {"th", "sport", PacketKey::SourcePort},      {"th", "dport", PacketKey::DestinationPort},
    {"icmp", "type", PacketKey::IcmpType},       {"icmp", "code", PacketKey::IcmpCode},
    {"icmpv6", "type", PacketKey::IcmpType},     {"icmpv6", "code", PacketKey::IcmpCode},
    {"meta", "l4proto", PacketKey::Protocol},    {"meta", "mark", PacketKey::Mark},           {"meta", "nfproto", PacketKey::Family},
    {"meta", "protocol", PacketKey::Family},     {"meta", "iifname", PacketKey::InInterface}, {"meta", "oifname", PacketKey::OutInterface},
    {"ct", "state", PacketKey::State},           {"ct", "status", PacketKey::State},
});

constexpr auto alone = std::to_array<Named>({
    {"iifname", "", PacketKey::InInterface}, {"oifname", "", PacketKey::OutInterface}, {"iif", "", PacketKey::InInterface},
    {"oif", "", PacketKey::OutInterface},    {"mark", "", PacketKey::Mark},
});

// fib daddr type
std::optional<PacketKey> readFib(NftCursor &words)
{
    if (words.peek() != "fib" || words.peek(2) != "type" || (words.peek(1) != "saddr" && words.peek(1) != "daddr"))
        return std::nullopt;
    const PacketKey key = words.peek(1) == "saddr" ? PacketKey::SourceType : PacketKey::DestinationType;
    words.goTo(words.place() + 3);
    return key;
}

std::optional<std::uint32_t> readChances(NftCursor &words)
{
    const bool isRandom = words.peek() == "numgen" && words.peek(1) == "random" && words.peek(2) == "mod";
    const auto modulus = isRandom ? numberOf<std::uint32_t>(words.peek(3)) : std::nullopt;
    if (!modulus || *modulus == 0 || words.peek(4) == "offset")
        return std::nullopt;
    words.goTo(words.place() + 4);
    return modulus;
}

bool readOne(NftCursor &words, NftSelector &selector)
{
    if (const auto key = readFib(words)) {
        selector.keys.push_back(*key);
        return true;
    }
    if (const auto chances = readChances(words)) {
        selector.keys.push_back(PacketKey::Chance);
        selector.chances = *chances;
        return true;
    }
    const std::string_view header = words.peek();
    if (const auto found = std::ranges::find(alone, header, &Named::header); found != alone.end()) {
        selector.keys.push_back(found->key);
        selector.isIndex = header == "iif" || header == "oif";
        words.next();
        return true;
    }
    const auto found = std::ranges::find_if(selectors, [&](const Named &named) { return named.header == header && named.field == words.peek(1); });
    if (found == selectors.end())
        return false;
    words.goTo(words.place() + 2);
    selector.keys.push_back(found->key);
    selector.onlyV4 = selector.onlyV4 || header == "ip";
    selector.onlyV6 = selector.onlyV6 || header == "ip6";
    if (header == "tcp" || header == "udp" || header == "sctp" || header == "icmp")
        selector.protocol = header;
    if (header == "icmpv6")
        selector.protocol = "ipv6-icmp";
    return true;
}

} // namespace

std::optional<NftSelector> readSelector(NftCursor &words)
{
    const std::size_t begin = words.place();
    NftSelector selector;
    do {
        if (!readOne(words, selector)) {
            words.goTo(begin);
            return std::nullopt;
        }
    } while (words.take("."));
    return selector;
}

} // namespace vethscope
