#include "core/cluster/hostnames.h"
#include "core/cluster/tables.h"
#include "core/cluster/told.h"

#include <algorithm>
#include <map>
#include <tuple>

namespace vethscope {

Route routeOf(const RouteFact &fact)
{
    Route route;
    route.type = fact.type;
    route.to = fact.to.network();
    route.via = fact.via;
    route.viaName = fact.via ? std::string() : fact.viaName;
    route.interface = fact.interface == "*" ? std::string() : fact.interface;
    route.onlink = fact.onlink;
    route.protocol = fact.protocol;
    route.table = fact.table == "main" || fact.table == "254" ? std::string() : fact.table;
    route.source = fact.source;
    route.metric = fact.metric;
    route.tos = fact.tos;
    route.dead = fact.dead;
    route.scope = fact.scope;
    route.mtu = fact.mtu;
    route.weight = fact.weight;
    route.saysProtocol = fact.saysProtocol;
    route.evidence = fact.evidence;
    return route;
}

namespace {

// The kernel keeps one route for these; metric 0 is none.
auto keyOf(const Route &route)
{
    return std::tuple(route.table, route.to, route.type, route.via, route.viaName, route.interface, route.metric.value_or(0), route.tos);
}

class Routes
{
public:
    explicit Routes(const HostNames &names) : m_names(names) {}

    void addIproute2(const HostFacts &host)
    {
        for (const RouteFact &fact : host.routes)
            if (fact.saysProtocol)
                addOrKeep(routeOf(fact));
    }

    void addNetTools(const HostFacts &host, const std::vector<JoinedInterface> &interfaces)
    {
        for (const RouteFact &fact : host.routes) {
            if (fact.saysProtocol)
                continue;
            Route route = routeOf(fact);
            resolve(route);
            if (route.viaName.empty() && isKnown(route))
                continue;
            route.onlink = needsOnlink(route, host, interfaces);
            addOrKeep(std::move(route));
        }
    }

    // Next hops of which only a name was printed: the same route with an address may stand somewhere else.
    void addNamed()
    {
        for (Route &route : m_named) {
            if (isGatewayName(route.viaName) && route.to.length > 0)
                if (const auto gateway = onlyDefault(route.interface)) {
                    route.via = gateway;
                    route.viaName.clear();
                }
            if (Route *same = withAddress(route))
                merge(*same, route);
            else
                add(std::move(route));
        }
    }

    std::vector<Route> take() { return std::move(m_routes); }

private:
    void add(Route route)
    {
        const auto [place, isNew] = m_places.try_emplace(keyOf(route), m_routes.size());
        if (isNew) {
            m_destinations[route.to].push_back(m_routes.size());
            m_routes.push_back(std::move(route));
            return;
        }
        merge(m_routes[place->second], route);
    }

    static void merge(Route &known, const Route &route)
    {
        if (route.saysProtocol) // net-tools' line says less
            known.evidence = plainer(known.evidence, route.evidence);
        known.onlink |= route.onlink;
        if (known.protocol.empty())
            known.protocol = route.protocol;
        if (!known.source)
            known.source = route.source;
        if (known.scope.empty())
            known.scope = route.scope;
        if (!known.mtu)
            known.mtu = route.mtu;
        if (!known.weight)
            known.weight = route.weight;
    }

    void addOrKeep(Route route)
    {
        resolve(route);
        if (route.viaName.empty())
            add(std::move(route));
        else
            m_named.push_back(std::move(route));
    }

    void resolve(Route &route) const
    {
        if (route.viaName.empty())
            return;
        route.via = m_names.addressOf(route.viaName);
        if (route.via)
            route.viaName.clear();
    }

    bool isKnown(const Route &route) const
    {
        const auto same = m_destinations.find(route.to);
        return same != m_destinations.end() && std::ranges::any_of(same->second, [&](std::size_t place) {
            return m_routes[place].via == route.via && m_routes[place].interface == route.interface;
        });
    }

    // The one route of these that has an address; nothing where several could be meant.
    Route *withAddress(const Route &named)
    {
        Route *found = nullptr;
        const auto same = m_destinations.find(named.to);
        for (const std::size_t place : same == m_destinations.end() ? std::vector<std::size_t>{} : same->second) {
            Route &route = m_routes[place];
            const bool metricsAgree = !route.metric || !named.metric || route.metric == named.metric;
            if (!route.via || route.interface != named.interface || route.table != named.table || !metricsAgree)
                continue;
            if (found)
                return nullptr;
            found = &route;
        }
        return found;
    }

    std::optional<IpAddress> onlyDefault(const std::string &interface) const
    {
        std::optional<IpAddress> only;
        for (const Route &route : m_routes) {
            if (route.to != IpPrefix{IpAddress::any(false), 0} || !route.via || route.interface != interface || !route.table.empty())
                continue;
            if (only && only != route.via)
                return std::nullopt;
            only = route.via;
        }
        return only;
    }

    // fib_check_nh (net/ipv4/fib_semantics.c): without onlink a gateway must lie in a network on the device itself.
    static bool needsOnlink(const Route &route, const HostFacts &host, const std::vector<JoinedInterface> &interfaces)
    {
        if (!route.via || route.interface.empty())
            return false;
        const auto isDevice = [&](const JoinedInterface &joined) { return joined.interface.name == route.interface; };
        const auto device = std::ranges::find_if(interfaces, isDevice);
        if (device == interfaces.end() || device->interface.addresses.empty())
            return false;
        const auto connected = [&](const RouteFact &other) {
            return !other.via && other.interface == route.interface && other.to.contains(*route.via);
        };
        return std::ranges::none_of(host.routes, connected)
            && std::ranges::none_of(device->interface.addresses, [&](const IpPrefix &own) { return own.contains(*route.via); });
    }

    const HostNames &m_names;
    std::vector<Route> m_routes;
    std::vector<Route> m_named; // wait for those with addresses
    std::map<decltype(keyOf(Route())), std::size_t> m_places;
    std::map<IpPrefix, std::vector<std::size_t>> m_destinations;
};

} // namespace

std::vector<Route> joinRoutes(const HostList &hosts, const std::vector<JoinedInterface> &interfaces, const HostNames &names)
{
    Routes routes(names);
    for (const HostFacts *host : hosts)
        routes.addIproute2(*host);
    for (const HostFacts *host : hosts)
        routes.addNetTools(*host, interfaces);
    routes.addNamed();
    return routes.take();
}

} // namespace vethscope
