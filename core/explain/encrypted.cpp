#include "core/explain/encrypted.h"

#include "core/cluster/wireguardpeers.h"

namespace vethscope::explain {

std::vector<path::Traced<IpAddress>> wireguardEnds(const path::Places &places, const ShownFrame &frame)
{
    std::vector<path::Traced<IpAddress>> ends;
    const auto source = frame.source();
    if (frame.tunnels.empty() || frame.tunnels.back() != "wireguard" || !source)
        return ends;
    for (const Owner &owner : places.owners().of(*source)) {
        const path::Place *const place = places.of(owner);
        if (!place)
            continue;
        for (const NetworkInterface &device : place->net->interfaces)
            if (device.kind == LinkKind::Wireguard)
                for (const WireguardPeer &peer : wireguardPeers(*place->net, device.name))
                    if (peer.endpoint && peer.port == frame.destinationPort)
                        ends.push_back({*peer.endpoint, {path::Origin::Kind::TunnelRemote, place->node, device.name, place->pod, *peer.endpoint}, peer.lines, {}});
    }
    return ends;
}

} // namespace vethscope::explain
