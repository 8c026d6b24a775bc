#pragma once

#include "core/cluster/interfaces.h"
#include "core/cluster/machinenames.h"
#include "core/address/prefixtable.h"

#include <map>
#include <string>
#include <vector>

namespace vethscope {

/// What the joins know of a node beside the node itself. Machines stand in the order of Cluster::nodes.
struct Machine {
    HostList hosts;                                    // its own commands; none for a ghost
    std::vector<const KubernetesNodeFact *> kubernetes;
    std::vector<JoinedInterface> interfaces;           // the node's, until the joins are done
    std::map<std::string, std::size_t> byName;         // places in `interfaces`
    std::map<std::uint32_t, std::size_t> byIndex;

    void indexInterfaces();
    JoinedInterface *interface(const std::string &name);
    JoinedInterface *interface(std::uint32_t ifindex);
    const JoinedInterface *interface(const std::string &name) const;
};

/// What the joins know of a pod beside the pod itself. In the order of Cluster::pods.
struct PodParts {
    HostList inside;                         // commands run in it
    std::vector<JoinedInterface> interfaces; // what they showed
    std::vector<std::string> namespaces;     // names that its network namespace goes by
    bool ended = false;                      // its addresses may be somebody else's by now
    bool absorbed = false;                   // turned out to be another one: dropped at the end
};

/// A cluster while it comes to be. Each join is one function in a file of its own; clusterOf() calls them in their order.
struct Joining {
    const Facts &facts;
    MachineNames names{facts};
    Cluster cluster{};
    std::vector<Machine> machines{};
    std::vector<PodParts> podParts{};
    std::map<std::string, std::size_t> machineKeys{};     // MachineNames::keyOf → the node's place
    std::map<IpAddress, std::size_t> addressOwners{};     // the underlay's addresses → the node's place

    /// The node that goes by this name, or nothing.
    std::optional<std::size_t> machine(const std::string &name) const;
    std::optional<std::size_t> ownerOf(const IpAddress &address) const;
    std::size_t addMachine(const std::string &name);
    std::size_t addPod(const std::string &podNamespace, const std::string &name);
};

/// Nodes: the hosts that told something, and those that Kubernetes lists; which of them are the same, by name or address.
void joinMachines(Joining &joining);
/// Pods from `kubectl`, and from commands run inside them; what those showed.
void joinPods(Joining &joining);
/// A node's veths whose other end's namespace it names or numbers, and the pods in those. Adds pods that nothing else tells of.
void pairByNamespace(Joining &joining);
/// Which node a pod runs on.
void locatePods(Joining &joining);
/// A pod's end and its node's end of one veth, by the index that each has of the other.
void pairByIndex(Joining &joining);
/// The same with nothing run inside the pod: by its address's host route, or neighbour entry and bridge port. Adds pods that only
/// these entries tell of.
void pairByTables(Joining &joining);
/// The ends of a veth that both stay on the node.
void pairWithinNodes(Joining &joining);
/// Services with their endpoints; the namespaces of the pods behind them.
void joinServices(Joining &joining);
/// BGP sessions, each once, and what the peer is to the node.
void joinBgp(Joining &joining);
/// Nodes that others only speak of.
void addGhosts(Joining &joining);
/// The pod network that each node is part of.
void judgeNetworks(Joining &joining);
/// Subnets that the nodes stand in, and the routers between them.
void joinUnderlay(Joining &joining);
/// How much of each table was printed, on nodes and in pods.
void judgePrints(Joining &joining);
/// What contradicts itself between kinds of commands.
void compareListings(Joining &joining);

/// Addresses that several machines have, indexes that two devices of one have, next hops that are the own machine.
void reportDuplicates(Joining &joining);

/// Joins a veth of a node with an interface of a pod; `inside` is null when nothing shows that one. That it is joined with
/// another pod already is a problem, and leaves it so.
void pairVeth(Joining &joining, std::size_t machine, JoinedInterface &veth, std::size_t pod, JoinedInterface *inside, const EvidenceList &why);
/// Fills in what pairs mean for the names on both ends, once all pods have theirs.
void namePeers(Joining &joining);

} // namespace vethscope
