#include "core/path/walk.h"

namespace vethscope::path {

void Walk::transmit(Trail trail, std::string_view device)
{
    const NetworkInterface &out = *trail.place->net->interface(device);
    trail.enter(device, isTunnel(out.kind) ? SeenOn::TunnelDevice : SeenOn::Device);
    if (trail.place->isPod())
        return cross(std::move(trail), device);
    switch (out.kind) {
    case LinkKind::Bridge: return bridge(std::move(trail), device, {});
    case LinkKind::Veth: return cross(std::move(trail), device);
    case LinkKind::Vxlan: return encapsulateEthernet(std::move(trail), out, TunnelType::Vxlan);
    case LinkKind::Geneve: return encapsulateEthernet(std::move(trail), out, TunnelType::Geneve);
    case LinkKind::Ipip: return encapsulateIp(std::move(trail), out, TunnelType::Ipip);
    case LinkKind::Gre: return encapsulateIp(std::move(trail), out, TunnelType::Gre);
    case LinkKind::Tun: return handToFlannel(std::move(trail), out);
    case LinkKind::Wireguard: return encrypt(std::move(trail), out);
    case LinkKind::Dummy:
        return end(std::move(trail), {Disposition::Blackhole, Sentence::of("{} is a dummy device, which swallows what it is given", out.name), {}, out.evidence, {}, {}});
    case LinkKind::Loopback:
        trail.inInterface = out.name;
        return deliver(std::move(trail));
    case LinkKind::Unknown:
        if (out.peer)
            return cross(std::move(trail), device);
        [[fallthrough]];
    default: return wire(std::move(trail), out);
    }
}

// To the other end of a veth.
void Walk::cross(Trail trail, std::string_view device)
{
    const auto other = m_places.otherEnd(*trail.place, device);
    if (!other) {
        const Sentence reason = Sentence::of("What the other end of {} is was not printed", std::string(device));
        const bool isPlaced = !trail.place->isPod() || !trail.place->node.empty();
        return missing(std::move(trail), !isPlaced ? "kubectl get pods -A -o wide" : trail.place->isPod() ? "ip link" : "ip -d link", reason);
    }
    trail.steps.push_back({Step::Kind::Veth, std::string(device), Sentence::of("The other end of {} is {} of {}", std::string(device), other->interface, other->place->name()), other->evidence, {}, {}});
    arrive(std::move(trail), *other);
}

} // namespace vethscope::path
