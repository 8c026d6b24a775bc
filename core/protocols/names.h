#pragma once

#include "core/dissect/field.h"

#include <array>

namespace vethscope {

// Words for numbers that several protocols share.

/// IEEE 802 numbers, IANA.
inline constexpr auto etherTypeNames = std::to_array<ValueName>({
    {0x0800, "IPv4"},        {0x0806, "ARP"},         {0x6558, "Transparent Ethernet bridging"},
    {0x8035, "RARP"},        {0x8100, "802.1Q Virtual LAN"}, {0x86dd, "IPv6"},
    {0x8847, "MPLS label switched packet"}, {0x8848, "MPLS multicast"}, {0x8863, "PPPoE Discovery"},
    {0x8864, "PPPoE Session"}, {0x888e, "802.1X Authentication"}, {0x88a8, "802.1ad Provider Bridge (Q-in-Q)"},
    {0x88cc, "Link Layer Discovery Protocol (LLDP)"}, {0x9000, "Loopback"}, {0x880b, "PPP"},
    {0x9100, "QinQ, old and non-standard"}, {0x22eb, "ERSPAN III"}, {0x88be, "ERSPAN II"}, {0x88e5, "802.1AE (MACsec)"},
    {0x8903, "Data Center Ethernet (DCE) protocol(Cisco)"}, {0x8926, "VN-Tag"}, {0x893f, "IEEE 802.1BR E-Tag"},
    {0xd28b, "Arista Vendor Specific Protocol"},
});

/// IANA protocol numbers.
inline constexpr auto ipProtocolNames = std::to_array<ValueName>({
    {0, "IPv6 Hop-by-Hop Option"}, {1, "ICMP"}, {2, "IGMP"}, {4, "IPIP"}, {6, "TCP"}, {17, "UDP"}, {41, "IPv6"},
    {43, "Routing Header for IPv6"}, {44, "Fragment Header for IPv6"}, {47, "Generic Routing Encapsulation"},
    {50, "Encap Security Payload"}, {51, "Authentication Header"}, {58, "ICMPv6"}, {59, "IPv6 no next header"},
    {60, "Destination Options for IPv6"}, {89, "OSPF IGP"}, {94, "IPIP (deprecated)"}, {103, "PIM"}, {108, "IPComp"},
    {112, "VRRP"}, {132, "SCTP"}, {137, "MPLS-in-IP"}, {143, "Ethernet"},
});

/// RFC 2474, 2597, 3246.
inline constexpr auto dscpNames = std::to_array<ValueName>({
    {0, "CS0"}, {8, "CS1"}, {10, "AF11"}, {12, "AF12"}, {14, "AF13"}, {16, "CS2"}, {18, "AF21"}, {20, "AF22"},
    {22, "AF23"}, {24, "CS3"}, {26, "AF31"}, {28, "AF32"}, {30, "AF33"}, {32, "CS4"}, {34, "AF41"}, {36, "AF42"},
    {38, "AF43"}, {40, "CS5"}, {44, "Voice Admit"}, {46, "Expedited Forwarding"}, {48, "CS6"}, {56, "CS7"},
});

/// RFC 3168.
inline constexpr auto ecnNames = std::to_array<ValueName>({
    {0, "Not ECN-Capable Transport"}, {1, "ECN-Capable Transport codepoint 1"},
    {2, "ECN-Capable Transport codepoint 0"}, {3, "Congestion Experienced"},
});

/// IEEE 802.1Q, the usual uses of the priorities of frames.
inline constexpr auto priorityNames = std::to_array<ValueName>({
    {0, "Best Effort (default)"}, {1, "Background"}, {2, "Excellent Effort"}, {3, "Critical Applications"},
    {4, "Video, < 100ms latency and jitter"}, {5, "Voice, < 10ms latency and jitter"},
    {6, "Internetwork Control"}, {7, "Network Control"},
});

/// IANA ARP hardware types, which are also Linux' ARPHRD_ numbers.
inline constexpr auto arpHardwareNames = std::to_array<ValueName>({
    {1, "Ethernet"}, {6, "IEEE 802"}, {32, "InfiniBand"}, {512, "PPP"}, {768, "IPIP tunnel"}, {769, "IP6IP6 tunnel"},
    {772, "Loopback"}, {776, "sit tunnel"}, {778, "GRE over IP"}, {824, "Netlink"},
    {0xfffe, "None"},
});

/// The longest payload that IEEE 802.3 knows; larger numbers in a length field are none.
constexpr std::uint64_t maximumLength = 1500;

/// Whether a number in a type field is an EtherType, not an IEEE 802.3 length (IEEE 802.3, clause 3.2.6).
constexpr bool isEtherType(std::uint64_t type)
{
    return type >= 0x600;
}

} // namespace vethscope
