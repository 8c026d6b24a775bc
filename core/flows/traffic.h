#pragma once

#include "core/dissect/layer.h"

#include <array>
#include <cstdint>
#include <vector>

namespace vethscope {

/// By which header conversations are told apart.
enum class TrafficKind : std::uint8_t { Ethernet, Ipv4, Ipv6, Tcp, Udp };

/// One side of a conversation: an address, and with TCP and UDP a port.
struct TrafficEnd {
    std::array<std::byte, 16> bytes{}; // as many as `size`, the rest zero
    std::uint8_t size = 0;             // 4 or 16; 6 with Ethernet
    std::uint16_t port = 0;            // 0 where there are none

    Bytes address() const { return Bytes(bytes).first(size); }

    friend auto operator<=>(const TrafficEnd &, const TrafficEnd &) = default;
};

struct TrafficCount {
    std::uint64_t packets = 0;
    std::uint64_t bytes = 0; // of whole frames as they were on the wire: the outer headers count for what is inside, too

    TrafficCount &operator+=(const TrafficCount &other)
    {
        packets += other.packets;
        bytes += other.bytes;
        return *this;
    }

    friend bool operator==(const TrafficCount &, const TrafficCount &) = default;
};

/// The packets between two ends in one scope. The same two pods are one conversation inside the tunnel and another one where they
/// were captured without it; what an ICMP error quotes is nobody's traffic.
struct Conversation {
    TrafficKind kind = TrafficKind::Ethernet;
    Scope scope = Scope::Native; // never Tunnel
    std::uint8_t depth = 0;      // tunnels around it
    TrafficEnd a;                // sent the first packet
    TrafficEnd b;
    TrafficCount fromA;
    TrafficCount fromB;          // nothing between the same address and port: all is from a
    std::uint32_t firstRow = 0;  // of the store
    std::int64_t first = 0;      // nanoseconds since 1970-01-01 UTC, the earliest and the latest time; 0 where none is known
    std::int64_t last = 0;

    TrafficCount total() const { return {fromA.packets + fromB.packets, fromA.bytes + fromB.bytes}; }
    std::int64_t duration() const { return last - first; } // nanoseconds

    friend bool operator==(const Conversation &, const Conversation &) = default;
};

/// An address, with TCP and UDP a port of it, in one scope, and all that it sent and received.
struct TrafficEndpoint {
    TrafficKind kind = TrafficKind::Ethernet;
    Scope scope = Scope::Native;
    std::uint8_t depth = 0;
    TrafficEnd end;
    TrafficCount sent;
    TrafficCount received;
    std::uint32_t firstRow = 0;

    TrafficCount total() const { return {sent.packets + received.packets, sent.bytes + received.bytes}; }

    friend bool operator==(const TrafficEndpoint &, const TrafficEndpoint &) = default;
};

/// In the order in which they first appear. Who talks to himself both sends and receives.
std::vector<TrafficEndpoint> endpointsOf(const std::vector<Conversation> &conversations);

} // namespace vethscope
