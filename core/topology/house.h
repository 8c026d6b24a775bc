#pragma once

#include "core/cluster/links.h"

#include <vector>

// What stands inside a node's house, storey by storey, before anything has a size.

namespace vethscope {

/// A veth and the pod at its other end, or only the one of the two that is known.
struct PodAndVeth {
    std::size_t pod = nobody;       // place among the cluster's pods
    std::size_t interface = nobody; // place among the node's interfaces
};

/// What pods hang on.
struct Hub {
    enum class Kind : std::uint8_t {
        Bridge,  // cni0
        Routing, // no bridge: the kernel routes between the veths (Calico)
        Unseen,  // nobody has shown which bridge
    };
    Kind kind = Kind::Bridge;
    std::size_t interface = nobody; // the bridge's
    std::vector<PodAndVeth> pods;
};

/// How packets come to an uplink: through a tunnel device, or straight.
struct Way {
    std::size_t tunnel = nobody;
    std::vector<std::size_t> routes; // places among the node's routes that lead this way
};

struct Uplink {
    std::size_t interface = nobody;
    std::vector<Way> ways;
    std::vector<std::size_t> defaultRoutes;
};

struct House {
    std::size_t node = 0;
    std::vector<Hub> hubs;
    std::vector<Uplink> uplinks;
    std::vector<std::size_t> looseTunnels; // tunnel devices of a node whose uplink nobody has seen
    std::vector<std::size_t> idle;         // bridges without ports, dummies: drawn aside
    std::vector<std::size_t> hostPods;     // pods in the node's own network
    bool hasTunnel = false;

    std::size_t podCount() const;
};

/// One for each node of the cluster, in its order.
std::vector<House> housesOf(const Cluster &cluster);

} // namespace vethscope
