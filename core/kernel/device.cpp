#include "core/kernel/device.h"

namespace vethscope::kernel {

Answer<const NetworkInterface *> device(const NetworkNamespace &space, std::string_view name)
{
    using Found = Answer<const NetworkInterface *>;
    if (const NetworkInterface *const found = space.interface(name))
        return Found::found(found, found->evidence);
    if (space.printed.of(HostTable::Interfaces) == Extent::Whole)
        return Found::none();
    return Found::unseen(space.printed.ask(HostTable::Interfaces));
}

Answer<bool> carries(const NetworkNamespace &space, std::string_view name)
{
    const auto found = device(space, name);
    if (found.isNone())
        return Answer<bool>::none();
    if (!found.isFound() || !(*found)->state)
        return Answer<bool>::unseen("ip -d link");
    const Known<LinkState> &state = (*found)->state;
    return Answer<bool>::found(*state == LinkState::Up, state.evidence());
}

std::optional<bool> asksNeighbours(const NetworkInterface &device)
{
    switch (device.kind) {
    case LinkKind::Ipip:
    case LinkKind::Tun:
    case LinkKind::Wireguard:
    case LinkKind::Loopback: return false;
    case LinkKind::Unknown:
    case LinkKind::Gre: // gretap asks, gre does not: the link type tells
        if (device.hardware.empty())
            return std::nullopt;
        return device.hardware == "ether";
    default: return true;
    }
}

} // namespace vethscope::kernel
