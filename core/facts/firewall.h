#pragma once

#include "core/address/address.h"
#include "core/facts/evidence.h"

#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

// Rules of iptables, nftables and IPVS. A rule says what it asks of a packet and what it does then; words of it that nobody understood it
// keeps, because with them it may hold or not.

namespace vethscope {

/// What of a packet a rule may ask for.
enum class PacketKey : std::uint8_t {
    Source, Destination, Protocol, SourcePort, DestinationPort, AnyPort, InInterface, OutInterface, Mark, State, SourceType, DestinationType,
    IcmpType, IcmpCode, TcpFlags, Family, Chance,
};

struct AddressRange {
    IpAddress first{}, last{};
    friend bool operator==(const AddressRange &, const AddressRange &) = default;
};
struct NumberRange {
    std::uint32_t first = 0, last = 0;
    friend bool operator==(const NumberRange &, const NumberRange &) = default;
};
/// Addresses or numbers from first to last; or a word: a device (`cali+` and all that begin so), a protocol (tcp), a state of the connection
/// (new, established, related, invalid, untracked, snat, dnat), the type of an address (local, unicast, broadcast …).
using PacketValue = std::variant<AddressRange, NumberRange, std::string>;

/// An element of a set, `10.96.0.10 . udp . 53`; of a map with what it leads to.
struct FirewallElement {
    std::vector<PacketValue> key{};
    std::string target{};       // as a rule's
    bool isGoto = false;
    std::string translatesTo{};
    Evidence evidence{};
};

/// One thing that a rule asks for: that something of the packet, or several together, are among these or in a named set.
struct FirewallMatch {
    std::vector<PacketKey> keys{};
    std::vector<FirewallElement> elements{};
    std::string set{};
    bool inverted = false;
    std::uint32_t mask = 0xffffffff; // of Mark and TcpFlags: the bits that are compared
    bool onLeavingDevice = false;    // of an address' type: only what is so on the device that the packet leaves by (`--limit-iface-out`)
    bool onEnteringDevice = false;
};

/// A map that is asked what to do: nftables' `vmap`, or an address to translate to.
struct FirewallLookup {
    std::vector<PacketKey> keys{};
    std::vector<FirewallElement> elements{};
    std::string map{};
    std::uint32_t chances = 0; // of Chance: numgen's modulus
};

/// mark = (mark & keeps) ^ flips (include/uapi/linux/netfilter/xt_mark.h, struct xt_mark_tginfo2).
struct MarkChange {
    std::uint32_t keeps = 0, flips = 0;
    friend bool operator==(const MarkChange &, const MarkChange &) = default;
};

/// Where nftables' chain begins: `type filter hook forward priority filter + 1`. iptables' chains have their places by their names.
struct ChainHook {
    std::string type{}; // filter, nat, route
    std::string hook{}; // prerouting, input, forward, output, postrouting
    std::int32_t priority = 0;
};

struct FirewallRuleFact {
    std::string family{}; // ip, ip6; nftables' inet, bridge …
    std::string table{};  // nat, filter; nftables' own names; ipvs
    std::string chain{};
    std::string target{}; // MASQUERADE, DNAT, ACCEPT, a chain …; "policy DROP" for a chain's policy
    bool isGoto = false;  // the chain's end is this one's end
    std::optional<IpPrefix> source{};
    std::optional<IpPrefix> destination{};
    bool notSource = false;   // the rule holds of all other sources
    bool notDestination = false;
    std::string inInterface{};  // `!eth0`: all others; `cali+`: all that begin so
    std::string outInterface{};
    std::string protocol{};     // `!tcp`: all others
    std::optional<std::uint16_t> destinationPort{};
    std::vector<FirewallMatch> matches{}; // what else it asks for
    std::optional<double> probability{};  // that it is taken where everything else fits
    std::string comment{};      // kube-proxy and flannel say here what a rule is for
    std::string translatesTo{}; // address and port, either may be missing: `10.244.1.3:80`, `:8080`, `192.0.2.1`
    bool randomPort = false;    // the source port that MASQUERADE or SNAT takes is any
    std::optional<MarkChange> setsMark{};
    std::optional<FirewallLookup> lookup{};
    std::string rejectsWith{};  // icmp-port-unreachable, tcp-reset …
    std::optional<ChainHook> hook{};      // of nftables' policies
    std::optional<std::uint32_t> weight{}; // of IPVS' real servers
    std::string scheduler{};              // of IPVS: rr, wrr …
    std::string forwarding{};             // of IPVS: masq, route, tunnel, local
    std::vector<std::string> unread{}; // what else it asks for: whether it holds is then not known
    Evidence evidence{};
};

/// A chain that was printed by its name; it may have no rule.
struct FirewallChainFact {
    std::string family{};
    std::string table{};
    std::string name{};
    Evidence evidence{};
};

/// A named set or map as it was printed, whole.
struct FirewallSetFact {
    std::string family{}; // empty: of ipset, for all tables
    std::string table{};
    std::string name{};
    std::vector<FirewallElement> elements{};
    std::vector<std::string> unread{};
    Evidence evidence{};
};

} // namespace vethscope
