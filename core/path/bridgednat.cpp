#include "core/cluster/told.h"
#include "core/kernel/neighbours.h"
#include "core/path/link.h"
#include "core/path/walk.h"

#include <fmt/format.h>

namespace vethscope::path {

// With br_netfilter a bridge asks PREROUTING before it looks where the frame goes; the IP layer does not ask again
// (net/bridge/br_netfilter_hooks.c br_nf_pre_routing, ip_sabotage_in).
void Walk::bridge(Trail trail, std::string_view bridge, std::string_view port)
{
    if (port.empty() || !trail.place->rules || !filtersBridged(trail))
        return bridgeOn(std::move(trail), bridge, port);
    assumeUnprinted(trail);
    trail.inInterface = bridge;
    const IpAddress destination = trail.packet.outer().ip.destination.value;
    for (Trail &branch : pass(std::move(trail), kernel::Hook::Prerouting)) {
        branch.isPrerouted = true;
        if (branch.packet.outer().ip.destination.value != destination && !redirect(branch, bridge))
            continue;
        bridgeOn(std::move(branch), bridge, port);
    }
}

// What got another destination goes on bridged where that is behind the same bridge, with the TTL and the source that it has; else to the
// machine itself, to be routed (br_nf_pre_routing_finish, br_nf_pre_routing_finish_bridge). The kernel asks the link for a neighbour that it does not
// have, and drops what nobody answers for.
bool Walk::redirect(Trail &trail, std::string_view bridge)
{
    std::optional<LinkHeader> &link = trail.packet.outer().link;
    if (!link)
        return true;
    const IpAddress to = trail.packet.outer().ip.destination.value;
    const auto routing = kernel::lookUpRoute(*trail.place->net, trail.packet.seenBy(bridge));
    const Route *const route = routing.isFound() ? routing->route() : nullptr;
    const bool isBehind = route && route->type == "unicast" && route->interface == bridge && !route->hasNextHop();
    if (!isBehind) {
        link->destination = m_whose.macOf(*trail.place, std::string(bridge));
        return true;
    }
    trail.nextHop = to;
    const std::string key = fmt::format("{} dev {}", to.text(), bridge);
    auto entry = kernel::linkAddress(*trail.place->net, bridge, to);
    addEvidence(entry.evidence, routing.evidence);
    if (entry.isFound() && entry->mac) {
        trail.note(Step::Kind::Neighbour, key, Sentence::of("{} is at {}, behind the same bridge", to.text(), entry->mac->text()), entry);
        link->destination = {entry->mac, {Origin::Kind::Neighbour, trail.place->node, std::string(bridge), {}, to}, entry.evidence, {}};
        return true;
    }
    const LinkSearch search = whoAnswers(m_places, *trail.place, bridge, to);
    if (const NetworkInterface *const device = trail.place->net->interface(bridge); device && search.who.empty() && search.complete) {
        trail.routeEvidence = {route->evidence};
        unresolved(std::move(trail), *device, key, Sentence::of("Nobody on the link of {} has {}", device->name, to.text()), entry);
        return false;
    }
    if (entry.isUnseen())
        trail.assume(HostTable::Neighbours, entry.ask);
    link->destination = {{}, {}, {}, search.complete ? std::string("ip neigh") : search.ask};
    if (search.who.empty())
        return true;
    const End &end = search.who.front().end;
    EvidenceList lines = end.evidence;
    addEvidence(lines, routing.evidence);
    trail.steps.push_back({Step::Kind::Neighbour, key, Sentence::of("The kernel asks the link who has {}: {} of {} answers", to.text(), end.interface, end.place->name()), std::move(lines), entry.rejected, {}});
    link->destination = m_whose.macOf(*end.place, end.interface);
    return true;
}

} // namespace vethscope::path
