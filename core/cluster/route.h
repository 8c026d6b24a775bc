#pragma once

#include "core/facts/facts.h"

#include <optional>
#include <string>

namespace vethscope {

/// One next hop of one route; a route with several stands several times, each with its weight.
struct Route {
    std::string type;
    IpPrefix to;
    std::optional<IpAddress> via;
    std::string viaName; // as printed where a name or a masked address stands for one that nothing tells: _gateway, x.x.x.1
    std::string interface;
    bool onlink = false;
    bool dead = false;    // the kernel does not take it: its device is down, or without carrier where ignore_routes_with_linkdown is set
    std::string protocol; // empty where no command says it
    std::string table;    // empty: main
    std::optional<IpAddress> source;
    std::optional<std::uint32_t> metric;
    std::uint8_t tos = 0;
    std::string scope;    // link, host, global; empty where no command says it
    std::optional<std::uint32_t> mtu;
    std::optional<std::uint32_t> weight; // of one next hop among several
    bool saysProtocol = true;            // net-tools print neither protocol nor source, scope or MTU
    Evidence evidence;

    /// Whether there is a next hop, known by its address or not.
    bool hasNextHop() const { return via || !viaName.empty(); }
};

/// What one line told; the table main has no name, and `*` of net-tools is no interface.
Route routeOf(const RouteFact &fact);

} // namespace vethscope
