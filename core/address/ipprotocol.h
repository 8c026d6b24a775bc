#pragma once

#include <cstdint>

namespace vethscope {

/// Numbers of the Protocol field of IPv4 and of the last Next Header of IPv6 (IANA, Assigned Internet Protocol Numbers).
namespace ipprotocol {
constexpr std::uint8_t icmp = 1, tcp = 6, udp = 17, icmpv6 = 58, sctp = 132;
}

/// Bits of a TCP header's flags (RFC 9293, section 3.1).
namespace tcpflag {
constexpr std::uint8_t fin = 0x01, syn = 0x02, rst = 0x04, ack = 0x10;
}

} // namespace vethscope
