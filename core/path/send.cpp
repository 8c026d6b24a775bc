#include "core/path/walk.h"

#include "core/kernel/sourceaddress.h"

namespace vethscope::path {

void Walk::send(Trail trail)
{
    assumeUnprinted(trail);
    const auto routing = kernel::lookUpRoute(*trail.place->net, trail.packet.seenBy({}));
    follow(std::move(trail), routing, &Walk::chooseSource);
}

void Walk::chooseSource(Trail trail, const Route &route)
{
    IpHeader &ip = trail.packet.outer().ip;
    if (!ip.source.value.isAny())
        return sendFrom(std::move(trail), route);
    const auto source = kernel::sourceAddress(*trail.place->net, route, ip.destination.value);
    if (!source.isFound()) {
        const Sentence reason = Sentence::of("From which address {} sends to {} is not known", trail.place->name(), ip.destination.value.text());
        return missing(std::move(trail), source.isUnseen() ? source.ask : "ip addr", reason);
    }
    trail.assume(source.assumed);
    Traced<IpAddress> own = m_whose.address(*source);
    own.evidence = source.evidence;
    ip.source = std::move(own);
    sendFrom(std::move(trail), route);
}

void Walk::sendFrom(Trail trail, const Route &route)
{
    if (route.type == "local") {
        trail.packet.outer().link = std::nullopt;
        trail.enter("lo");
        trail.inInterface = "lo";
        return deliver(std::move(trail));
    }
    output(std::move(trail), route);
}

} // namespace vethscope::path
