#include "core/path/walk.h"

#include "core/cluster/told.h"
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
    // Why this one, and whose it is.
    Traced<IpAddress> own = m_whose.address(*source);
    EvidenceList lines = source.evidence;
    addEvidence(lines, own.evidence);
    own.evidence = std::move(lines);
    ip.source = std::move(own);
    sendFrom(std::move(trail), route);
}

// OUTPUT may give it another destination or mark, and then another route (net/ipv4/netfilter.c ip_route_me_harder).
void Walk::sendFrom(Trail trail, const Route &route)
{
    const IpAddress destination = trail.packet.outer().ip.destination.value;
    const std::uint32_t mark = trail.packet.mark;
    for (Trail &branch : pass(std::move(trail), kernel::Hook::Output, route.interface)) {
        if (branch.packet.outer().ip.destination.value == destination && branch.packet.mark == mark) {
            leave(std::move(branch), route);
            continue;
        }
        const auto routing = kernel::lookUpRoute(*branch.place->net, branch.packet.seenBy({}));
        follow(std::move(branch), routing, &Walk::leave);
    }
}

// What stays on the machine passes POSTROUTING all the same, on its way out of the loopback device.
void Walk::leave(Trail trail, const Route &route)
{
    if (route.type != "local")
        return output(std::move(trail), route);
    trail.packet.outer().link = std::nullopt;
    trail.nextHop = trail.packet.outer().ip.destination.value;
    for (Trail &branch : pass(std::move(trail), kernel::Hook::Postrouting, "lo")) {
        branch.enter("lo");
        branch.inInterface = "lo";
        deliver(std::move(branch));
    }
}

} // namespace vethscope::path
