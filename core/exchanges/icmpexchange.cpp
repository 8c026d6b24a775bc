#include "core/exchanges/echo.h"
#include "core/protocols/icmp_fields.h"
#include "core/protocols/protocols.h"

// ICMP: echo request and reply (RFC 792). Who is asked together with others need not answer.

namespace vethscope {
namespace {

constexpr auto icmpProtocols = std::to_array<const Protocol *>({&protocols::icmp});

bool isAskedWithOthers(const LayerView &view)
{
    const auto ip = view.outer();
    if (!ip || &ip->protocol() != &protocols::ipv4)
        return true; // nobody knows
    const std::uint32_t destination = read32(ip->header(), 16);
    return destination >> 28 == 0xe || destination == 0xffffffff;
}

std::optional<Message> icmpMessageAt(const LayerView &view)
{
    const Bytes header = view.header();
    const std::uint8_t type = byteAt(header, 0);
    if (type != EchoReply && (type != EchoRequest || isAskedWithOthers(view)))
        return std::nullopt;
    const bool answers = type == EchoReply;
    return Message{.number = echoNumber(header, answers, EchoRequest << 8, EchoReply << 8), .answers = answers};
}

} // namespace

constinit const ExchangeRule exchanges::icmp{
    .protocols = icmpProtocols,
    .messageAt = icmpMessageAt,
    .add = addEchoExchange,
};

} // namespace vethscope
