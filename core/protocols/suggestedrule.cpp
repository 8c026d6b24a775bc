#include "core/protocols/suggestedrule.h"

#include "core/dissect/layerview.h"
#include "core/protocols/protocols.h"

#include <algorithm>

namespace vethscope {

std::optional<DecodeRule> suggestedRule(const Frame &frame, const Dissection &packet, int layer)
{
    for (std::size_t i = layer < 0 ? packet.size() : std::min(packet.size(), static_cast<std::size_t>(layer) + 1); i-- > 0;) {
        const Protocol *protocol = packet[i].protocol;
        if (protocol != &protocols::udp && protocol != &protocols::tcp)
            continue;
        // The lower port is more likely the service's.
        const Bytes header = LayerView(frame, packet, i).header();
        const std::uint32_t port = std::min(read16(header, 0), read16(header, 2));
        const bool udp = protocol == &protocols::udp;
        const Protocol *now = i + 1 < packet.size() ? packet[i + 1].protocol : &protocols::data;
        const bool known = now != &protocols::data;
        return DecodeRule{{udp ? Claim::UdpPort : Claim::TcpPort, port}, known || !udp ? now : &protocols::vxlan};
    }
    return std::nullopt;
}

} // namespace vethscope
