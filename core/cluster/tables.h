#pragma once

#include "core/cluster/interfaces.h"

namespace vethscope {

class HostNames;

/// The routes of one namespace, each once, in the order in which they were first printed. `route -n` (net-tools) adds those only that
/// `ip route` did not show, and has no word for `onlink`: it is set where the gateway could not be reached without.
/// A next hop that was printed as a name gets its address where another command tells it, `_gateway` that of the default route; one
/// that nobody tells keeps its name, and stands once beside the same route with an address.
std::vector<Route> joinRoutes(const HostList &hosts, const std::vector<JoinedInterface> &interfaces, const HostNames &names);

/// The neighbours of one namespace, each once. A name that `arp -v` prints gets its address when a route explains it, `gateway`
/// is the only default next hop on that device, or when another command tells. Two MAC addresses for one neighbour are a problem.
std::vector<Neighbour> joinNeighbours(const HostList &hosts, const std::vector<Route> &routes, const HostNames &names,
                                             const std::string &owner, std::vector<Problem> &problems);

/// The forwarding entries of one namespace, each once. Ports that `brctl showmacs` numbers get their names.
std::vector<ForwardingEntry> joinForwarding(const HostList &hosts, const std::vector<JoinedInterface> &interfaces);

/// What needs no joining: policy rules, each once, by priority; firewall rules, of several prints of a table the last; settings as the
/// last line has them; answers of `ip route get`, connections, listeners and resolvers as they were printed.
void joinToldTables(NetworkNamespace &net, const HostList &hosts);

} // namespace vethscope
