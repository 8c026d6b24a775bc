#include "core/explain/ndp.h"

#include "core/address/ipprotocol.h"
#include "core/explain/onlink.h"
#include "core/kernel/groupmac.h"

namespace vethscope::explain {
namespace {

constexpr std::uint8_t routerSolicitation = 133, redirect = 137, listenerReport2 = 143;

bool isDiscovery(const ShownFrame &frame)
{
    const auto type = frame.protocol == ipprotocol::icmpv6 ? frame.icmpType : std::nullopt;
    return type && ((*type >= routerSolicitation && *type <= redirect) || type == listenerReport2);
}

} // namespace

bool staysOnLink(const ShownFrame &frame)
{
    const auto source = frame.source();
    return frame.depth == 0 && frame.tunnels.empty() && source && source->isV6() && (isDiscovery(frame) || source->isLinkLocal());
}

NdpExpectation ndpExpectation(const path::Places &places, const path::Whose &whose, const ShownFrame &frame, const Point &point)
{
    NdpExpectation expectation;
    if (!point.isKnown())
        return expectation;
    const Link link = linkOf(places, point);
    // Who asks whether an address is still free has none yet: RFC 4862, 5.4.2.
    const IpAddress source = *frame.source(), destination = *frame.destination();
    const auto speaker = source.isAny() ? frame.ndpTarget : std::optional(source);
    if (speaker)
        expectation.source = macOnLink(places, whose, link, *speaker);
    if (destination.isMulticast())
        expectation.destination.value = kernel::multicastMac(destination);
    else
        expectation.destination = macOnLink(places, whose, link, destination);
    return expectation;
}

} // namespace vethscope::explain
