#include "core/kernel/protocolnumber.h"

#include <algorithm>
#include <array>
#include <charconv>

namespace vethscope::kernel {
namespace {

struct NamedProtocol {
    std::string_view name;
    std::uint8_t number;
};

// IANA's protocol numbers; `ipencap` and `ipv6-icmp` are what Debian's /etc/protocols calls them, `icmpv6` iptables.
constexpr auto protocols = std::to_array<NamedProtocol>({
    {"icmp", 1},     {"igmp", 2},  {"ipencap", 4}, {"tcp", 6},         {"udp", 17},  {"dccp", 33},  {"ipv6", 41},
    {"gre", 47},     {"esp", 50},  {"ah", 51},     {"ipv6-icmp", 58}, {"icmpv6", 58},  {"ospf", 89}, {"vrrp", 112}, {"sctp", 132},
});

} // namespace

std::optional<std::uint8_t> protocolNumber(std::string_view name)
{
    if (const auto found = std::ranges::find(protocols, name, &NamedProtocol::name); found != protocols.end())
        return found->number;
    std::uint8_t number = 0;
    const auto [end, error] = std::from_chars(name.data(), name.data() + name.size(), number);
    return error == std::errc{} && end == name.data() + name.size() ? std::optional(number) : std::nullopt;
}

} // namespace vethscope::kernel
