#pragma once

#include "core/cluster/interfaces.h"

namespace vethscope {

/// The routes of one namespace, each once, in the order in which they were first printed. `route -n` (net-tools) adds those only that
/// `ip route` did not show, and has no word for `onlink`: it is set where the gateway could not be reached without.
std::vector<ClusterRoute> joinRoutes(const HostList &hosts, const std::vector<JoinedInterface> &interfaces);

/// The neighbours of one namespace, each once. A name that `arp -v` prints gets its address when a route explains it: `gateway` is
/// the default route's. Two MAC addresses for one neighbour are a problem.
std::vector<ClusterNeighbour> joinNeighbours(const HostList &hosts, const std::vector<ClusterRoute> &routes, const std::string &owner,
                                             std::vector<Problem> &problems);

/// The forwarding entries of one namespace, each once. Ports that `brctl showmacs` numbers get their names.
std::vector<ClusterFdbEntry> joinForwarding(const HostList &hosts, const std::vector<JoinedInterface> &interfaces);

} // namespace vethscope
