#include "core/explain/notdirect.h"

#include "core/sentence/phrase.h"

namespace vethscope::explain {
namespace {

using path::Place;

std::optional<IpAddress> destinationAt(const ShownFrame &frame, std::size_t depth)
{
    for (const std::string_view name : {"ip.dst", "ipv6.dst"})
        if (const ShownField *const shown = frame.field(name, depth))
            return shown->ip;
    return std::nullopt;
}

// Of all who have the address, the first whose MAC address was printed.
std::optional<MacAddress> macOf(const path::Places &places, const path::Whose &whose, const IpAddress &address)
{
    for (const Owner &owner : places.owners().of(address)) {
        const Place *const place = places.of(owner);
        if (!place || !owner.interface)
            continue;
        if (const auto mac = whose.macOf(*place, place->net->interfaces[*owner.interface].name).value)
            return mac;
    }
    return std::nullopt;
}

} // namespace

Sentence NotDirect::added(const Sentence &text) const
{
    if (!link)
        return Sentence::of("{}. It is not {} of {}, which is not on that link", text, mac.text(), destination.text());
    return Sentence::of("{}. It is not {} of {}, which is outside {}", text, mac.text(), destination.text(), link->network().text());
}

std::optional<NotDirect> notDirect(const path::Places &places, const path::Whose &whose, const ShownFrame &frame, const FieldExplanation &field)
{
    const Place *const sender = field.origin.pod.empty() ? places.ofNode(field.origin.node) : places.ofPod(field.origin.pod);
    const auto destination = destinationAt(frame, field.depth);
    if (field.name != "eth.dst" || field.origin.kind != path::Origin::Kind::GatewayNeighbour || !sender || !destination)
        return std::nullopt;
    const auto mac = macOf(places, whose, *destination);
    const NetworkInterface *const device = sender->net->interface(field.origin.interface);
    if (!mac || mac->text() == field.value || !device)
        return std::nullopt;
    NotDirect found{*destination, *mac, {}, {}};
    for (const InterfaceAddress &own : device->addresses) {
        if (own.address.isV6() != destination->isV6() || own.isHost() || own.address.isLinkLocal())
            continue;
        if (own.contains(*destination))
            return std::nullopt;
        if (!found.link)
            found.link = own;
    }
    for (const Route &route : sender->net->routes)
        if (found.link && route.interface == device->name && !route.hasNextHop() && route.to == found.link->network() && route.evidence.source)
            found.routes.push_back({route.evidence, Phrase::of("does not have it")});
    return found;
}

} // namespace vethscope::explain
