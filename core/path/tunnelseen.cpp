#include "core/path/tunnelseen.h"

#include "core/path/walk.h"

namespace vethscope::path {

// Of the scope that is outermost now.
std::optional<Traced<MacAddress>> Walk::macSeen(const Trail &trail) const
{
    const std::size_t scope = trail.packet.scopes.size() - 1;
    if (!m_seen || scope >= m_seen->linkDestinations.size() || !m_seen->linkDestinations[scope])
        return std::nullopt;
    Traced<MacAddress> traced{*m_seen->linkDestinations[scope], {}, {}, {}};
    traced.isShown = true;
    return traced;
}

// Of the scope that will be put around it. Where the frame does not show it any more, it is the node that has the inner MAC address.
std::optional<Traced<IpAddress>> Walk::remoteSeen(const Trail &trail) const
{
    if (!m_seen)
        return std::nullopt;
    std::optional<IpAddress> remote;
    const std::size_t scope = trail.packet.scopes.size();
    const std::optional<LinkHeader> &link = trail.packet.outer().link;
    if (scope < m_seen->destinations.size()) {
        remote = m_seen->destinations[scope];
    } else if (link && link->destination.value) {
        const auto owners = m_places.owners().of(*link->destination.value);
        if (owners.size() == 1 && owners.front().kind == Owner::Kind::Node && !m_places.cluster().nodes[owners.front().place].addresses.empty())
            remote = m_places.cluster().nodes[owners.front().place].addresses.front();
    }
    if (!remote)
        return std::nullopt;
    Traced<IpAddress> traced = m_whose.address(*remote);
    traced.isShown = true;
    return traced;
}

// Whether the walk goes on so; the trail is moved from then.
bool Walk::encapsulateAsSeen(Trail &trail, const NetworkInterface *device, TunnelType type, std::string_view ask)
{
    auto remote = remoteSeen(trail);
    if (!remote)
        return false;
    remote->ask = ask;
    remote->askOn = trail.place->name();
    Scope outer;
    outer.ip.destination = std::move(*remote);
    outer.ip.timeToLive.value = 64;
    outer.tunnel = TunnelHeader{type, {}, {}};
    sendOuter(std::move(trail), device, std::move(outer));
    return true;
}

} // namespace vethscope::path
