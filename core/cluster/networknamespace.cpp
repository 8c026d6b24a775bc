#include "core/cluster/networknamespace.h"

#include <algorithm>

namespace vethscope {

const InterfaceAddress *NetworkInterface::own(const IpAddress &address) const
{
    const auto found = std::ranges::find_if(addresses, [&](const InterfaceAddress &one) { return one.address == address; });
    return found == addresses.end() ? nullptr : &*found;
}

const NetworkInterface *NetworkNamespace::interface(std::string_view name) const
{
    const auto found = std::ranges::find(interfaces, name, &NetworkInterface::name);
    return found == interfaces.end() ? nullptr : &*found;
}

const NetworkInterface *NetworkNamespace::interface(std::uint32_t ifindex) const
{
    const auto found = std::ranges::find_if(interfaces, [&](const NetworkInterface &one) { return one.ifindex == ifindex; });
    return found == interfaces.end() ? nullptr : &*found;
}

const NetworkInterface *NetworkNamespace::owner(const IpAddress &address) const
{
    const auto found = std::ranges::find_if(interfaces, [&](const NetworkInterface &one) { return one.own(address) != nullptr; });
    return found == interfaces.end() ? nullptr : &*found;
}

Known<std::string> NetworkNamespace::setting(std::string_view name) const
{
    const auto found = settings.find(name);
    return found == settings.end() ? Known<std::string>() : found->second;
}

} // namespace vethscope
