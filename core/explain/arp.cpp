#include "core/explain/arp.h"

#include "core/kernel/groupmac.h"
#include "core/path/podspace.h"

namespace vethscope::explain {
namespace {

using path::End;
using path::Place;
using path::Places;
using Mac = path::Traced<std::optional<MacAddress>>;

constexpr std::uint16_t request = 1;

// The devices on the two sides of the capture point: the point's own, and its other end.
struct Sides {
    End here{};
    std::optional<End> there{};
};

Sides sidesOf(const Places &places, const Point &point)
{
    return {{point.place, point.interface, {}}, places.otherEnd(*point.place, point.interface)};
}

// What speaks for a device on its link: its bridge, where it is a port.
std::string speakerOf(const End &end)
{
    const NetworkInterface *const device = end.device();
    return device && device->master ? *device->master : end.interface;
}

// An address answers by the device of its kernel that the link is on, whichever has it.
Mac macOf(const Places &places, const path::Whose &whose, const Sides &sides, const IpAddress &address)
{
    if (path::isCalicoGateway(address)) {
        const End &host = sides.here.place->isPod() && sides.there ? *sides.there : sides.here;
        return whose.macOf(*host.place, host.interface);
    }
    for (const Owner &owner : places.owners().of(address)) {
        const Place *const place = places.of(owner);
        if (!place)
            continue;
        if (place == sides.here.place)
            return whose.macOf(*place, speakerOf(sides.here));
        if (sides.there && place == sides.there->place)
            return whose.macOf(*place, speakerOf(*sides.there));
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

} // namespace

ArpExpectation arpExpectation(const Places &places, const path::Whose &whose, const ShownFrame &frame, const Point &point)
{
    const ShownField *const asker = frame.field("arp.src.proto_ipv4", frame.depth), *const asked = frame.field("arp.dst.proto_ipv4", frame.depth);
    ArpExpectation expectation;
    if (!point.isKnown() || !asker || !asked)
        return expectation;
    const Sides sides = sidesOf(places, point);
    expectation.sender = macOf(places, whose, sides, *asker->ip);
    expectation.target = macOf(places, whose, sides, *asked->ip);
    if (const auto sender = expectation.sender.value)
        for (const std::string_view name : {"eth.src", "sll.src.eth", "arp.src.hw_mac"})
            expectation.macs[name] = {*sender};
    if (frame.arpOperation == request) {
        expectation.macs["eth.dst"] = {kernel::broadcastMac()};
        if (const auto target = expectation.target.value)
            expectation.macs["eth.dst"].push_back(*target);
        expectation.macs["arp.dst.hw_mac"] = {MacAddress()};
    } else if (const auto target = expectation.target.value) {
        expectation.macs["eth.dst"] = expectation.macs["arp.dst.hw_mac"] = {*target};
    }
    return expectation;
}

path::Origin calicoGatewayOrigin(const Places &places, const Point &point, const IpAddress &gateway)
{
    path::Origin origin{path::Origin::Kind::LinkLocalGateway, {}, {}, {}, gateway};
    if (!point.place)
        return origin;
    const auto other = places.otherEnd(*point.place, point.interface);
    const End pod = point.place->isPod() || !other ? End{point.place, point.interface, {}} : *other;
    origin.node = pod.place->node;
    origin.interface = pod.interface;
    origin.pod = pod.place->pod;
    return origin;
}

} // namespace vethscope::explain
