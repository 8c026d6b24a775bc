#include "core/explain/onlink.h"

#include "core/path/podspace.h"

namespace vethscope::explain {

using path::End;
using path::Place;
using path::Places;
using Mac = path::Traced<std::optional<MacAddress>>;

namespace {

// What speaks for a device on its link: its bridge, where it is a port.
std::string speakerOf(const End &end)
{
    const NetworkInterface *const device = end.device();
    return device && device->master ? *device->master : end.interface;
}

} // namespace

Link linkOf(const Places &places, const Point &point)
{
    return {{point.place, point.interface, {}}, places.otherEnd(*point.place, point.interface)};
}

// An address answers by the device of its kernel that the link is on, whichever has it.
Mac macOnLink(const Places &places, const path::Whose &whose, const Link &link, const IpAddress &address)
{
    if (path::isCalicoGateway(address)) {
        const End &host = link.here.place->isPod() && link.there ? *link.there : link.here;
        return whose.macOf(*host.place, host.interface);
    }
    for (const Owner &owner : places.owners().of(address)) {
        const Place *const place = places.of(owner);
        if (!place)
            continue;
        if (address.isV6() && address.isLinkLocal() && owner.interface) // each device has its own, also a bridge's port
            return whose.macOf(*place, place->net->interfaces[*owner.interface].name);
        if (place == link.here.place)
            return whose.macOf(*place, speakerOf(link.here));
        if (link.there && place == link.there->place)
            return whose.macOf(*place, speakerOf(*link.there));
        const ClusterPod *const pod = places.podOf(*place);
        const std::string inside = pod ? pod->interface : std::string();
        Mac mac = whose.macOf(*place, owner.interface ? place->net->interfaces[*owner.interface].name : inside);
        if (mac.value)
            return mac;
    }
    for (const Owner &owner : places.owners().of(address)) {
        if (owner.kind != Owner::Kind::Router || places.cluster().routers[owner.place].macs.size() != 1)
            continue;
        const Said<MacAddress> &mac = places.cluster().routers[owner.place].macs.front();
        return {mac, {path::Origin::Kind::InterfaceMac, {}, {}, {}, address}, {mac.evidence}, {}};
    }
    return {{}, {}, {}, "ip link"};
}

} // namespace vethscope::explain
