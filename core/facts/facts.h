#pragma once

#include "core/address/address.h"
#include "core/facts/evidence.h"
#include "core/facts/firewall.h"
#include "core/facts/printed.h"

#include <array>
#include <cstdint>
#include <deque>
#include <map>
#include <optional>
#include <string>
#include <vector>

// What commands told, one struct a kind, each fact with the line it comes from. Nothing is joined here (core/cluster does
// that) and nothing guessed: what a command did not say is empty.

namespace vethscope {

enum class LinkKind : std::uint8_t {
    Unknown, Physical, Bridge, Veth, Vxlan, Ipip, Tun, Tap, Geneve, Gre, Wireguard, Vlan, Bond, Macvlan, Ipvlan, Dummy, Loopback,
};

/// The operational state (RFC 2863, as `ip link` prints it).
enum class LinkState : std::uint8_t { Unknown, Up, Down };

/// What `ip -d link` says of a tunnel device.
struct TunnelFact {
    std::optional<std::uint32_t> vni{};
    std::optional<std::uint16_t> port{};
    std::optional<IpAddress> local{};
    std::optional<IpAddress> remote{};
    std::string device{}; // the underlay's interface
    std::string timeToLive{}; // of what it sends, as printed: a number, `inherit` or `auto`; empty where not said
    bool learning = true;
    bool detailed = false;    // the line of `ip -d` that tells all of this: what is empty is none
};

/// One interface as one command shows it.
struct LinkFact {
    std::string name{};                         // without what stands behind @
    std::optional<std::uint32_t> ifindex{};
    std::optional<std::uint32_t> peerIfindex{}; // `@if17`
    std::string peerName{};                     // `@eth0`: an interface of the same namespace (VLANs), or a guess of iproute2
    std::optional<LinkKind> kind{};
    std::optional<MacAddress> mac{};
    std::optional<std::uint32_t> mtu{};
    std::optional<LinkState> state{};
    std::string master{};
    std::optional<std::int32_t> netnsId{};      // `link-netnsid 3`
    std::string netns{};                        // `link-netns NAME`
    std::optional<TunnelFact> tunnel{};
    std::string hardware{};                     // of `link/ether`: ether, none, ipip, loopback …; empty where not said
    bool pointToPoint = false;
    bool bondPort = false;                      // the flag SLAVE, `bond_slave`
    bool hairpin = false;
    Evidence evidence{};
};

struct InterfaceAddressFact {
    std::string interface{};
    IpPrefix address{};
    std::string scope{}; // global, link, host; empty where not said
    Evidence evidence{};
};

struct RouteFact {
    std::string type = "unicast"; // unicast, local, broadcast, blackhole, unreachable, prohibit …
    std::string table{};            // empty: main
    IpPrefix to{};
    std::optional<IpAddress> via{};
    std::string viaName{};          // the next hop as printed where it is no address: _gateway, router1, x.x.x.1
    std::string interface{};        // empty for a blackhole
    bool onlink = false;
    std::string protocol{};
    std::string scope{};
    std::optional<IpAddress> source{};
    std::optional<std::uint32_t> metric{};
    std::uint8_t tos = 0;
    std::optional<std::uint32_t> mtu{};
    std::optional<std::uint32_t> weight{}; // of one next hop among several
    bool dead = false;            // `dead`: the kernel does not take it. `linkdown` alone it does; where it ignores such ones it says both (fib_nexthop_info)
    bool saysProtocol = true;     // `route -n` cannot
    Evidence evidence{};
};

/// A rule of policy routing, as `ip rule` prints it.
struct RuleFact {
    std::uint32_t priority = 0;
    bool v6 = false;
    bool inverted = false;                  // `not`: holds of what the rest does not describe
    std::optional<IpPrefix> from{}, to{};   // nothing: all
    std::string inInterface{};              // iif; `lo` is what the machine itself sends
    std::string outInterface{};             // oif: the device that a socket is bound to
    std::optional<std::uint32_t> mark{};    // fwmark
    std::uint32_t markMask = 0xffffffff;
    std::optional<std::uint8_t> tos{};
    std::string protocol{};                 // ipproto: tcp, udp, icmp …
    std::string action = "lookup";          // lookup, goto, nop, blackhole, unreachable, prohibit
    std::string table{};                    // of lookup: main, local, default, a number or name
    std::optional<std::uint32_t> target{};  // of goto: the priority to go on with
    std::optional<std::uint32_t> suppressPrefixLength{}; // answers with no longer prefix than that count
    std::vector<std::string> unread{};      // what else it asks for: whether it holds is then not known
    std::string text{};                     // from all lookup main
    Evidence evidence{};
};

/// What `ip route get` answered: where one packet would go.
struct RouteAnswerFact {
    IpAddress to{};
    std::optional<IpAddress> from{}; // asked for, or printed as `from`
    std::string inInterface{};       // iif
    std::optional<std::uint32_t> mark{};
    RouteFact route{};               // type, next hop, device, table, source
    Evidence evidence{};
};

struct NeighbourFact {
    std::optional<IpAddress> ip{}; // `arp -v` may print a name instead
    std::string name{};            // "gateway"
    std::optional<MacAddress> mac{};
    std::string interface{};
    std::string state{};           // lower case as iproute2's: permanent, reachable, stale, failed, incomplete …; empty where not said
    Evidence evidence{};
};

struct FdbFact {
    MacAddress mac{};
    std::string interface{};
    std::optional<IpAddress> destination{}; // the remote VTEP
    std::string master{};                   // the bridge whose table it is
    std::optional<std::uint16_t> vlan{};
    bool permanent = false;               // the port's own address (`permanent`, `is local yes`)
    std::optional<std::uint32_t> portNumber{}; // `brctl showmacs` names ports by number
    Evidence evidence{};
};

/// A port of a bridge, from `brctl show`, `bridge link`.
struct BridgePortFact {
    std::string bridge{};
    std::string port{};
    std::optional<std::uint32_t> portNumber{};
    std::optional<bool> hairpin{};
    Evidence evidence{};
};

/// A network namespace: `ip netns`, with the id by which link-netnsid speaks of it.
struct NetnsFact {
    std::string name{};
    std::optional<std::int32_t> id{};
    Evidence evidence{};
};

/// A number or word that a host is set to: sysctl, flannel's subnet.env, uname, an ethtool offload.
/// Names are what the host calls them: `net.ipv4.ip_forward`, `FLANNEL_SUBNET`, `eth0 tx-checksum-ip-generic`.
struct SettingFact {
    std::string name{};
    std::string value{};
    Evidence evidence{};
};

/// `ethtool -S`'s peer_ifindex, `/sys/class/net/*/iflink` and `ifindex`.
struct InterfaceIndexFact {
    std::string interface{};
    std::optional<std::uint32_t> ifindex{};
    std::optional<std::uint32_t> peerIfindex{};
    Evidence evidence{};
};

/// A UDP or TCP port that somebody listens on.
struct ListenerFact {
    bool tcp = false;
    std::optional<IpAddress> address{};
    std::uint16_t port = 0;
    Evidence evidence{};
};

struct ConntrackFact {
    std::string protocol{};
    IpAddress source{}, destination{};
    std::uint16_t sourcePort = 0, destinationPort = 0;
    IpAddress replySource{}, replyDestination{};
    std::uint16_t replySourcePort = 0, replyDestinationPort = 0;
    bool unreplied = false; // `[UNREPLIED]`: nothing came back yet
    std::string zone{};     // `zone=1`: seen only by what is in that zone; empty: the common one
    Evidence evidence{};
};

struct ResolverFact {
    std::vector<IpAddress> servers{};
    std::vector<std::string> search{};
    std::optional<std::uint32_t> ndots{};
    Evidence evidence{};
};

struct BgpSessionFact {
    std::string name{};               // BIRD's protocol name, Mesh_172_27_16_10
    std::optional<IpAddress> peer{};
    std::optional<std::uint32_t> asn{}; // the peer's
    std::string state{};              // established, idle, connect, active, opensent, openconfirm, down …; lower case
    std::string kind{};               // mesh, route-reflector, client, global; empty where not said
    std::optional<IpAddress> local{};
    std::string info{};               // "Hold timer expired", "Connection refused"
    Evidence evidence{};
};

/// A route that BGP or its daemon knows, from `birdc show route`.
struct BgpRouteFact {
    IpPrefix to{};
    std::optional<IpAddress> via{};
    std::string interface{};
    std::string protocol{}; // the session it was learnt from
    bool best = false;
    std::vector<std::uint32_t> asPath{};
    std::optional<IpAddress> nextHop{}, originator{};
    std::vector<IpAddress> clusterList{};
    Evidence evidence{};
};

/// What one machine told of itself: a node, or the inside of a pod.
struct HostFacts {
    std::string node{};         // empty where no prompt, `hostname` or folder names it
    bool placed = false;        // the name is a file's or folder's: what Kubernetes calls the machine goes before
    std::string pod{};          // set inside a pod; a network namespace's name or a pod's
    std::string podNamespace{}; // Kubernetes' namespace, where said
    std::string container{};

    std::vector<LinkFact> links{};
    std::vector<InterfaceAddressFact> addresses{};
    std::vector<RouteFact> routes{};
    std::vector<RuleFact> rules{};
    std::vector<RouteAnswerFact> answers{};
    std::vector<NeighbourFact> neighbours{};
    std::vector<FdbFact> fdb{};
    std::vector<BridgePortFact> bridgePorts{};
    std::vector<SettingFact> bridges{}; // name: a bridge, value: its id; also one without ports
    std::vector<NetnsFact> namespaces{};
    std::vector<InterfaceIndexFact> indexes{};
    std::vector<SettingFact> settings{};
    std::vector<FirewallRuleFact> firewall{};
    std::vector<FirewallChainFact> firewallChains{};
    std::vector<FirewallSetFact> firewallSets{};
    std::vector<ListenerFact> listeners{};
    std::vector<ConntrackFact> connections{};
    std::vector<ResolverFact> resolvers{};
    std::vector<BgpSessionFact> bgpSessions{};
    std::vector<BgpRouteFact> bgpRoutes{};
    std::vector<PrintedFact> printed{}; // which tables commands showed
    /// Whether it is known by nothing but commands that printed nothing: no sign of a machine.
    bool isMute() const { return seen.empty() && !printed.empty(); }

    EvidenceList seen{};        // prompts and commands that show that this machine exists
};

/// A pod as the API server or the container runtime tells of it.
struct PodFact {
    std::string podNamespace{}; // empty where not said
    std::string name{};
    std::string node{};
    std::vector<IpAddress> addresses{};
    std::optional<IpAddress> hostAddress{};
    bool hostNetwork = false;
    std::string status{};
    std::string networkNamespace{}; // crictl: its path or name
    Evidence evidence{};
};

struct KubernetesNodeFact {
    std::string name{};
    std::vector<IpAddress> internalAddresses{};
    std::vector<IpPrefix> podCidrs{};
    std::string roles{}; // control-plane
    std::optional<MacAddress> vtepMac{};      // flannel.alpha.coreos.com/backend-data
    std::optional<std::uint32_t> vtepVni{};
    std::string flannelBackend{};             // vxlan, udp, host-gw
    std::optional<IpAddress> flannelPublicIp{};
    std::optional<IpPrefix> calicoAddress{};  // projectcalico.org/IPv4Address
    std::optional<IpAddress> calicoTunnel{};  // projectcalico.org/IPv4IPIPTunnelAddr
    std::string hostName{};                   // as the kubelet found it: the address of type Hostname
    Evidence evidence{};
};

struct ServicePort {
    std::string name{};
    std::string protocol{}; // TCP, UDP
    std::uint16_t port = 0;
    std::uint16_t nodePort = 0;
};

struct ServiceFact {
    std::string serviceNamespace{};
    std::string name{};
    std::string type{}; // ClusterIP, NodePort …
    std::vector<IpAddress> clusterAddresses{};
    std::vector<ServicePort> ports{};
    bool saysPortNames = false; // a table of `kubectl get` does not
    Evidence evidence{};
};

struct EndpointFact {
    std::string serviceNamespace{};
    std::string service{};
    IpAddress address{};
    std::uint16_t port = 0;
    std::string pod{};
    Evidence evidence{};
};

/// A pool of pod addresses, from Calico's IPPool or flannel's net-conf.json.
struct AddressPoolFact {
    std::string name{};
    IpPrefix cidr{};
    std::string mode{}; // ipip Always, ipip CrossSubnet, vxlan Always …, flannel's backend type; empty: routed
    bool natOutgoing = false;
    std::optional<std::uint32_t> vni{};
    std::optional<std::uint16_t> port{};
    Evidence evidence{};
};

/// Everything that a snapshot told, machine by machine, and of the cluster as a whole.
struct Facts {
    std::deque<HostFacts> hosts{};
    std::vector<PodFact> pods{};
    std::vector<KubernetesNodeFact> nodes{};
    std::vector<ServiceFact> services{};
    std::vector<EndpointFact> endpoints{};
    std::vector<AddressPoolFact> pools{};
    std::vector<SettingFact> clusterSettings{}; // BGPConfiguration: nodeToNodeMeshEnabled, asNumber

    /// The machine of that name, made when it is met for the first time. References stay valid.
    HostFacts &host(const std::string &node, const std::string &pod = {}, const std::string &podNamespace = {});

    std::map<std::array<std::string, 3>, std::size_t> hostPlaces{}; // for host(): node, pod, namespace → place in hosts
    std::size_t lastPlace = 0; // that host() found: many outputs of one machine stand together
};

} // namespace vethscope
