#pragma once

#include "core/facts/facts.h"
#include "core/facts/known.h"

#include <optional>
#include <string>
#include <vector>

namespace vethscope {

/// What a veth's other end is: an interface of a pod, or of a node's own namespace.
struct Peer {
    std::string pod;       // the pod's fullName(); empty when it is an interface of a node
    std::string node;
    std::string interface; // empty where not known
    EvidenceList evidence; // why this is believed: indexes, namespace ids, or neighbour and forwarding entries
};

struct Tunnel {
    Known<std::uint32_t> vni;
    Known<std::uint16_t> port;
    Known<IpAddress> local;
    Known<IpAddress> remote;
    Known<std::string> device; // the underlay's, by which it sends
    Known<std::string> timeToLive; // of what it sends: a number, `inherit` or `auto`
    bool learning = true;
    bool detailed = false;     // told by `ip -d link`: what is empty above is none
};

/// An address of an interface, with the length of the network that it makes reachable.
struct InterfaceAddress : IpPrefix {
    std::string scope{}; // global, link, host; empty where not said
    Evidence evidence{};
};

/// One device of one network namespace, as all commands together tell of it.
struct NetworkInterface {
    std::string name;
    Known<std::uint32_t> ifindex;
    Known<std::uint32_t> peerIfindex; // of a veth's other end, in its namespace
    LinkKind kind = LinkKind::Unknown;
    Known<MacAddress> mac;
    std::vector<InterfaceAddress> addresses;
    Known<std::uint32_t> mtu;
    Known<LinkState> state;           // Up or Down; nothing where no line says which
    Known<std::string> master;        // the bridge it is a port of
    Known<bool> hairpin;              // of a bridge's port
    std::optional<Peer> peer;
    std::optional<Tunnel> tunnel;
    std::string hardware;             // its link type: ether, none, ipip …; empty where not said
    bool pointToPoint = false;
    bool listed = false;              // by a whole line of iproute2's, which has the master, if there is one
    EvidenceList evidence;

    /// Its own such address; null where it has none.
    const InterfaceAddress *own(const IpAddress &address) const;
};

} // namespace vethscope
