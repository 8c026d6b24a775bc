#include "core/explain/point.h"

#include "core/explain/interfacename.h"
#include "core/path/who.h"
#include "core/protocols/protocols.h"

#include <algorithm>
#include <iterator>
#include <set>

namespace vethscope::explain {
namespace {

using path::Place;
using path::Places;

constexpr std::size_t askEvery = 4096; // frames

struct Device {
    const Place *place = nullptr;
    std::string interface{};
};

// Two such devices are none: the capture may be of either.
std::optional<Device> deviceWith(const Places &places, const std::set<MacAddress> &macs)
{
    std::optional<Device> found;
    for (const MacAddress &mac : macs) {
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

// Whether each of them is one of the two with which a frame of Ethernet begins.
bool haveAll(Bytes frame, const std::set<MacAddress> &macs)
{
    return frame.size() >= 12 && std::ranges::all_of(macs, [&](const MacAddress &mac) {
        return MacAddress::fromBytes(frame.first(6)) == mac || MacAddress::fromBytes(frame.subspan(6, 6)) == mac;
    });
}

} // namespace

bool Point::isTunnelDevice() const
{
    const NetworkInterface *const device = place ? place->net->interface(interface) : nullptr;
    return device && isTunnel(device->kind);
}

std::string_view Point::scopeAt(std::size_t depth, bool isTunnelled) const
{
    if (depth > 0)
        return "overlay";
    return isTunnelled ? "underlay" : isTunnelDevice() ? "overlay" : "native";
}

std::set<MacAddress> CommonMacs::of(std::uint32_t place, const std::function<bool()> &goOn)
{
    Interface &interface = m_interfaces[place];
    for (const std::size_t end = m_store.size(); interface.read < end && (!interface.common || !interface.common->empty()); ++interface.read) {
        if (interface.read % askEvery == 0 && goOn && !goOn())
            return {};
        if (m_store.interfacePlace(interface.read) == place)
            add(interface, m_store.frame(interface.read));
    }
    return interface.common.value_or(std::set<MacAddress>());
}

// What only some of the frames have goes. As nearly always none does: whatever a frame is that has them all where those of Ethernet stand.
void CommonMacs::add(Interface &interface, const Frame &frame)
{
    if (interface.common && haveAll(frame.bytes, *interface.common))
        return;
    m_dissector.dissect(frame, m_packet);
    if (m_packet.size() == 0 || m_packet[0].protocol != &protocols::ethernet)
        return;
    const auto destination = MacAddress::fromBytes(frame.bytes.first(6)), source = MacAddress::fromBytes(frame.bytes.subspan(6, 6));
    if (destination->isGroup())
        return;
    const std::set<MacAddress> own{*source, *destination};
    if (!interface.common) {
        interface.common = own;
        return;
    }
    std::set<MacAddress> both;
    std::ranges::set_intersection(*interface.common, own, std::inserter(both, both.begin()));
    interface.common = std::move(both);
}

bool keepsItsName(const PacketStore &store, const vethscope::Interface &interface)
{
    std::size_t count = 0;
    for (std::size_t i = 0; i < store.interfaceCount() && count < 2; ++i)
        count += store.interface(i).file == interface.file;
    return count > 1 && !interface.name.empty();
}

Point pointOfInterface(const Places &places, CommonMacs &macs, std::uint32_t interface, const std::optional<CapturePoint> &given,
                       std::optional<std::uint32_t> ifindex, const std::function<bool()> &goOn)
{
    const vethscope::Interface &file = macs.store().interface(interface);
    std::string name = given && !given->node.empty() ? given->node : file.pointNode;
    Point point;
    const bool isGiven = given && !given->interface.empty() && !keepsItsName(macs.store(), file);
    point.interface = isGiven ? given->interface : !file.name.empty() ? file.name : file.pointInterface;
    point.place = placeCalled(places, name);
    if ((name.empty() || point.interface.empty()) && !places.owners().macs().empty()) {
        const auto device = deviceWith(places, macs.of(interface, goOn));
        const bool fits = device && (name.empty() || device->place == point.place) && (point.interface.empty() || device->interface == point.interface);
        if (fits) {
            point.place = device->place;
            point.interface = device->interface;
        }
    }
    if (point.place) {
        point.node = point.place->node;
        point.pod = point.place->pod;
    } else if (name.contains('/')) {
        point.pod = std::move(name);
    } else {
        point.node = std::move(name);
    }
    if (point.interface == "any" && ifindex) {
        const NetworkInterface *const device = point.place ? point.place->net->interface(*ifindex) : nullptr;
        point.interface = device ? device->name : std::string();
    }
    return point;
}

Point pointOf(const Places &places, CommonMacs &macs, std::size_t row, const std::optional<CapturePoint> &given,
              std::optional<std::uint32_t> ifindex, const std::function<bool()> &goOn)
{
    return pointOfInterface(places, macs, macs.store().interfacePlace(row), given, ifindex, goOn);
}

} // namespace vethscope::explain
