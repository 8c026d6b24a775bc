#pragma once

#include "core/cluster/networkinterface.h"
#include "core/cluster/neighbour.h"
#include "core/cluster/printed.h"
#include "core/cluster/route.h"

#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace vethscope {

/// One network stack of a kernel, as far as commands told of it: a node's own, a pod's, or that of a router whose output was pasted. What
/// a table does not have is none only where it was printed whole; `printed` says so.
struct NetworkNamespace {
    std::vector<NetworkInterface> interfaces; // by index, then name
    std::vector<RuleFact> rules;       // by family and priority; the kernel's own three are not among them where nobody printed them
    std::vector<Route> routes;         // of all tables, in the order they were printed
    std::vector<Neighbour> neighbours;
    std::vector<ForwardingEntry> forwarding;
    std::vector<FirewallRuleFact> firewall; // in the order of their chains
    std::vector<FirewallChainFact> firewallChains;
    std::vector<FirewallSetFact> firewallSets;
    std::vector<ConntrackFact> connections;
    std::map<std::string, Known<std::string>, std::less<>> settings; // net.ipv4.ip_forward → 1, as the last line has it
    std::vector<ListenerFact> listeners;
    std::vector<ResolverFact> resolvers;
    std::vector<RouteAnswerFact> answers; // of `ip route get`
    Printed printed;

    /// Null where no command told of such a device.
    const NetworkInterface *interface(std::string_view name) const;
    const NetworkInterface *interface(std::uint32_t ifindex) const;
    /// The first device that has an address; null where none has it.
    const NetworkInterface *owner(const IpAddress &address) const;
    /// What a setting is, or nothing: `net.ipv4.conf.eth0.rp_filter`.
    Known<std::string> setting(std::string_view name) const;
};

} // namespace vethscope
