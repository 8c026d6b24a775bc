#include "core/kernel/tunnelforwarding.h"

#include "core/kernel/neighbours.h"
#include "core/sentence/phrase.h"

#include <fmt/format.h>

namespace vethscope::kernel {
namespace {

using FoundEnds = Answer<TunnelEnds>;

// Of a device that is a bridge's port as well the bridge's entries name no other end.
bool isOf(const ForwardingEntry &entry, std::string_view device)
{
    return entry.interface == device && entry.destination;
}

FoundEnds endsOf(const NetworkNamespace &space, std::string_view device, const MacAddress &mac)
{
    TunnelEnds ends;
    EvidenceList evidence;
    for (const ForwardingEntry &entry : space.forwarding) {
        if (isOf(entry, device) && entry.mac == mac) {
            ends.remotes.push_back(*entry.destination);
            evidence.push_back(entry.evidence);
        }
    }
    return ends.remotes.empty() ? FoundEnds::none() : FoundEnds::found(std::move(ends), std::move(evidence));
}

// Who printed nothing of the table may still have printed the device, whose `remote` stands in it.
FoundEnds deviceRemote(const NetworkNamespace &space, std::string_view device)
{
    const NetworkInterface *const interface = space.interface(device);
    if (!interface || !interface->tunnel || !interface->tunnel->remote)
        return FoundEnds::none();
    const Known<IpAddress> &remote = interface->tunnel->remote;
    return FoundEnds::found({{*remote}, true}, remote.evidence());
}

// Who gives each packet its tunnel, by the names that they choose.
std::string_view whoTells(std::string_view device)
{
    if (device.starts_with("cilium"))
        return "cilium-dbg bpf tunnel list";
    return device.starts_with("genev_sys") || device.starts_with("vxlan_sys") ? "ovs-vsctl show" : "ip -d route";
}

FoundEnds genevesRemote(const NetworkNamespace &space, const NetworkInterface &device)
{
    FoundEnds remote = deviceRemote(space, device.name);
    return remote.isFound() || (device.tunnel && device.tunnel->detailed) ? remote : FoundEnds::unseen("ip -d link");
}

void rejectDefaults(FoundEnds &answer, const NetworkNamespace &space, std::string_view device)
{
    for (const ForwardingEntry &entry : space.forwarding)
        if (isOf(entry, device) && entry.mac.isZero())
            answer.rejected.push_back({entry.evidence, Phrase::of("default entry")});
}

} // namespace

bool isExternal(const NetworkNamespace &space, std::string_view device)
{
    return bool(space.setting(fmt::format("{} external", device)));
}

Answer<TunnelEnds> tunnelEnds(const NetworkNamespace &space, std::string_view device, const MacAddress &mac)
{
    if (isExternal(space, device))
        return FoundEnds::unseen(whoTells(device));
    if (const NetworkInterface *const interface = space.interface(device); interface && interface->kind == LinkKind::Geneve)
        return genevesRemote(space, *interface);
    FoundEnds own = endsOf(space, device, mac);
    if (own.isFound() && !mac.isZero()) {
        rejectDefaults(own, space, device);
        return own;
    }
    FoundEnds others = endsOf(space, device, MacAddress{});
    if (!others.isFound())
        others = deviceRemote(space, device);
    if (others.isFound())
        others.entry->isDefault = true;
    const bool whole = space.printed.of(HostTable::Forwarding) == Extent::Whole;
    const std::string ask(space.printed.ask(HostTable::Forwarding));
    if (others.isFound() && !whole)
        others.assumed.push_back({HostTable::Forwarding, ask});
    return others.isFound() || whole ? others : FoundEnds::unseen(ask);
}

Answer<IpAddress> tunnelRemote(const NetworkNamespace &space, const Route &route, const IpAddress &destination)
{
    const NetworkInterface *const interface = space.interface(route.interface);
    const Tunnel *const tunnel = interface && interface->tunnel ? &*interface->tunnel : nullptr;
    if (tunnel && tunnel->remote)
        return Answer<IpAddress>::found(*tunnel->remote, tunnel->remote.evidence());
    if (route.via || (tunnel && tunnel->detailed))
        return Answer<IpAddress>::found(nextHopOf(space, route, destination), route.evidence);
    return Answer<IpAddress>::unseen("ip -d link");
}

} // namespace vethscope::kernel
