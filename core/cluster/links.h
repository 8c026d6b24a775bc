#pragma once

#include "core/cluster/owners.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

// What runs between nodes, read from a cluster's tables: tunnels, next hops, BGP sessions. Nothing is invented: each knows which
// of its two ends speaks of the other.

namespace vethscope {

/// Nobody: a node that no fact names.
inline constexpr std::size_t nobody = static_cast<std::size_t>(-1);

/// Who owns an address: place of the node and of its interface (nobody where that is not known).
struct AddressOwner {
    std::size_t node = nobody;
    std::size_t interface = 0;
};

/// The owners of addresses as links ask for them: the one node that has it. Loopbacks and link-local addresses do not count, nor what two
/// nodes have (docker0).
class AddressBook
{
public:
    explicit AddressBook(const Cluster &cluster) : m_cluster(cluster), m_owners(cluster) { }

    std::optional<AddressOwner> owner(const IpAddress &address) const;
    std::optional<std::size_t> owner(const MacAddress &address) const;

private:
    std::optional<AddressOwner> onlyNode(std::span<const Owner> owners) const;

    const Cluster &m_cluster;
    Owners m_owners;
};

/// A tunnel between the devices of two nodes; `from` is the one that stands first in the cluster.
struct TunnelLink {
    std::size_t from = nobody;
    std::size_t to = nobody;        // nobody: only the far end's address is known
    std::size_t fromInterface = 0;
    std::size_t toInterface = nobody;
    LinkKind kind = LinkKind::Unknown;
    std::optional<std::uint32_t> vni, farVni;
    std::optional<std::uint16_t> port, farPort;
    std::optional<IpAddress> farAddress; // by which `from` speaks of a far end that nobody knows
    std::optional<MacAddress> farMac;
    bool isV6 = false;              // the outer headers are IPv6
    bool there = false;             // `from` knows how to reach `to`
    bool back = false;
    EvidenceList evidence;

    /// `VXLAN 1 :8472`, `VXLAN 1 :8472 IPv6`, `IPIP`, `flannel UDP :8285`, `WireGuard :51820`; with both values where the ends differ.
    std::string label() const;
    bool endsDiffer() const;
};

/// Routes that lead from a node straight to another's interface on the same subnet: flannel's host-gw, Calico's BGP.
struct NextHopLink {
    std::size_t from = nobody;
    std::size_t to = nobody;
    std::size_t fromInterface = 0;
    std::size_t toInterface = 0;
    std::vector<std::size_t> there; // places among the routes of `from`
    std::vector<std::size_t> back;  // of `to`
};

/// A BGP session as its two ends tell of it.
struct BgpLink {
    std::size_t from = nobody;
    std::size_t to = nobody;          // nobody: a peer outside of the cluster
    IpAddress peer;                   // the address of `to`, as `from` has it
    std::optional<std::size_t> there; // place among the sessions of `from`
    std::optional<std::size_t> back;
};

struct ClusterLinks {
    std::vector<TunnelLink> tunnels;
    std::vector<NextHopLink> nextHops;
    std::vector<BgpLink> bgp;
};

/// In the order of the nodes, each pair once.
ClusterLinks linksOf(const Cluster &cluster);

std::vector<TunnelLink> tunnelLinks(const Cluster &cluster, const AddressBook &book);
std::vector<NextHopLink> nextHopLinks(const Cluster &cluster, const AddressBook &book);
std::vector<BgpLink> bgpLinks(const Cluster &cluster, const AddressBook &book);

/// Established as both ends tell it, or as the only one does.
bool isEstablished(const Cluster &cluster, const BgpLink &link);
/// `established`, or what either end says instead.
std::string stateOf(const Cluster &cluster, const BgpLink &link);

} // namespace vethscope
