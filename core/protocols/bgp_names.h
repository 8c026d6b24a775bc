#pragma once

#include "core/dissect/field.h"

#include <array>

namespace vethscope {

// Words for the numbers of BGP. IANA, BGP parameters; the words are Wireshark's.

inline constexpr auto bgpAddressFamilies = std::to_array<ValueName>({
    {0, "Reserved"}, {1, "IPv4"}, {2, "IPv6"}, {18, "AS Number"}, {25, "Layer-2 VPN"}, {196, "Layer-2 VPN (old)"},
    {16384, "EIGRP Common Service Family"}, {16385, "EIGRP IPv4 Service Family"},
    {16386, "EIGRP IPv6 Service Family"}, {16388, "BGP-LS"}, {16389, "48-bit MAC Address"}, {65535, "Reserved"},
});

inline constexpr auto bgpSubsequentFamilies = std::to_array<ValueName>({
    {0, "Reserved"}, {1, "Unicast"}, {2, "Multicast"}, {3, "Unicast+Multicast (Deprecated)"},
    {4, "Labeled Unicast"}, {5, "MCAST-VPN"}, {6, "Multi-Segment Pseudowires"}, {7, "Encapsulation (Deprecated)"},
    {8, "MCAST-VPLS"}, {64, "Tunnel (Deprecated)"}, {65, "VPLS"}, {66, "Cisco MDT"}, {67, "4over6"}, {68, "6over4"},
    {69, "Layer-1 VPN"}, {70, "EVPN"}, {71, "BGP-LS"}, {72, "BGP-LS-VPN"}, {73, "SR Policy"}, {74, "SD-WAN"},
    {75, "Routing Policy Distribution"}, {76, "Classful Transport Planes"}, {77, "Tunneled Traffic Flowspec"},
    {78, "MCAST-TREE"}, {128, "Labeled VPN Unicast"}, {129, "Labeled VPN Multicast"},
    {130, "Labeled VPN Unicast+Multicast (Deprecated)"}, {132, "Route Target Filter"}, {133, "Flow Spec Filter"},
    {134, "Flow Spec Filter VPN"}, {140, "Layer-3 VPN (Deprecated)"},
});

/// RFC 5492; 255 RFC 9072.
inline constexpr auto bgpParameterTypes = std::to_array<ValueName>({
    {1, "Authentication"}, {2, "Capability"}, {255, "Extended Length"},
});

inline constexpr auto bgpCapabilityNames = std::to_array<ValueName>({
    {0, "Reserved capability"}, {1, "Multiprotocol extensions capability"}, {2, "Route refresh capability"},
    {3, "Cooperative route filtering capability"}, {4, "Multiple routes to a destination capability"},
    {5, "Extended Next Hop Encoding"}, {6, "BGP-Extended Message"}, {7, "BGPsec capability"},
    {8, "Multiple Labels capability"}, {9, "BGP Role"}, {64, "Graceful Restart capability"},
    {65, "Support for 4-octet AS number capability"}, {66, "Deprecated Dynamic Capability (Cisco)"},
    {67, "Support for Dynamic capability"}, {68, "Multisession BGP Capability"},
    {69, "Support for Additional Paths"}, {70, "Enhanced route refresh capability"},
    {71, "Long-Lived Graceful Restart (LLGR) Capability"}, {72, "CP-ORF Capability"}, {73, "FQDN Capability"},
    {128, "Route refresh capability (Cisco)"}, {130, "Cooperative route filtering capability (Cisco)"},
    {131, "Multisession BGP Capability (Cisco)"},
});

inline constexpr auto bgpCapabilityActions = std::to_array<ValueName>({{0, "advertising a capability"}, {1, "removing a capability"}});

/// RFC 7911, section 4; RFC 5291, section 5.
inline constexpr auto bgpSendReceive = std::to_array<ValueName>({{1, "Receive"}, {2, "Send"}, {3, "Both"}});

inline constexpr auto bgpFilterTypes = std::to_array<ValueName>({
    {2, "Communities ORF-Type"}, {3, "Extended Communities ORF-Type"}, {128, "Cisco PrefixList ORF-Type"},
    {129, "Cisco CommunityList ORF-Type"}, {130, "Cisco Extended CommunityList ORF-Type"},
    {131, "Cisco AsPathList ORF-Type"},
});

inline constexpr auto bgpsecDirections = std::to_array<ValueName>({{0, "Receive"}, {1, "Send"}});

/// RFC 9234, section 4.1.
inline constexpr auto bgpRoles = std::to_array<ValueName>({
    {0, "Provider"}, {1, "RS"}, {2, "RS-Client"}, {3, "Customer"}, {4, "Peer"},
});

/// RFC 4271, section 4.5.
inline constexpr auto bgpErrorNames = std::to_array<ValueName>({
    {1, "Message Header Error"}, {2, "OPEN Message Error"}, {3, "UPDATE Message Error"}, {4, "Hold Timer Expired"},
    {5, "Finite State Machine Error"}, {6, "Cease"}, {7, "CAPABILITY Message Error"},
});

inline constexpr auto bgpHeaderErrors = std::to_array<ValueName>({
    {1, "Connection Not Synchronized"}, {2, "Bad Message Length"}, {3, "Bad Message Type"},
});

inline constexpr auto bgpOpenErrors = std::to_array<ValueName>({
    {1, "Unsupported Version Number"}, {2, "Bad Peer AS"}, {3, "Bad BGP Identifier"},
    {4, "Unsupported Optional Parameter"}, {5, "Authentication Failure [Deprecated]"},
    {6, "Unacceptable Hold Time"}, {7, "Unsupported Capability"}, {8, "No supported AFI/SAFI (Cisco)"},
    {11, "Role Mismatch"},
});

inline constexpr auto bgpUpdateErrors = std::to_array<ValueName>({
    {1, "Malformed Attribute List"}, {2, "Unrecognized Well-known Attribute"}, {3, "Missing Well-known Attribute"},
    {4, "Attribute Flags Error"}, {5, "Attribute Length Error"}, {6, "Invalid ORIGIN Attribute"},
    {7, "AS Routing Loop [Deprecated]"}, {8, "Invalid NEXT_HOP Attribute"}, {9, "Optional Attribute Error"},
    {10, "Invalid Network Field"}, {11, "Malformed AS_PATH"},
});

/// RFC 6608.
inline constexpr auto bgpStateErrors = std::to_array<ValueName>({
    {1, "Receive Unexpected Message in OpenSent State"}, {2, "Receive Unexpected Message in OpenConfirm State"},
    {3, "Receive Unexpected Message in Established State"},
});

/// RFC 4486; 9 RFC 8538, 10 RFC 9384.
inline constexpr auto bgpCeaseErrors = std::to_array<ValueName>({
    {1, "Maximum Number of Prefixes Reached"}, {2, "Administratively Shutdown"}, {3, "Peer De-configured"},
    {4, "Administratively Reset"}, {5, "Connection Rejected"}, {6, "Other Configuration Change"},
    {7, "Connection Collision Resolution"}, {8, "Out of Resources"}, {9, "Hard Reset"}, {10, "BFD Down"},
});

inline constexpr auto bgpCapabilityErrors = std::to_array<ValueName>({
    {1, "Invalid Action Value"}, {2, "Invalid Capability Length"}, {3, "Malformed Capability Value"},
    {4, "Unsupported Capability Code"},
});

/// RFC 7313, section 3.2.
inline constexpr auto bgpRefreshSubtypes = std::to_array<ValueName>({
    {0, "Normal route refresh request [RFC2918] with/without ORF [RFC5291]"},
    {1, "Demarcation of the beginning of a route refresh"}, {2, "Demarcation of the ending of a route refresh"},
});

/// RFC 5291, section 4.
inline constexpr auto bgpRefreshWhen = std::to_array<ValueName>({{1, "Immediate"}, {2, "Defer"}});

inline constexpr auto bgpFilterActions = std::to_array<ValueName>({{0, "Add"}, {1, "Remove"}, {2, "RemoveAll"}});

inline constexpr auto bgpFilterMatches = std::to_array<ValueName>({{0, "Permit"}, {1, "Deny"}});

inline constexpr auto bgpOrigins = std::to_array<ValueName>({{0, "IGP"}, {1, "EGP"}, {2, "INCOMPLETE"}});

inline constexpr auto bgpAttributeNames = std::to_array<ValueName>({
    {1, "ORIGIN"}, {2, "AS_PATH"}, {3, "NEXT_HOP"}, {4, "MULTI_EXIT_DISC"}, {5, "LOCAL_PREF"},
    {6, "ATOMIC_AGGREGATE"}, {7, "AGGREGATOR"}, {8, "COMMUNITIES"}, {9, "ORIGINATOR_ID"}, {10, "CLUSTER_LIST"},
    {11, "DPA"}, {12, "ADVERTISER"}, {13, "RCID_PATH / CLUSTER_ID"}, {14, "MP_REACH_NLRI"}, {15, "MP_UNREACH_NLRI"},
    {16, "EXTENDED_COMMUNITIES"}, {17, "AS4_PATH"}, {18, "AS4_AGGREGATOR"}, {19, "SAFI_SPECIFIC_ATTRIBUTE"},
    {20, "Connector Attribute"}, {21, "AS_PATHLIMIT"}, {22, "PMSI_TUNNEL_ATTRIBUTE"},
    {23, "TUNNEL_ENCAPSULATION_ATTRIBUTE"}, {24, "Traffic Engineering"},
    {25, "IPv6 Address Specific Extended Community"}, {26, "AIGP"}, {27, "PE Distinguisher Labels"},
    {28, "BGP Entropy Label Capability Attribute"}, {29, "BGP-LS Attribute"}, {30, "Deprecated"},
    {31, "Deprecated"}, {32, "LARGE_COMMUNITY"}, {33, "BGPsec_PATH"}, {36, "D_PATH"}, {40, "BGP Prefix-SID"},
    {99, "LINK_STATE (unofficial code point)"}, {128, "ATTR_SET"}, {129, "Deprecated"}, {241, "Deprecated"},
    {242, "Deprecated"}, {243, "Deprecated"},
});

/// RFC 4271, section 4.3; RFC 5065.
inline constexpr auto bgpSegmentTypes = std::to_array<ValueName>({
    {1, "AS_SET"}, {2, "AS_SEQUENCE"}, {3, "AS_CONFED_SEQUENCE"}, {4, "AS_CONFED_SET"},
});

inline constexpr auto bgpWellKnownCommunities = std::to_array<ValueName>({
    {0xffff0000, "GRACEFUL_SHUTDOWN"}, {0xffff0001, "ACCEPT_OWN"}, {0xffff029a, "BLACKHOLE"},
    {0xffffff01, "NO_EXPORT"}, {0xffffff02, "NO_ADVERTISE"}, {0xffffff03, "NO_EXPORT_SUBCONFED"},
    {0xffffff04, "NOPEER"},
});

} // namespace vethscope
