#pragma once

#include "core/facts/facts.h"

namespace vethscope {

/// Calls visit(list of `one`, the same list of `other`) for each list of facts that a host tells, in the order of facts.h. Which tables
/// its commands printed, and what shows that it exists, are no facts of it.
template <typename One, typename Other, typename Visit>
void forEachFactList(One &one, Other &other, Visit visit)
{
    visit(one.links, other.links);
    visit(one.addresses, other.addresses);
    visit(one.routes, other.routes);
    visit(one.rules, other.rules);
    visit(one.answers, other.answers);
    visit(one.neighbours, other.neighbours);
    visit(one.fdb, other.fdb);
    visit(one.bridgePorts, other.bridgePorts);
    visit(one.bridges, other.bridges);
    visit(one.namespaces, other.namespaces);
    visit(one.indexes, other.indexes);
    visit(one.settings, other.settings);
    visit(one.firewall, other.firewall);
    visit(one.firewallChains, other.firewallChains);
    visit(one.firewallSets, other.firewallSets);
    visit(one.listeners, other.listeners);
    visit(one.connections, other.connections);
    visit(one.resolvers, other.resolvers);
    visit(one.bgpSessions, other.bgpSessions);
    visit(one.bgpRoutes, other.bgpRoutes);
}

} // namespace vethscope
