#include "core/kernel/natsource.h"

#include "core/kernel/sourceaddress.h"

#include <algorithm>

namespace vethscope::kernel {

Answer<IpAddress> masqueradeSource(const NetworkNamespace &space, const Packet &packet, const Crossing &crossing)
{
    Route way; // of no scope: RT_SCOPE_UNIVERSE
    way.interface = crossing.outInterface;
    way.via = crossing.nextHop.value_or(packet.destination);
    return sourceAddress(space, way, packet.destination);
}

Answer<IpAddress> redirectDestination(const NetworkNamespace &space, const Packet &packet)
{
    using Found = Answer<IpAddress>;
    const bool v6 = packet.isV6();
    if (!packet.isForwarded())
        return Found::found(v6 ? *IpAddress::parse("::1") : IpAddress::v4(0x7f000001), EvidenceList{});
    const NetworkInterface *const device = space.interface(packet.inInterface);
    if (device)
        for (const InterfaceAddress &address : device->addresses)
            if (address.address.isV6() == v6 && !(v6 && address.address.isLinkLocal() && !packet.destination.isLinkLocal()))
                return Found::found(address.address, address.evidence);
    if (space.printed.of(HostTable::Addresses, v6) == Extent::Whole)
        return Found::none();
    return Found::unseen(space.printed.ask(HostTable::Addresses, v6));
}

} // namespace vethscope::kernel
