#include "core/exchanges/echo.h"
#include "core/flows/flowheader.h"
#include "core/protocols/protocols.h"

// ICMPv6: echo request and reply (RFC 4443, section 4).

namespace vethscope {
namespace {

constexpr auto icmpv6Protocols = std::to_array<const Protocol *>({&protocols::icmpv6});
constexpr std::uint8_t requestType = 128, replyType = 129;

bool isAskedOverV6WithOthers(const LayerView &view)
{
    const std::size_t place = internetAround(view.packet(), view.index());
    return place != LayerView::noLayer && view.packet()[place].protocol == &protocols::ipv6 && byteAt(LayerView(view.frame(), view.packet(), place).header(), 24) == 0xff; // its destination
}

std::optional<Message> icmpv6MessageAt(const LayerView &view)
{
    return echoAt(view, requestType, replyType, isAskedOverV6WithOthers);
}

} // namespace

constinit const ExchangeRule exchanges::icmpv6{
    .protocols = icmpv6Protocols,
    .knowsCopies = true,
    .messageAt = icmpv6MessageAt,
    .add = addEchoExchange,
};

} // namespace vethscope
