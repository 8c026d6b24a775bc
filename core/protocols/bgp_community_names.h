#pragma once

#include "core/dissect/field.h"

#include <array>

namespace vethscope {

// Words for the types and values of extended communities. RFC 4360 and IANA; the words are Wireshark's.

inline constexpr auto bgpExtendedTypes = std::to_array<ValueName>({
    {0x00, "Transitive 2-Octet AS-Specific"}, {0x01, "Transitive IPv4-Address-Specific"},
    {0x02, "Transitive 4-Octet AS-Specific"}, {0x03, "Transitive Opaque"}, {0x04, "Transitive QoS Marking"},
    {0x05, "Transitive CoS Capability"}, {0x06, "Transitive EVPN"}, {0x07, "FlowSpec Transitive"},
    {0x08, "Transitive Flow spec redirect/mirror to IP next-hop"},
    {0x09, "Transitive FlowSpec Redirect to indirection-id"}, {0x40, "Non-Transitive 2-Octet AS-Specific"},
    {0x41, "Non-Transitive IPv4-Address-Specific"}, {0x42, "Non-Transitive 4-Octet AS-Specific"},
    {0x43, "Non-Transitive Opaque"}, {0x44, "Non-Transitive QoS Marking"},
    {0x80, "Generic Transitive Experimental Use"}, {0x81, "Generic Transitive Experimental Use Part 2"},
    {0x82, "Generic Transitive Experimental Use Part 3"}, {0x88, "Transitive Experimental EIGRP"},
});

inline constexpr auto bgpExtendedAuthorities = std::to_array<ValueName>({
    {0, "Allocated on First Come First Serve Basis"},
    {1, "Allocated on Standard Action, Early Allocation or Experimental Basis"},
});

inline constexpr auto bgpExtendedReach = std::to_array<ValueName>({{0, "Transitive"}, {1, "Non-transitive"}});

inline constexpr auto bgpAs2Communities = std::to_array<ValueName>({
    {0x02, "Route Target"}, {0x03, "Route Origin"}, {0x05, "OSPF Domain Identifier"}, {0x08, "BGP Data Collection"},
    {0x09, "Source AS"}, {0x0a, "L2VPN Identifier"}, {0x10, "Cisco VPN-Distinguisher"},
});

inline constexpr auto bgpLocalAs2Communities = std::to_array<ValueName>({{0x04, "Link Bandwidth"}, {0x80, "Virtual-Network Identifier"}});

inline constexpr auto bgpAs4Communities = std::to_array<ValueName>({
    {0x02, "Route Target"}, {0x03, "Route Origin"}, {0x04, "Generic"}, {0x05, "OSPF Domain Identifier"},
    {0x08, "BGP Data Collection"}, {0x09, "Source AS"}, {0x10, "Cisco VPN Identifier"},
    {0x13, "Route-Target Record"},
});

inline constexpr auto bgpLocalAs4Communities = std::to_array<ValueName>({{0x04, "Generic"}});

inline constexpr auto bgpIpv4Communities = std::to_array<ValueName>({
    {0x02, "Route Target"}, {0x03, "Route Origin"}, {0x05, "OSPF Domain Identifier"}, {0x07, "OSPF Router ID"},
    {0x0a, "L2VPN Identifier"}, {0x0b, "VRF Route Import"}, {0x10, "Cisco VPN-Distinguisher"},
    {0x12, "Inter-area P2MP Segmented Next-Hop"},
});

inline constexpr auto bgpOpaqueCommunities = std::to_array<ValueName>({
    {0x01, "Cost"}, {0x06, "OSPF Route Type"}, {0x0b, "Color"}, {0x0c, "Encapsulation"}, {0x0d, "Default Gateway"},
});

inline constexpr auto bgpLocalOpaqueCommunities = std::to_array<ValueName>({{0x00, "BGP Origin Validation state"}, {0x01, "Cost"}});

inline constexpr auto bgpEvpnCommunities = std::to_array<ValueName>({
    {0x00, "MAC Mobility"}, {0x01, "ESI MPLS Label"}, {0x02, "ES Import"}, {0x03, "EVPN Router's MAC"},
    {0x04, "Layer 2 Attributes"}, {0x05, "E-Tree"}, {0x06, "DF Election"}, {0x07, "I-SID"}, {0x08, "ND"},
    {0x09, "Multicast Flags Extended Community"}, {0x0a, "EVI-RT Type 0 Extended Community"},
    {0x0b, "EVI-RT Type 1 Extended Community"}, {0x0c, "EVI-RT Type 2 Extended Community"},
    {0x0d, "EVI-RT Type 3 Extended Community"}, {0x0e, "EVPN Attachment Circuit"},
});

inline constexpr auto bgpExperimentalCommunities = std::to_array<ValueName>({
    {0x00, "OSPF Route Type"}, {0x01, "OSPF Router ID"}, {0x04, "Security Group"}, {0x05, "OSPF Domain Identifier"},
    {0x06, "Flow spec traffic-rate"}, {0x07, "Flow spec traffic-action"}, {0x08, "Flow spec redirect AS 2 bytes"},
    {0x09, "Flow spec traffic-remarking"}, {0x0a, "Layer2 Info"}, {0x0b, "E-Tree Info"}, {0x84, "Tag"},
    {0x85, "Origin Sub-Cluster"},
});

inline constexpr auto bgpExperimentalIpv4Communities = std::to_array<ValueName>({{0x08, "Flow spec redirect IPv4 format"}});

inline constexpr auto bgpExperimentalAs4Communities = std::to_array<ValueName>({
    {0x04, "Security Group AS4"}, {0x08, "Flow spec redirect AS-4byte format"}, {0x84, "Tag4"},
    {0x85, "Origin Sub-Cluster4"},
});

inline constexpr auto bgpTunnelTypes = std::to_array<ValueName>({
    {0, "Reserved"}, {1, "L2TPv3 over IP"}, {2, "GRE"}, {3, "Transmit tunnel endpoint"},
    {4, "IPsec in Tunnel-mode"}, {5, "IP in IP tunnel with IPsec Transport Mode"},
    {6, "MPLS-in-IP tunnel with IPsec Transport Mode"}, {7, "IP in IP"}, {8, "VXLAN Encapsulation"},
    {9, "NVGRE Encapsulation"}, {10, "MPLS Encapsulation"}, {11, "MPLS in GRE Encapsulation"},
    {12, "VxLAN GPE Encapsulation"}, {13, "MPLS in UDP Encapsulation"},
});

inline constexpr auto bgpOspfRouteTypes = std::to_array<ValueName>({
    {1, "Router"}, {2, "Network"}, {3, "Summary"}, {5, "External"}, {7, "NSSA External"}, {129, "MPLS-VPN Sham"},
});

inline constexpr auto bgpLayer2Encapsulations = std::to_array<ValueName>({
    {0, "Reserved"}, {1, "Frame Relay"}, {2, "ATM AAL5 SDU VCC transport"}, {3, "ATM transparent cell transport"},
    {4, "Ethernet (VLAN) Tagged mode"}, {5, "Ethernet raw mode"}, {6, "Cisco-HDLC"}, {7, "PPP"},
    {8, "SONET/SDH CES"}, {9, "ATM n-to-one VCC cell transport"}, {10, "ATM n-to-one VPC cell transport"},
    {11, "IP layer 2 transport"}, {15, "Frame relay port mode"}, {17, "Structure agnostic E1 over packet"},
    {18, "Structure agnostic T1 over packet"}, {19, "VPLS"}, {20, "Structure agnostic T3 over packet"},
    {21, "Nx64kbit/s Basic Service using Structure-aware"}, {25, "Frame Relay DLCI"},
    {40, "Structure agnostic E3 over packet"}, {41, "Octet-aligned playload for structure-agnostic DS1 circuits"},
    {42, "E1 Nx64kbit/s with CAS using Structure-aware"},
    {43, "DS1 (ESF) Nx64kbit/s with CAS using Structure-aware"},
    {44, "DS1 (SF) Nx64kbit/s with CAS using Structure-aware"}, {64, "IP-interworking"},
});

inline constexpr auto bgpRedundancyModes = std::to_array<ValueName>({{0, "All-Active redundancy"}, {1, "Single-Active redundancy"}});

inline constexpr auto bgpCostPoints = std::to_array<ValueName>({
    {1, "\"Lowest Origin code\" step"}, {2, "\"Shortest AS_PATH\" step"}, {4, "\"Lowest MED\" step"},
    {5, "\"Highest Local Preference\" step"}, {26, "\"Lowest Accumulated IGP Cost\" step"},
    {128, "Before BGP Best Path algorithm"}, {129, "\"Smallest IGP Metric\" step"},
    {130, "\"Prefer eBGP to iBGP\" step"}, {131, "\"Smallest BGP RID\" step"},
});

} // namespace vethscope
