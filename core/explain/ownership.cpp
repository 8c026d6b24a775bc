#include "core/explain/ownership.h"

#include "core/kernel/addresstype.h"

#include <algorithm>
#include <ranges>

namespace vethscope::explain {
namespace {

using path::Origin;
using path::Place;
using path::Places;

Ownership made(Origin::Kind kind)
{
    Ownership ownership;
    ownership.origin.kind = kind;
    return ownership;
}

bool isAllOnes(const MacAddress &mac)
{
    return std::ranges::all_of(mac.bytes(), [](std::uint8_t byte) { return byte == 0xff; });
}

EvidenceList linesOf(const Evidence &line)
{
    return line.source ? EvidenceList{line} : EvidenceList();
}

// The device that the capture was taken on, or its other end.
bool isAtPoint(const Places &places, const Owner &owner, const Point &point)
{
    const Place *const place = places.of(owner);
    if (!place || !point.place || !owner.interface)
        return false;
    const std::string &device = place->net->interfaces[*owner.interface].name;
    if (place == point.place && device == point.interface)
        return true;
    const auto other = places.otherEnd(*point.place, point.interface);
    return other && other->place == place && other->interface == device;
}

Ownership ofMac(const Places &places, const MacAddress &mac, const Point &point)
{
    if (mac.isZero())
        return made(Origin::Kind::Unset);
    if (mac.isGroup())
        return made(isAllOnes(mac) ? Origin::Kind::Broadcast : Origin::Kind::Multicast);
    const auto owners = places.owners().of(mac);
    if (owners.empty())
        return {};
    auto owner = std::ranges::find_if(owners, [&](const Owner &one) { return isAtPoint(places, one, point); });
    if (owner == owners.end())
        owner = owners.begin();
    Ownership ownership{{}, linesOf(owner->evidence)};
    Origin &origin = ownership.origin;
    if (owner->kind == Owner::Kind::Router) {
        origin.kind = Origin::Kind::InterfaceMac;
        const UnderlayRouter &router = places.cluster().routers[owner->place];
        if (router.addresses.size() == 1)
            origin.ip = router.addresses.front();
        return ownership;
    }
    const Place *const place = places.of(*owner);
    if (!place)
        return ownership;
    const ClusterPod *const pod = places.podOf(*place);
    const std::string inside = pod ? (pod->interface.empty() ? "eth0" : pod->interface) : std::string();
    origin = {pod ? Origin::Kind::PodMac : Origin::Kind::InterfaceMac, place->node, owner->interface ? place->net->interfaces[*owner->interface].name : inside, place->pod, {}};
    if (pod && !pod->addresses.empty())
        origin.ip = pod->addresses.front();
    return ownership;
}

// Of a network that a device has, or of all (RFC 919).
bool isBroadcast(const Places &places, const IpAddress &ip)
{
    if (ip.isV6())
        return false;
    if (kernel::isLimitedBroadcast(ip))
        return true;
    const auto isLast = [&](const InterfaceAddress &own) {
        return !own.address.isV6() && own.length < 31 && own.contains(ip)
            && std::ranges::all_of(std::views::iota(own.length, 32), [&](int bit) { return ip.bit(bit); });
    };
    return std::ranges::any_of(places.nodes(), [&](const Place &node) {
        return std::ranges::any_of(node.net->interfaces, [&](const NetworkInterface &device) { return std::ranges::any_of(device.addresses, isLast); });
    });
}

} // namespace

Ownership ownershipOf(const Places &places, const path::Whose &whose, const ShownField &field, const Point &point)
{
    if (field.mac)
        return ofMac(places, *field.mac, point);
    if (field.ip->isMulticast())
        return made(Origin::Kind::Multicast);
    if (field.ip->isAny())
        return made(Origin::Kind::Unset);
    if (places.owners().of(*field.ip).empty() && isBroadcast(places, *field.ip))
        return made(Origin::Kind::Broadcast);
    if (places.owners().of(*field.ip).empty() && field.ip->isLinkLocal())
        return {}; // somebody's on this link (RFC 4291, section 2.5.6)
    auto traced = whose.address(*field.ip);
    return {std::move(traced.origin), std::move(traced.evidence)};
}

} // namespace vethscope::explain
