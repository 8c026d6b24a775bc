#include "core/kernel/impliedroutes.h"
#include "core/kernel/table.h"
#include "core/kernel/tablename.h"

#include <algorithm>

#include <fmt/format.h>

namespace vethscope::kernel {
namespace {

bool isOf(const Route &route, std::string_view table, bool v6)
{
    return route.to.address.isV6() == v6 && tableName(route.table) == table;
}

// Every kernel has a local route for its loopback address: who printed it printed the table as it is.
bool showsLoopback(const NetworkNamespace &space, bool v6)
{
    return std::ranges::any_of(space.routes, [&](const Route &route) { return isOf(route, "local", v6) && route.to.address.isLoopback(); });
}

bool isWhole(const NetworkNamespace &space, std::string_view table, bool v6)
{
    if (table == "main")
        return space.printed.of(HostTable::Routes, v6) == Extent::Whole;
    if (table == "local")
        return showsLoopback(space, v6);
    // The kernel's own is empty until somebody uses it. Of other tables a host prints all or nothing.
    return table == "default" || std::ranges::any_of(space.routes, [&](const Route &route) { return isOf(route, table, v6); });
}

std::string askFor(const NetworkNamespace &space, std::string_view table, bool v6)
{
    if (table == "local")
        return std::string(space.printed.ask(HostTable::Addresses, v6));
    if (table == "main")
        return std::string(space.printed.ask(HostTable::Routes, v6));
    return fmt::format("ip {}route show table {}", v6 ? "-6 " : "", table);
}

void addImplied(TableRoutes &table, std::vector<Route> implied)
{
    for (Route &route : implied) {
        const auto isSame = [&](const Route &other) { return other.to.network() == route.to.network() && other.interface == route.interface; };
        if (std::ranges::none_of(table.routes, isSame))
            table.routes.push_back(std::move(route));
    }
}

} // namespace

TableRoutes routesOf(const NetworkNamespace &space, std::string_view table, const IpAddress &destination)
{
    const bool v6 = destination.isV6();
    TableRoutes found;
    for (const Route &route : space.routes)
        if (isOf(route, table, v6) && route.to.contains(destination))
            found.routes.push_back(route);
    found.whole = isWhole(space, table, v6);
    if (!found.whole) {
        addImplied(found, impliedRoutes(space, table, destination));
        // Addresses tell all of local but what somebody added to it by hand.
        found.whole = table == "local" && space.printed.of(HostTable::Addresses, v6) == Extent::Whole;
    }
    if (!found.whole)
        found.ask = askFor(space, table, v6);
    return found;
}

} // namespace vethscope::kernel
