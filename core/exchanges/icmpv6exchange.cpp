#include "core/exchanges/echo.h"
#include "core/protocols/protocols.h"

// ICMPv6: echo request and reply (RFC 4443, section 4). Who is asked together with others need not answer.

namespace vethscope {
namespace {

constexpr auto icmpv6Protocols = std::to_array<const Protocol *>({&protocols::icmpv6});
constexpr std::uint8_t requestType = 128, replyType = 129;

std::optional<Message> icmpv6MessageAt(const LayerView &view)
{
    const Bytes header = view.header();
    const std::uint8_t type = byteAt(header, 0);
    if ((type != requestType && type != replyType) || header.size() < 8)
        return std::nullopt;
    const bool answers = type == replyType;
    for (auto outer = view.outer(); !answers && outer; outer = outer->outer())
        if (&outer->protocol() == &protocols::ipv6) {
            if (byteAt(outer->header(), 24) == 0xff) // its destination
                return std::nullopt;
            break;
        }
    return Message{.number = echoNumber(header, answers, requestType << 8, replyType << 8), .answers = answers};
}

} // namespace

constinit const ExchangeRule exchanges::icmpv6{
    .protocols = icmpv6Protocols,
    .messageAt = icmpv6MessageAt,
    .add = addEchoExchange,
};

} // namespace vethscope
