#include "core/topology/packetaddresses.h"

#include "core/dissect/layerview.h"
#include "core/protocols/protocols.h"

namespace vethscope {

PacketAddresses addressesOf(const Frame &frame, const Dissection &packet)
{
    PacketAddresses addresses;
    bool first = true;
    for (std::size_t i = 0; i < packet.size(); ++i) {
        const Protocol &protocol = *packet[i].protocol;
        if (packet[i].quoted || (&protocol != &protocols::ipv4 && &protocol != &protocols::ipv6))
            continue;
        const LayerView view(frame, packet, i);
        addresses.innerSource = IpAddress::fromBytes(view.raw(*protocol.source));
        addresses.innerDestination = IpAddress::fromBytes(view.raw(*protocol.destination));
        if (first) {
            addresses.outerSource = addresses.innerSource;
            addresses.outerDestination = addresses.innerDestination;
        }
        first = false;
    }
    return addresses;
}

} // namespace vethscope
