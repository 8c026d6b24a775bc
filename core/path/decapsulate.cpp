#include "core/kernel/device.h"
#include "core/kernel/tunnelforwarding.h"
#include "core/path/tunnellines.h"
#include "core/path/walk.h"

#include <algorithm>

#include <fmt/format.h>

namespace vethscope::path {
namespace {

LinkKind kindOf(TunnelType type)
{
    switch (type) {
    case TunnelType::Vxlan: return LinkKind::Vxlan;
    case TunnelType::Geneve: return LinkKind::Geneve;
    case TunnelType::Gre: return LinkKind::Gre;
    case TunnelType::FlannelUdp: return LinkKind::Tun;
    case TunnelType::Wireguard: return LinkKind::Wireguard;
    case TunnelType::Ipip: return LinkKind::Ipip;
    }
    return LinkKind::Unknown;
}

template <typename T>
bool mayBe(const std::optional<T> &sent, const std::optional<T> &own)
{
    return !sent || !own || *sent == *own;
}

// How near a device comes to being the other end of a tunnel.
enum class Fit { None, OtherPort, OtherNumber, Fits };

// A VXLAN device without addresses listens on IPv4, one with IPv6 addresses on IPv6 alone (drivers/net/vxlan/vxlan_core.c vxlan_sock_add).
// Where that was not printed, flannel and Calico carry a family in itself, so that the device's own addresses tell.
bool isOfFamily(const NetworkInterface &device, bool v6)
{
    const Tunnel &tunnel = *device.tunnel;
    for (const Known<IpAddress> *address : {&tunnel.local, &tunnel.remote})
        if (*address)
            return (*address)->isV6() == v6;
    if (tunnel.detailed)
        return !v6;
    const auto isGlobal = [](const InterfaceAddress &own) { return !own.address.isLinkLocal(); };
    const auto isOfIt = [&](const InterfaceAddress &own) { return isGlobal(own) && own.address.isV6() == v6; };
    return std::ranges::none_of(device.addresses, isGlobal) || std::ranges::any_of(device.addresses, isOfIt);
}

Fit fitOf(const NetworkInterface &device, const TunnelHeader &header, const IpAddress &sender, bool isExternal)
{
    if (device.kind != kindOf(header.type))
        return Fit::None;
    if (!device.tunnel)
        return Fit::Fits;
    const Tunnel &own = *device.tunnel;
    if (header.type == TunnelType::Wireguard)
        return mayBe(header.port.value, own.port.value()) ? Fit::Fits : Fit::OtherPort;
    const bool isNumbered = header.type == TunnelType::Vxlan || header.type == TunnelType::Geneve;
    if (isNumbered && isExternal) // of both families, and every number
        return mayBe(header.port.value, own.port.value()) ? Fit::Fits : Fit::OtherPort;
    if (isNumbered && !isOfFamily(device, sender.isV6()))
        return Fit::None;
    if (!isNumbered)
        return own.remote && *own.remote != sender && !own.remote->isAny() ? Fit::None : Fit::Fits;
    if (!mayBe(header.port.value, own.port.value()))
        return Fit::OtherPort;
    return mayBe(header.vni.value, own.vni.value()) ? Fit::Fits : Fit::OtherNumber;
}

} // namespace

void Walk::decapsulate(Trail trail)
{
    const TunnelHeader header = *trail.packet.outer().tunnel;
    const NetworkInterface *nearest = nullptr;
    Fit fit = Fit::None;
    for (const NetworkInterface &device : trail.place->net->interfaces) {
        const Fit own = fitOf(device, header, trail.packet.outer().ip.source.value, kernel::isExternal(*trail.place->net, device.name));
        if (own > fit) {
            nearest = &device;
            fit = own;
        }
    }
    const std::string name(nameOf(header.type));
    if (fit == Fit::Fits)
        return fromTunnel(std::move(trail), *nearest);
    if (fit == Fit::OtherPort) {
        const Sentence reason = Sentence::of("{} sends {} to port {}, but {} of {} listens on {}", trail.packet.outer().ip.source.value.text(), name, *header.port.value, nearest->name,
                                             trail.place->name(), *nearest->tunnel->port);
        EvidenceList evidence = header.port.evidence;
        evidence.push_back(nearest->tunnel->port.evidence());
        return end(std::move(trail), {Disposition::PortMismatch, reason, "NO_SOCKET", std::move(evidence), {}, {}});
    }
    if (fit == Fit::OtherNumber) {
        const Sentence reason = Sentence::of("It comes with VNI {}, but {} of {} has {}", *header.vni.value, nearest->name, trail.place->name(), *nearest->tunnel->vni);
        EvidenceList evidence = header.vni.evidence;
        evidence.push_back(nearest->tunnel->vni.evidence());
        return end(std::move(trail), {Disposition::VniUnknown, reason, header.type == TunnelType::Vxlan ? "VXLAN_VNI_NOT_FOUND" : "", std::move(evidence), {}, {}});
    }
    if (trail.place->net->printed.of(HostTable::Interfaces) != Extent::Whole)
        return missing(std::move(trail), "ip -d link", Sentence::of("Whether {} has a device for {} was not printed", trail.place->name(), name));
    const Sentence reason = Sentence::of("{} has no device that takes {} out", trail.place->name(), name);
    const EvidenceList evidence = trail.place->net->printed.evidence(HostTable::Interfaces);
    end(std::move(trail), {Disposition::TunnelDeviceMissing, reason, header.type == TunnelType::Ipip ? "" : "NO_SOCKET", evidence, {}, {}});
}

void Walk::fromTunnel(Trail trail, const NetworkInterface &device)
{
    if (const auto carries = kernel::carries(*trail.place->net, device.name); carries.isFound() && !*carries) {
        const Sentence reason = Sentence::of("{} of {} is down", device.name, trail.place->name());
        return end(std::move(trail), {Disposition::DeviceDown, reason, "DEV_READY", carries.evidence, {}, {}});
    }
    const TunnelHeader header = *trail.packet.outer().tunnel;
    if (header.type == TunnelType::FlannelUdp)
        return takeFromFlannel(std::move(trail), device);
    if (header.type == TunnelType::Wireguard)
        return decrypt(std::move(trail), device);
    const std::string name(nameOf(header.type));
    trail.packet.decapsulate();
    trail.leaveKernel();
    trail.steps.push_back({Step::Kind::Decapsulate, name, Sentence::of("{} of {} takes it out of {}", device.name, trail.place->name(), name), tunnelLines(device), {}, {}});
    const std::optional<LinkHeader> link = trail.packet.outer().link;
    if (header.type == TunnelType::Vxlan && link && link->source.value && device.mac && *device.mac == *link->source.value) {
        // vxlan_set_mac in drivers/net/vxlan/vxlan_core.c: "Ignore packet loops"
        const Sentence reason = Sentence::of("It comes from {}, which is the MAC address of {} of {} itself, and passes for its own echo", link->source.value->text(), device.name, trail.place->name());
        EvidenceList evidence = link->source.evidence;
        evidence.push_back(device.mac.evidence());
        return end(std::move(trail), {Disposition::WrongTunnelMac, reason, "LOCAL_MAC", std::move(evidence), {}, {}});
    }
    trail.enter(device.name, SeenOn::TunnelDevice);
    if (device.master)
        return bridge(std::move(trail), *device.master, device.name);
    if (link && link->destination.value && device.mac && *device.mac != *link->destination.value && !link->destination.value->isGroup()) {
        const Sentence reason = Sentence::of("{} is not the MAC address of {} of {}, which is {}", link->destination.value->text(), device.name, trail.place->name(), device.mac->text());
        EvidenceList evidence = link->destination.evidence;
        evidence.push_back(device.mac.evidence());
        return end(std::move(trail), {Disposition::WrongTunnelMac, reason, "OTHERHOST", std::move(evidence), {}, {}});
    }
    take(std::move(trail), device.name);
}

} // namespace vethscope::path
