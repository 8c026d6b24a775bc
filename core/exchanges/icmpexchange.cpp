#include "core/exchanges/echo.h"
#include "core/protocols/icmp_fields.h"
#include "core/protocols/protocols.h"

// ICMP: echo request and reply (RFC 792).

namespace vethscope {
namespace {

constexpr auto icmpProtocols = std::to_array<const Protocol *>({&protocols::icmp});

bool isAskedOverV4WithOthers(const LayerView &view)
{
    const auto ip = view.outer();
    if (!ip || &ip->protocol() != &protocols::ipv4)
        return true; // nobody knows
    const std::uint32_t destination = read32(ip->header(), 16);
    return destination >> 28 == 0xe || destination == 0xffffffff;
}

std::optional<Message> icmpMessageAt(const LayerView &view)
{
    return echoAt(view, EchoRequest, EchoReply, isAskedOverV4WithOthers);
}

} // namespace

constinit const ExchangeRule exchanges::icmp{
    .protocols = icmpProtocols,
    .knowsCopies = true,
    .messageAt = icmpMessageAt,
    .add = addEchoExchange,
};

} // namespace vethscope
