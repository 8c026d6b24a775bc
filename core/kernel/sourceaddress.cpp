#include "core/kernel/sourceaddress.h"

#include "core/kernel/impliedroutes.h"
#include "core/kernel/sourceaddress6.h"

namespace vethscope::kernel {
namespace {

// include/uapi/linux/rtnetlink.h, rt_scope_t: the greater, the narrower.
int scopeOf(std::string_view name)
{
    return name == "host" ? 254 : name == "link" ? 253 : name == "site" ? 200 : 0;
}

// net-tools print none: one of 127.0.0.0/8 is the machine's own matter (net/ipv4/devinet.c inet_set_ifa).
int scopeOf(const InterfaceAddress &address)
{
    return address.scope.empty() && address.address.isLoopback() ? scopeOf("host") : scopeOf(address.scope);
}

// net-tools and busybox print none: a route without a next hop is one to its link.
int scopeOf(const Route &route)
{
    if (route.scope.empty() && !route.saysProtocol)
        return route.hasNextHop() ? 0 : 253;
    return scopeOf(route.scope);
}

const InterfaceAddress *onDevice(const NetworkInterface &device, int scope, const std::optional<IpAddress> &nextHop)
{
    const InterfaceAddress *first = nullptr;
    for (const InterfaceAddress &address : device.addresses) {
        if (address.address.isV6() || scopeOf(address) > scope || isSecondary(device, address))
            continue;
        if (!nextHop || address.contains(*nextHop))
            return &address;
        first = first ? first : &address;
    }
    return first;
}

const InterfaceAddress *onAnyDevice(const NetworkNamespace &space, int scope)
{
    for (const NetworkInterface &device : space.interfaces) {
        for (const InterfaceAddress &address : device.addresses) {
            const int own = scopeOf(address);
            if (address.address.isV4() && own != scopeOf("link") && own <= scope && !isSecondary(device, address))
                return &address;
        }
    }
    return nullptr;
}

Answer<IpAddress> source4(const NetworkNamespace &space, const Route &route)
{
    using Found = Answer<IpAddress>;
    const int scope = scopeOf(route);
    const std::optional<IpAddress> nextHop = route.via && route.via->isV4() ? route.via : std::nullopt;
    const NetworkInterface *const device = space.interface(route.interface);
    if (const InterfaceAddress *const own = device ? onDevice(*device, scope, nextHop) : nullptr)
        return Found::found(own->address, own->evidence);
    if (space.printed.of(HostTable::Addresses, false) != Extent::Whole)
        return Found::unseen(space.printed.ask(HostTable::Addresses, false));
    const InterfaceAddress *const other = onAnyDevice(space, scope);
    return other ? Found::found(other->address, other->evidence) : Found::none();
}

} // namespace

Answer<IpAddress> sourceAddress(const NetworkNamespace &space, const Route &route, const IpAddress &destination)
{
    if (route.source)
        return Answer<IpAddress>::found(*route.source, route.evidence);
    return destination.isV6() ? source6(space, route, destination) : source4(space, route);
}

} // namespace vethscope::kernel
