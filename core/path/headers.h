#pragma once

#include "core/kernel/packet.h"
#include "core/path/origin.h"

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace vethscope::path {

struct LinkHeader {
    Traced<std::optional<MacAddress>> source{}, destination{};
};

struct IpHeader {
    Traced<IpAddress> source{}, destination{};
    Traced<std::optional<std::uint8_t>> timeToLive{}; // nothing behind a router that was not printed: some do not decrement
    std::uint8_t protocol = 6;
    std::uint32_t length = 60; // with this header
    bool dontFragment = false;
};

enum class TunnelType : std::uint8_t { Vxlan, Geneve, Ipip, Gre, FlannelUdp, Wireguard };

/// `vs.tunnel`'s words.
std::string_view nameOf(TunnelType type);
/// Whether a capture shows nothing of what it carries.
bool isEncrypted(TunnelType type);

/// What stands between an outer IP header and what it carries.
struct TunnelHeader {
    TunnelType type = TunnelType::Vxlan;
    Traced<std::optional<std::uint16_t>> port{}; // UDP's destination; of tunnels without UDP nothing
    Traced<std::optional<std::uint32_t>> vni{};
    Traced<std::optional<std::uint16_t>> sourcePort{}; // where it is always the same: of WireGuard
    std::string senderKey{};                           // WireGuard's, where it was printed
};

/// The headers of one underlay or overlay.
struct Scope {
    std::optional<LinkHeader> link{}; // nothing on a device of layer 3, and inside a tunnel of it
    IpHeader ip{};
    std::optional<TunnelHeader> tunnel{}; // that carries the next scope
};

/// A packet on its way, as far as its headers can be foretold.
struct Packet {
    std::vector<Scope> scopes; // the outermost first; one at least
    std::optional<Traced<std::uint16_t>> sourcePort{}, destinationPort{}; // of the innermost
    std::optional<std::uint8_t> icmpType{}, tcpFlags{};
    std::uint32_t mark = 0;

    Scope &outer() { return scopes.front(); }
    const Scope &outer() const { return scopes.front(); }
    Scope &inner() { return scopes.back(); }
    const Scope &inner() const { return scopes.back(); }
    bool isEncapsulated() const { return scopes.size() > 1; }
    /// How many of the scopes a capture shows.
    std::size_t readable() const;

    /// What a kernel looks at: the outermost headers.
    kernel::Packet seenBy(std::string_view inInterface) const;
    /// Puts it into a tunnel: `outer` has everything but its protocol and length.
    void encapsulate(Scope outer);
    void decapsulate() { scopes.erase(scopes.begin()); }
};

} // namespace vethscope::path
