#pragma once

#include "core/cluster/networknamespace.h"
#include "core/facts/facts.h"
#include "core/sentence/sentence.h"

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

// The cluster as the kernels have wired it: facts joined into one graph. Every join carries the lines that it believes;
// what contradicts itself is kept as a problem. The shape is that of `vethscope-cli topology` (JSON), plus what a drawing needs.

namespace vethscope {

enum class Network : std::uint8_t { Unknown, FlannelVxlan, FlannelUdp, FlannelHostGw, CalicoIpip, CalicoBgp,
                                     FlannelWireguard, FlannelIpip, CalicoVxlan, KubeRouter, CiliumVxlan, CiliumGeneve, CiliumNative, Weave };

/// `flannel-vxlan` and so on, as the contract has it.
std::string_view nameOf(Network network);
/// Whether Calico carries the pods' packets.
bool isCalico(Network network);
std::string_view nameOf(LinkKind kind);
/// Whether the kind is that of a device that puts a header around packets.
bool isTunnel(LinkKind kind);
std::string_view nameOf(LinkState state);

struct BgpSession {
    IpAddress peer;
    std::optional<std::uint32_t> asn;
    std::string state; // established, or what it is instead
    std::string kind;  // mesh, route-reflector, client, global
    std::string info;
    std::string peerNode; // the node that has this address, or empty
    Evidence evidence;
};

struct ClusterNode {
    std::string name;
    bool ghost = false; // only spoken of: no command of its own was seen
    std::string roles;  // control-plane; several with a comma between; empty for none
    bool rolesTold = false; // by Kubernetes: what is empty is none
    std::vector<Said<IpAddress>> addresses; // in the underlay, also of a ghost
    NetworkNamespace net;              // its own, in which host-network pods live too
    Network network = Network::Unknown;
    EvidenceList networkEvidence; // why it is this network
    std::vector<BgpSession> bgp;
    EvidenceList evidence;
};

struct ClusterPod {
    std::string podNamespace; // `default` when no command says another; empty for a pod without a name
    std::string name;         // empty for a pod that is known by its address or MAC alone
    std::string node;         // empty where not known
    std::vector<Said<IpAddress>> addresses;
    Known<MacAddress> mac;
    std::string interface;     // inside the pod
    Known<std::uint32_t> ifindex;
    std::string hostInterface; // its veth on the node, or empty
    std::string bridge;
    Known<std::uint32_t> mtu;
    std::string status;        // as kubectl has it: Running
    bool hostNetwork = false;  // lives in its node's own namespace
    bool ghost = false;        // inferred from neighbour, forwarding or route entries: nobody listed it
    NetworkNamespace net;      // what commands inside it showed; of a pod in its node's network `printed` is the node's
    EvidenceList evidence;

    /// NAMESPACE/NAME; of a pod without a name its address, or else its MAC.
    std::string fullName() const;
};

struct ClusterService {
    std::string serviceNamespace;
    std::string name;
    std::vector<IpAddress> addresses;
    std::vector<ServicePort> ports;
    std::vector<EndpointFact> endpoints;
    bool listed = false;        // itself, not only what is behind it
    bool saysPortNames = false; // what has no name has none
    Evidence evidence;
};

/// A router or gateway that only nodes speak of, by the MAC that answers for it.
struct UnderlayRouter {
    std::vector<Said<IpAddress>> addresses; // its side in each subnet
    std::vector<Said<MacAddress>> macs;
    EvidenceList evidence;
};

/// One subnet of the underlay, and who stands in it.
struct UnderlaySubnet {
    struct Member {
        std::string node;
        std::string interface;
    };
    IpPrefix network;
    std::vector<Member> members;
    std::vector<std::size_t> routers; // places in Cluster::routers
};

enum class ProblemSeverity : std::uint8_t { Note, Warning, Error };

struct Problem {
    ProblemSeverity severity = ProblemSeverity::Note;
    Sentence message;
    EvidenceList evidence;
};

std::string_view nameOf(ProblemSeverity severity);

/// Nodes and pods in a steady order: nodes as their first command was read, ghosts behind them; interfaces by index, then name.
struct Cluster {
    std::vector<ClusterNode> nodes;
    std::vector<ClusterPod> pods;
    std::vector<ClusterService> services;
    std::vector<UnderlaySubnet> subnets;
    std::vector<UnderlayRouter> routers;
    std::vector<Problem> problems;

    const ClusterNode *node(std::string_view name) const;
    const ClusterPod *pod(std::string_view fullName) const;
};

/// Joins facts. Deterministic; invents nothing.
Cluster clusterOf(const Facts &facts);

} // namespace vethscope
