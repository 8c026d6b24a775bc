#include "ui/topology/packetaddresses.h"

#include "core/protocols/protocols.h"

namespace vethscope {
namespace {

std::optional<IpAddress> addressAt(const Frame &frame, const Layer &layer, std::size_t offset, bool v6)
{
    const std::size_t size = v6 ? 16 : 4;
    if (offset + size > layer.size)
        return {};
    return IpAddress::fromBytes(frame.bytes.subspan(layer.offset + offset, size));
}

} // namespace

PacketAddresses addressesOf(const Frame &frame, const Dissection &packet)
{
    PacketAddresses addresses;
    bool first = true;
    for (const Layer &layer : packet.layers()) {
        const bool v6 = layer.protocol == &protocols::ipv6;
        if (layer.quoted || (!v6 && layer.protocol != &protocols::ipv4))
            continue;
        addresses.innerSource = addressAt(frame, layer, v6 ? 8 : 12, v6);
        addresses.innerDestination = addressAt(frame, layer, v6 ? 24 : 16, v6);
        if (first) {
            addresses.outerSource = addresses.innerSource;
            addresses.outerDestination = addresses.innerDestination;
        }
        first = false;
    }
    return addresses;
}

} // namespace vethscope
