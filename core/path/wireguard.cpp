#include "core/kernel/wireguardpeer.h"
#include "core/path/timetolive.h"
#include "core/path/tunnellines.h"
#include "core/path/walk.h"

#include <fmt/format.h>

namespace vethscope::path {
namespace {

Traced<std::optional<std::uint16_t>> listeningPort(const Place &place, const NetworkInterface &device)
{
    Traced<std::optional<std::uint16_t>> port{{}, {Origin::Kind::Device, place.node, device.name, place.pod, {}}, {}, {}};
    if (device.tunnel && device.tunnel->port) {
        port.value = *device.tunnel->port;
        port.evidence = {device.tunnel->port.evidence()};
    } else {
        port.ask = "wg show";
    }
    return port;
}

} // namespace

// drivers/net/wireguard/device.c wg_xmit: the peer whose allowed IPs have the destination, at its endpoint.
void Walk::encrypt(Trail trail, const NetworkInterface &device)
{
    const Place &place = *trail.place;
    const IpAddress destination = trail.packet.outer().ip.destination.value;
    const auto peer = kernel::wireguardPeer(*place.net, device.name, destination);
    if (peer.isUnseen())
        return missing(std::move(trail), peer.ask, Sentence::of("Which peer {} sends to is not known", device.name));
    if (peer.isNone()) {
        const Sentence reason = Sentence::of("{} is in no peer's allowed IPs on {}", destination.text(), device.name);
        EvidenceList evidence = trail.routeEvidence;
        evidence.push_back(kernel::wireguardKey(*place.net, device.name).evidence());
        return end(std::move(trail), {Disposition::NoRoute, reason, {}, std::move(evidence), {}, {}});
    }
    if (!peer->endpoint) {
        const Sentence reason = Sentence::of("{} has no endpoint for the peer with {}", device.name, peer->allowed.front().text());
        return end(std::move(trail), {Disposition::NoRoute, reason, {}, peer.evidence, {}, {}});
    }
    trail.note(Step::Kind::Fdb, fmt::format("{} dev {}", destination.text(), device.name),
               Sentence::of("{} is among the allowed IPs {} of the peer at {}", destination.text(), peer->allowed.front().text(), peer->endpoint->text()), peer);
    Scope outer;
    outer.ip.destination = {*peer->endpoint, {Origin::Kind::TunnelRemote, place.node, device.name, place.pod, *peer->endpoint}, peer.evidence, {}};
    outer.ip.timeToLive = defaultTimeToLive(place, peer->endpoint->isV6());
    outer.tunnel = TunnelHeader{TunnelType::Wireguard, {peer->port, {Origin::Kind::TunnelRemote, place.node, device.name, place.pod, *peer->endpoint}, {peer.evidence.back()}, {}}, {},
                                listeningPort(place, device), kernel::wireguardKey(*place.net, device.name).value().value_or(std::string())};
    sendOuter(std::move(trail), &device, std::move(outer));
}

// drivers/net/wireguard/receive.c wg_packet_consume_data_done: only from a peer that is known, and only from its allowed IPs.
void Walk::decrypt(Trail trail, const NetworkInterface &device)
{
    const NetworkNamespace &net = *trail.place->net;
    const std::string key = trail.packet.outer().tunnel->senderKey;
    if (const auto known = kernel::knowsPeer(net, device.name, key); !key.empty() && known.isFound() && !*known) {
        const Sentence reason = Sentence::of("{} of {} has no peer with the key {}", device.name, trail.place->name(), key);
        return end(std::move(trail), {Disposition::Filtered, reason, {}, known.evidence, {}, {}});
    }
    trail.packet.decapsulate();
    trail.leaveKernel();
    const IpAddress source = trail.packet.outer().ip.source.value;
    const auto peer = kernel::wireguardPeer(net, device.name, source);
    if (peer.isUnseen())
        trail.assume(HostTable::Settings, peer.ask);
    const bool isAllowed = peer.isUnseen() || (peer.isFound() && (key.empty() || peer->key == key));
    if (!isAllowed) {
        const Sentence reason = Sentence::of("{} of {} takes nothing from {} by this peer: it is not in its allowed IPs", device.name, trail.place->name(), source.text());
        EvidenceList evidence = peer.isFound() ? peer.evidence : EvidenceList{kernel::wireguardKey(net, device.name).evidence()};
        return end(std::move(trail), {Disposition::Filtered, reason, {}, std::move(evidence), {}, {}});
    }
    EvidenceList lines = tunnelLines(device);
    lines.insert(lines.end(), peer.evidence.begin(), peer.evidence.end());
    const std::string name(nameOf(TunnelType::Wireguard));
    trail.steps.push_back({Step::Kind::Decapsulate, name, Sentence::of("{} of {} takes it out of {}", device.name, trail.place->name(), name), std::move(lines), {}, {}});
    trail.enter(device.name, SeenOn::TunnelDevice);
    take(std::move(trail), device.name);
}

} // namespace vethscope::path
