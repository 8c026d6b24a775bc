#include "core/kernel/impliedroutes.h"

#include <algorithm>

namespace vethscope::kernel {
namespace {

// In which routes of one address are collected that hold the destination.
class Around
{
public:
    Around(const NetworkInterface &device, const InterfaceAddress &address, const IpAddress &destination, std::vector<Route> &routes)
        : m_device(device), m_address(address), m_destination(destination), m_routes(routes)
    {
    }

    void add(std::string_view type, const IpPrefix &to, std::string_view scope, std::optional<std::uint32_t> metric = {})
    {
        if (!to.contains(m_destination))
            return;
        Route route;
        route.type = type;
        route.to = to;
        route.interface = m_device.name;
        route.protocol = "kernel";
        route.table = type == "unicast" ? "" : "local";
        route.scope = scope;
        route.metric = metric;
        if (to.address.isV4())
            route.source = m_address.address;
        route.evidence = m_address.evidence;
        m_routes.push_back(std::move(route));
    }

private:
    const NetworkInterface &m_device;
    const InterfaceAddress &m_address;
    const IpAddress &m_destination;
    std::vector<Route> &m_routes;
};

IpPrefix host(const IpAddress &address)
{
    return {address, address.width()};
}

// The last address of a network.
IpAddress broadcastOf(const IpPrefix &network)
{
    const auto bytes = network.network().address.bytes();
    std::uint32_t address = 0;
    for (std::size_t i = 0; i < 4; ++i)
        address = address << 8 | bytes[i];
    return IpAddress::v4(address | (0xffffffffU >> network.length));
}

void addLocal(Around &around, const InterfaceAddress &address, bool first)
{
    around.add("local", host(address.address), "host");
    if (address.address.isV6())
        return around.add("multicast", {*IpAddress::parse("ff00::"), 8}, "global", 256);
    if (first && address.address.isLoopback() && address.length < 32)
        around.add("local", address.network(), "host");
    if (first && address.length > 0 && address.length < 31)
        around.add("broadcast", host(broadcastOf(address)), "link");
}

void addNetwork(Around &around, const InterfaceAddress &address, bool first)
{
    if (address.isHost() || address.address.isLoopback())
        return;
    if (address.address.isV6())
        around.add("unicast", address.network(), "global", 256);
    else if (first)
        around.add("unicast", address.network(), "link");
}

} // namespace

std::vector<Route> impliedRoutes(const NetworkNamespace &space, std::string_view table, const IpAddress &destination)
{
    std::vector<Route> routes;
    for (const NetworkInterface &device : space.interfaces) {
        for (const InterfaceAddress &address : device.addresses) {
            Around around(device, address, destination, routes);
            const bool first = !isSecondary(device, address);
            if (table == "local")
                addLocal(around, address, first);
            if (table == "main")
                addNetwork(around, address, first);
        }
    }
    return routes;
}

bool isSecondary(const NetworkInterface &device, const InterfaceAddress &address)
{
    if (address.address.isV6())
        return false;
    const auto isBefore = [&](const InterfaceAddress &other) {
        return &other < &address && other.length == address.length && other.contains(address.address);
    };
    return std::ranges::any_of(device.addresses, isBefore);
}

} // namespace vethscope::kernel
