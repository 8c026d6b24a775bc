#pragma once

#include "core/dissect/field.h"

#include <array>

namespace vethscope {

/// RFC 7432, section 7; RFC 9136; RFC 9251.
inline constexpr auto bgpEvpnRoutes = std::to_array<ValueName>({
    {1, "Ethernet AD Route"}, {2, "MAC Advertisement Route"}, {3, "Inclusive Multicast Route"},
    {4, "Ethernet Segment Route"}, {5, "IP Prefix route"}, {6, "Selective Multicast Ethernet Tag Route"},
    {7, "IGMP Join Synch Route"}, {8, "IGMP Leave Synch Route"}, {10, "S-PMSI A-D Route"},
});

/// RFC 7432, section 5.
inline constexpr auto bgpSegmentIdentifierTypes = std::to_array<ValueName>({
    {0, "ESI 9 bytes value"}, {1, "ESI LACP 802.1AX defined"}, {2, "ESI MSTP defined"},
    {3, "ESI MAC address defined"}, {4, "ESI Router ID"}, {5, "ESI Autonomous System"}, {255, "ESI reserved"},
});

/// RFC 6514, section 5.
inline constexpr auto bgpMulticastTunnels = std::to_array<ValueName>({
    {0, "Type is not present"}, {1, "RSVP-TE P2MP LSP"}, {2, "mLDP P2MP LSP"}, {3, "PIM SSM Tree"},
    {4, "PIM SM Tree"}, {5, "BIDIR-PIM Tree"}, {6, "Ingress Replication"}, {7, "mLDP MP2MP LSP"},
});

/// RFC 8669; RFC 9252.
inline constexpr auto bgpPrefixSidTypes = std::to_array<ValueName>({
    {1, "Label-Index"}, {2, "Deprecated"}, {3, "Originator SRGB"}, {4, "Deprecated"}, {5, "SRv6 L3 Service"},
    {6, "SRv6 L2 Service"},
});

/// RFC 8986, section 10; RFC 9800.
inline constexpr auto bgpSrv6Behaviours = std::to_array<ValueName>({
    {0x01, "End"}, {0x02, "End with PSP"}, {0x05, "End.X"}, {0x06, "End.X with PSP"}, {0x10, "End.DX6"},
    {0x11, "End.DX4"}, {0x12, "End.DT6"}, {0x13, "End.DT4"}, {0x14, "End.DT46"}, {0x15, "End.DX2"},
    {0x17, "End.DT2U"}, {0x18, "End.DT2M"}, {0x3c, "End.DX6 with NEXT-CSID"}, {0x3d, "End.DX4 with NEXT-CSID"},
    {0x3e, "End.DT6 with NEXT-CSID"}, {0x3f, "End.DT4 with NEXT-CSID"}, {0x40, "End.DT46 with NEXT-CSID"},
});


/// EVPN routes, and the tunnels and labels that carry them.
inline constexpr auto bgpEvpnFields = std::to_array<Field>({
    varying("evpn.nlri",                                          "EVPN NLRI",                     Show::Nothing),
    varying("evpn.nlri.rt",                                       "Route Type",                    Show::Decimal, bgpEvpnRoutes),
    varying("evpn.nlri.len",                                      "Length",                        Show::Decimal),
    varying("evpn.nlri.rd",                                       "Route Distinguisher",           Show::Raw),
    varying("evpn.nlri.esi",                                      "ESI",                           Show::Mac),
    varying("evpn.nlri.esi.type",                                 "ESI Type",                      Show::Decimal, bgpSegmentIdentifierTypes),
    varying("evpn.nlri.esi.value",                                "ESI Value",                     Show::Raw),
    varying("evpn.nlri.esi.type0",                                "ESI 9 bytes value",             Show::Raw),
    varying("evpn.nlri.esi.lacp_mac",                             "CE LACP system MAC",            Show::Mac),
    varying("evpn.nlri.esi.lacp_portkey",                         "LACP port key",                 Show::Decimal),
    varying("evpn.nlri.esi.remaining",                            "Remaining bytes",               Show::Raw),
    varying("evpn.nlri.esi.reserved",                             "Reserved value all 0xff",       Show::Raw),
    varying("evpn.nlri.esi.root_bridge",                          "ESI root bridge MAC",           Show::Mac),
    varying("evpn.nlri.esi.rb_prio",                              "ESI root bridge priority",      Show::Decimal),
    varying("evpn.nlri.esi.router_id",                            "ESI router ID",                 Show::Ipv4),
    varying("evpn.nlri.esi.router_discr",                         "ESI router discriminator",      Show::Raw),
    varying("evpn.nlri.esi.system_mac",                           "ESI system MAC",                Show::Mac),
    varying("evpn.nlri.esi.system_mac_discr",                     "ESI system mac discriminator",  Show::Raw),
    varying("evpn.nlri.esi.asn",                                  "ESI ASN",                       Show::Decimal),
    varying("evpn.nlri.esi.asn_discr",                            "ESI ASN discriminator",         Show::Raw),
    varying("evpn.nlri.etag",                                     "Ethernet Tag ID",               Show::Decimal),
    varying("evpn.nlri.mpls_ls1",                                 "MPLS Label 1",                  Show::Decimal),
    varying("evpn.nlri.mpls_ls2",                                 "MPLS Label 2",                  Show::Decimal),
    varying("evpn.nlri.vni",                                      "VNI",                           Show::Decimal),
    varying("evpn.nlri.maclen",                                   "MAC Address Length",            Show::Decimal),
    varying("evpn.nlri.mac_addr",                                 "MAC Address",                   Show::Mac),
    varying("evpn.nlri.iplen",                                    "IP Address Length",             Show::Decimal),
    varying("evpn.nlri.prefix_len",                               "IP prefix length",              Show::Decimal),
    varying("evpn.nlri.ip.addr",                                  "IPv4 address",                  Show::Ipv4),
    varying("evpn.nlri.ipv6.addr",                                "IPv6 address",                  Show::Ipv6),
    varying("evpn.nlri.ipv4.gtw_addr",                            "IPv4 Gateway address",          Show::Ipv4),
    varying("evpn.nlri.ipv6.gtw_addr",                            "IPv6 Gateway address",          Show::Ipv6),
    varying("evpn.no_ip",                                         "IP Address: NOT INCLUDED",      Show::Nothing),
    varying("update.path_attribute.pmsi.tunnel.flags",            "Flags",                         Show::Decimal),
    varying("update.path_attribute.pmsi.tunnel.type",             "Tunnel Type",                   Show::Decimal, bgpMulticastTunnels),
    varying("update.path_attribute.pmsi.tunnel.id",               "Tunnel ID",                     Show::Nothing),
    varying("update.path_attribute.pmsi.tunnel_id.not_present",   "Tunnel ID not present",         Show::Nothing),
    varying("update.path_attribute.pmsi.pimssm.root_node",        "PIM-SSM Tree tunnel Root Node", Show::Ipv4),
    varying("update.path_attribute.pmsi.pimssm.pmulticast_group", "PIM-SSM Tree tunnel P-multicast group", Show::Ipv4),
    varying("update.path_attribute.pmsi.ingress_rep_ip",          "Tunnel type ingress replication IP end point", Show::Ipv4),
    varying("update.path_attribute.mpls_label",                   "MPLS Label Stack",              Show::Nothing),
    varying("update.path_attribute.mpls_label_value_20bits",      "MPLS Label",                    Show::Decimal),
    varying("update.path_attribute.mpls_label_value",             "MPLS Label",                    Show::Decimal),
    wide(6, varying("update.path_attribute.mpls_traffic_class",           "Traffic Class",                 Show::Hexadecimal)),
    varying("update.path_attribute.mpls_bottom_stack",            "Bottom-of-Stack",               Show::Flag),
});

/// Prefix-SID and BGPsec_PATH.
inline constexpr auto bgpSegmentRoutingFields = std::to_array<Field>({
    varying("prefix_sid.type",                              "Type",                          Show::Decimal, bgpPrefixSidTypes),
    varying("prefix_sid.length",                            "Length",                        Show::Decimal),
    varying("prefix_sid.value",                             "Value",                         Show::Raw),
    varying("prefix_sid.reserved",                          "Reserved",                      Show::Raw),
    varying("prefix_sid.unknown",                           "Unknown TLV",                   Show::Nothing),
    varying("prefix_sid.label_index",                       "Label-Index",                   Show::Nothing),
    varying("prefix_sid.label_index.flags",                 "Label-Index Flags",             Show::Hexadecimal),
    varying("prefix_sid.label_index.value",                 "Label-Index Value",             Show::Decimal),
    varying("prefix_sid.originator_srgb",                   "Originator SRGB",               Show::Nothing),
    varying("prefix_sid.originator_srgb.flags",             "Originator SRGB Flags",         Show::Hexadecimal),
    varying("prefix_sid.originator_srgb_blocks",            "SRGB Blocks",                   Show::Nothing),
    varying("prefix_sid.originator_srgb_block",             "SRGB Block",                    Show::Nothing),
    varying("prefix_sid.originator_srgb_base",              "SRGB Base",                     Show::Decimal),
    varying("prefix_sid.originator_srgb_range",             "SRGB Range",                    Show::Decimal),
    varying("prefix_sid.srv6_l3vpn",                        "SRv6 L3 Service",               Show::Nothing),
    varying("prefix_sid.srv6_l3vpn.sub_tlvs",               "SRv6 Service Sub-TLVs",         Show::Nothing),
    varying("prefix_sid.srv6_l3vpn.sub_tlv",                "SRv6 Service Sub-TLV",          Show::Nothing),
    varying("prefix_sid.srv6_l3vpn.sub_tlv.type",           "Type",                          Show::Decimal),
    varying("prefix_sid.srv6_l3vpn.sub_tlv.length",         "Length",                        Show::Decimal),
    varying("prefix_sid.srv6_l3vpn.sub_tlv.value",          "Value",                         Show::Raw),
    varying("prefix_sid.srv6_l3vpn.sub_tlv.reserved",       "Reserved",                      Show::Raw),
    varying("prefix_sid.srv6_l3vpn.sid_value",              "SRv6 SID Value",                Show::Ipv6),
    varying("prefix_sid.srv6_l3vpn.sid_flags",              "SRv6 SID Flags",                Show::Hexadecimal),
    varying("prefix_sid.srv6_l3vpn.srv6_endpoint_behavior", "SRv6 Endpoint Behavior",        Show::Hexadecimal, bgpSrv6Behaviours),
    varying("prefix_sid.srv6_l3vpn.reserved",               "Reserved",                      Show::Raw),
    varying("prefix_sid.srv6_l3vpn.sub_sub_tlvs",           "SRv6 Service Data Sub-Sub-TLVs", Show::Nothing),
    varying("prefix_sid.srv6_l3vpn.sub_sub_tlv",            "SRv6 Service Data Sub-Sub-TLV", Show::Nothing),
    varying("prefix_sid.srv6_l3vpn.sub_sub_tlv.type",       "Type",                          Show::Decimal),
    varying("prefix_sid.srv6_l3vpn.sub_sub_tlv.length",     "Length",                        Show::Decimal),
    varying("prefix_sid.srv6_l3vpn.sub_sub_tlv.value",      "Value",                         Show::Raw),
    varying("prefix_sid.srv6_l3vpn.sid.locator_block_len",  "Locator Block Length",          Show::Decimal),
    varying("prefix_sid.srv6_l3vpn.sid.locator_node_len",   "Locator Node Length",           Show::Decimal),
    varying("prefix_sid.srv6_l3vpn.sid.func_len",           "Function Length",               Show::Decimal),
    varying("prefix_sid.srv6_l3vpn.sid.arg_len",            "Argument Length",               Show::Decimal),
    varying("prefix_sid.srv6_l3vpn.sid.trans_len",          "Transposition Length",          Show::Decimal),
    varying("prefix_sid.srv6_l3vpn.sid.trans_offset",       "Transposition Offset",          Show::Decimal),
    varying("update.path_attribute.bgpsec.sp.length",       "Length",                        Show::Decimal),
    varying("update.path_attribute.bgpsec.sps.pcount",      "pCount",                        Show::Decimal),
    varying("update.path_attribute.bgpsec.sps.flags",       "Flags",                         Show::Decimal),
    varying("update.path_attribute.bgpsec.sps.as",          "AS Number",                     Show::Decimal),
    varying("update.path_attribute.bgpsec.sb.length",       "Length",                        Show::Decimal),
    varying("update.path_attribute.bgpsec.sb.algo_id",      "Algo ID",                       Show::Decimal),
    varying("update.path_attribute.bgpsec.ss.ski",          "SKI",                           Show::Raw),
    varying("update.path_attribute.bgpsec.ss.length",       "Length",                        Show::Decimal),
    varying("update.path_attribute.bgpsec.ss.sig",          "Signature",                     Show::Raw),
});

} // namespace vethscope
