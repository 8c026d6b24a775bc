#include "core/diagnose/seen.h"

#include "core/diagnose/seenmessages.h"
#include "core/dissect/layerview.h"
#include "core/protocols/checksum.h"
#include "core/protocols/protocols.h"

#include <algorithm>
#include <array>

namespace vethscope::diagnose {
namespace {

constexpr std::size_t askEvery = 4096; // frames
constexpr auto tunnelPorts = std::to_array<std::uint16_t>({4789, 8472, 8285, 6081});

// Whether the IPv4 packet in front of that layer is a part of one (RFC 791, section 3.1).
bool isFragment(const SeenFrame &at, std::size_t layer)
{
    for (std::size_t i = layer; i-- > 0;)
        if (at.packet[i].protocol == &protocols::ipv4)
            return (read16(at.from(i), 6) & 0x3fff) != 0;
    return false;
}

void addTunnel(const SeenFrame &at, std::size_t layer, Seen &seen)
{
    const auto ends = addressesBefore(at, layer);
    if (!ends)
        return;
    TunnelKey key{at.point, ends->first, ends->second, at.packet[layer].protocol->tunnel, 0};
    const bool isOverUdp = layer > 0 && at.packet[layer - 1].protocol == &protocols::udp;
    if (isOverUdp)
        key.port = static_cast<std::uint16_t>(read16(at.from(layer - 1), 2));
    TunnelSeen &tunnel = seen.tunnels[key];
    if (tunnel.count++ == 0)
        tunnel.row = at.row;
    if (isFragment(at, layer) && tunnel.fragments++ == 0)
        tunnel.fragmentRow = at.row;
    const LayerView udp(at.frame, at.packet, isOverUdp ? layer - 1 : layer);
    if (isOverUdp && read16(udp.header(), 6) != 0 && validate(udp, 17, udp.header().size() + udp.payloadLength()) == ChecksumStatus::Bad && tunnel.wrongChecksums++ == 0)
        tunnel.wrongRow = at.row;
}

// Something else than the tunnel that has this port: of a whole datagram, that goes to it.
void addForeign(const SeenFrame &at, std::size_t layer, Seen &seen)
{
    const Bytes udp = at.from(layer);
    const auto port = static_cast<std::uint16_t>(udp.size() >= 8 ? read16(udp, 2) : 0);
    const bool isTunnelled = std::ranges::any_of(at.packet.layers().subspan(layer), [](const Layer &one) { return one.tunnel; });
    if (std::ranges::find(tunnelPorts, port) == tunnelPorts.end() || isTunnelled || udp.size() < 16 || at.packet.stop() || isFragment(at, layer))
        return;
    if (const auto ends = addressesBefore(at, layer))
        seen.foreign.push_back({at.row, at.point, ends->first, ends->second, port});
}

void addFrame(const SeenFrame &at, Seen &seen)
{
    bool isInside = false;
    for (std::size_t i = 0; i < at.packet.size() && !at.packet[i].quoted; ++i) {
        const Protocol *const protocol = at.packet[i].protocol;
        if (at.packet[i].tunnel && !isInside) {
            addTunnel(at, i, seen);
            isInside = true;
        } else if (protocol == &protocols::arp) {
            addArp(at, i, seen);
        } else if (protocol == &protocols::bgp) {
            addBgp(at, i, seen);
        } else if (protocol == &protocols::icmp || protocol == &protocols::icmpv6) {
            addTooBig(at, i, seen);
        } else if (protocol == &protocols::dns) {
            addDns(at, i, seen);
        } else if (protocol == &protocols::udp && !isInside) {
            addForeign(at, i, seen);
        }
    }
}

} // namespace

Seen seenIn(const PacketStore &store, const Dissector &dissector, const journey::JourneyPoints &points, const GoOn &goOn)
{
    Seen seen;
    Dissection packet;
    for (std::size_t row = 0; row < store.size(); ++row) {
        if (row % askEvery == 0 && !goesOn(goOn, static_cast<double>(row) / static_cast<double>(store.size())))
            break;
        const Frame frame = store.frame(row);
        dissector.dissect(frame, packet);
        const auto point = points.of(store, row);
        addFrame({static_cast<std::uint32_t>(row), point, frame, packet}, seen);
    }
    return seen;
}

} // namespace vethscope::diagnose
