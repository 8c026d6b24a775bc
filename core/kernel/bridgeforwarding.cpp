#include "core/kernel/bridgeforwarding.h"

#include "core/sentence/phrase.h"

#include <algorithm>

namespace vethscope::kernel {
namespace {

using FoundPath = Answer<BridgePath>;

bool isPort(const NetworkInterface &device, std::string_view bridge)
{
    return device.master && *device.master == bridge;
}

bool isDown(const NetworkInterface &port)
{
    return port.state && *port.state == LinkState::Down;
}

// The bridge's and its ports' own addresses: br_fdb_add_local.
const Known<MacAddress> *ownAddress(const NetworkNamespace &space, std::string_view bridge, const MacAddress &mac)
{
    for (const NetworkInterface &device : space.interfaces)
        if ((device.name == bridge || isPort(device, bridge)) && device.mac && *device.mac == mac)
            return &device.mac;
    return nullptr;
}

const ForwardingEntry *entryOf(const NetworkNamespace &space, std::string_view bridge, const BridgedFrame &frame)
{
    const auto isIt = [&](const ForwardingEntry &entry) {
        const bool sameVlan = !entry.vlan || !frame.vlan || *entry.vlan == *frame.vlan;
        return entry.master == bridge && entry.mac == frame.destination && sameVlan;
    };
    const auto found = std::ranges::find_if(space.forwarding, isIt);
    return found == space.forwarding.end() ? nullptr : &*found;
}

FoundPath toPort(const NetworkNamespace &space, const ForwardingEntry &entry, const BridgedFrame &frame)
{
    const NetworkInterface *const port = space.interface(entry.interface);
    if (entry.interface != frame.port)
        return FoundPath::found({BridgePath::Where::Port, {entry.interface}}, entry.evidence);
    if (!port || !port->hairpin)
        return FoundPath::unseen("bridge -d link");
    const BridgePath path = *port->hairpin ? BridgePath{BridgePath::Where::Port, {entry.interface}} : BridgePath{BridgePath::Where::HairpinOff, {}};
    return FoundPath::found(path, EvidenceList{entry.evidence, port->hairpin.evidence()});
}

FoundPath toAll(const NetworkNamespace &space, std::string_view bridge, const BridgedFrame &frame)
{
    FoundPath answer = FoundPath::found({BridgePath::Where::Flood, {}}, EvidenceList{});
    for (const NetworkInterface &device : space.interfaces) {
        if (!isPort(device, bridge))
            continue;
        if (isDown(device))
            answer.rejected.push_back({device.state.evidence(), Phrase::of("port is down")});
        else if (device.name == frame.port && !device.hairpin.value_or(false))
            answer.rejected.push_back({device.master.evidence(), Phrase::of("where it came from")});
        else
            answer.entry->ports.push_back(device.name);
        if (device.master.evidence().source)
            answer.evidence.push_back(device.master.evidence());
    }
    return answer;
}

} // namespace

Answer<BridgePath> bridgePath(const NetworkNamespace &space, std::string_view bridge, const BridgedFrame &frame)
{
    if (frame.destination.isGroup())
        return toAll(space, bridge, frame);
    if (const auto *const own = ownAddress(space, bridge, frame.destination))
        return FoundPath::found({BridgePath::Where::Itself, {}}, own->evidence());
    if (const ForwardingEntry *const entry = entryOf(space, bridge, frame)) {
        if (entry->permanent)
            return FoundPath::found({BridgePath::Where::Itself, {}}, entry->evidence);
        return toPort(space, *entry, frame);
    }
    if (space.printed.of(HostTable::Forwarding) != Extent::Whole)
        return FoundPath::unseen(space.printed.ask(HostTable::Forwarding));
    return toAll(space, bridge, frame);
}

} // namespace vethscope::kernel
