#include "core/explain/point.h"

#include "core/path/who.h"
#include "core/protocols/protocols.h"

#include <algorithm>
#include <iterator>
#include <set>

namespace vethscope::explain {
namespace {

using path::Place;
using path::Places;

// What stands in every unicast frame of one interface of the file, beside those addresses that only some have.
std::set<MacAddress> commonMacs(const PacketStore &store, const Dissector &dissector, std::uint32_t interface)
{
    std::optional<std::set<MacAddress>> common;
    Dissection packet;
    for (std::size_t row = 0; row < store.size() && (!common || !common->empty()); ++row) {
        if (store.interfacePlace(row) != interface)
            continue;
        const Frame frame = store.frame(row);
        dissector.dissect(frame, packet);
        if (packet.size() == 0 || packet[0].protocol != &protocols::ethernet)
            continue;
        const auto destination = MacAddress::fromBytes(frame.bytes.first(6)), source = MacAddress::fromBytes(frame.bytes.subspan(6, 6));
        if (destination->isGroup())
            continue;
        const std::set<MacAddress> own{*source, *destination};
        if (!common) {
            common = own;
            continue;
        }
        std::set<MacAddress> both;
        std::ranges::set_intersection(*common, own, std::inserter(both, both.begin()));
        common = std::move(both);
    }
    return common.value_or(std::set<MacAddress>());
}

struct Device {
    const Place *place = nullptr;
    std::string interface{};
};

// Two such devices are none: the capture may be of either.
std::optional<Device> deviceInAllFrames(const Places &places, const PacketStore &store, const Dissector &dissector, std::size_t row)
{
    std::optional<Device> found;
    for (const MacAddress &mac : commonMacs(store, dissector, store.interfacePlace(row))) {
        for (const Owner &owner : places.owners().of(mac)) {
            const Place *const place = places.of(owner);
            if (!place || !owner.interface)
                continue;
            if (found)
                return std::nullopt;
            found = Device{place, place->net->interfaces[*owner.interface].name};
        }
    }
    return found;
}

const Place *placeCalled(const Places &places, const std::string &name)
{
    if (name.empty())
        return nullptr;
    if (const Place *const node = places.ofNode(name))
        return node;
    const auto who = path::whoIs(places, name);
    return who && !who->isAddress ? who->place : nullptr;
}

} // namespace

bool Point::isTunnelDevice() const
{
    const NetworkInterface *const device = place ? place->net->interface(interface) : nullptr;
    return device && isTunnel(device->kind);
}

Point pointOf(const Places &places, const PacketStore &store, const Dissector &dissector, std::size_t row,
              const std::optional<CapturePoint> &given, std::optional<std::uint32_t> ifindex)
{
    const Interface &file = store.interfaceOf(row);
    std::string name = given && !given->node.empty() ? given->node : file.pointNode;
    Point point;
    point.interface = !file.name.empty() ? file.name : given ? given->interface : file.pointInterface;
    point.place = placeCalled(places, name);
    if (name.empty() || point.interface.empty()) {
        const auto device = deviceInAllFrames(places, store, dissector, row);
        const bool fits = device && (name.empty() || device->place == point.place) && (point.interface.empty() || device->interface == point.interface);
        if (fits) {
            point.place = device->place;
            point.interface = device->interface;
        }
    }
    if (point.place) {
        point.node = point.place->node;
        point.pod = point.place->pod;
    } else {
        point.node = std::move(name);
    }
    if (point.interface == "any" && ifindex) {
        const NetworkInterface *const device = point.place ? point.place->net->interface(*ifindex) : nullptr;
        point.interface = device ? device->name : std::string();
    }
    return point;
}

} // namespace vethscope::explain
