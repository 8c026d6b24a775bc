#pragma once

#include "core/cluster/links.h"

#include <compare>
#include <cstdint>
#include <string>

namespace vethscope {

/// What an element of the drawing stands for. Numbers are places in the cluster that was drawn, or in its links.
struct Subject {
    enum class Kind : std::uint8_t {
        None,       // title, legend
        Node,       // node
        Interface,  // node, item: interface
        Pod,        // item: pod; node: the node it runs on
        MorePods,   // node: those that are not drawn one by one
        VethPair,   // node, item: interface on the node
        Routes,     // node, item: the interface that they lead through
        Tunnel,     // item: links.tunnels
        NextHop,    // item: links.nextHops
        BgpSession, // item: links.bgp
        Router,     // item: cluster.routers
        Subnet,     // item: cluster.subnets
        Unseen,     // node: has a route to where nobody has looked; item: cluster.subnets or `nobody32`
        Problem,    // item: cluster.problems; node: where it shows
        Switch,     // node: folds and unfolds it
    };

    Kind kind = Kind::None;
    std::uint32_t node = 0;
    std::uint32_t item = 0;

    friend auto operator<=>(const Subject &, const Subject &) = default;
};

inline constexpr std::uint32_t nobody32 = 0xFFFFFFFF;

/// A name that stays the same when facts are added: `interface:master/eth0`, `pod:default/tea-…`, `tunnel:master/flannel.1-node2`.
std::string identityOf(const Cluster &cluster, const ClusterLinks &links, const Subject &subject);

} // namespace vethscope
