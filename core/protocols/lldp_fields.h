#pragma once

#include "core/dissect/details.h"

#include <array>

namespace vethscope {

inline constexpr auto lldpTypes = std::to_array<ValueName>({
    {0, "End of LLDPDU"}, {1, "Chassis Id"}, {2, "Port Id"}, {3, "Time to Live"}, {4, "Port Description"}, {5, "System Name"},
    {6, "System Description"}, {7, "System Capabilities"}, {8, "Management Address"}, {127, "Organization Specific"},
});
inline constexpr auto lldpChassisSubtypes = std::to_array<ValueName>({
    {1, "Chassis component"}, {2, "Interface alias"}, {3, "Port component"}, {4, "MAC address"}, {5, "Network address"},
    {6, "Interface name"}, {7, "Locally assigned"},
});
inline constexpr auto lldpPortSubtypes = std::to_array<ValueName>({
    {1, "Interface alias"}, {2, "Port component"}, {3, "MAC address"}, {4, "Network address"}, {5, "Interface name"},
    {6, "Agent circuit Id"}, {7, "Locally assigned"},
});
inline constexpr auto lldpFamilies = std::to_array<ValueName>({{1, "IPv4"}, {2, "IPv6"}, {6, "802"}});
inline constexpr auto lldpInterfaceSubtypes = std::to_array<ValueName>({{1, "Unknown"}, {2, "ifIndex"}, {3, "System port number"}});
inline constexpr auto lldpOrganisations = std::to_array<ValueName>({
    {0x0080c2, "IEEE 802.1"}, {0x00120f, "IEEE 802.3"}, {0x0012bb, "TIA TR-41 Committee: LLDP-MED"}, {0x000ecf, "PROFIBUS"},
    {0x001b21, "Intel"},
});
inline constexpr auto lldp8021Subtypes = std::to_array<ValueName>({
    {1, "Port VLAN ID"}, {2, "Port and Protocol VLAN ID"}, {3, "VLAN Name"}, {4, "Protocol Identity"}, {7, "Link Aggregation"},
});
inline constexpr auto lldp8023Subtypes = std::to_array<ValueName>({
    {1, "MAC/PHY Configuration/Status"}, {2, "Power Via MDI"}, {3, "Link Aggregation"}, {4, "Maximum Frame Size"},
});

/// All rows of LLDP. The eight capabilities stand behind their word, lowest bit first.
inline constexpr auto lldpFields = std::to_array<Field>({
    varying("tlv.type",                 "TLV Type",                Show::Decimal, lldpTypes),
    varying("tlv.len",                  "TLV Length",              Show::Decimal),
    varying("chassis.subtype",          "Chassis Id Subtype",      Show::Decimal, lldpChassisSubtypes),
    varying("chassis.id",               "Chassis Id",              Show::Raw),
    varying("chassis.id.mac",           "Chassis Id",              Show::Mac),
    varying("chassis.id.ip4",           "Chassis Id",              Show::Ipv4),
    varying("chassis.id.ip6",           "Chassis Id",              Show::Ipv6),
    varying("network_address.subtype",  "Network Address family",  Show::Decimal, lldpFamilies),
    varying("port.subtype",             "Port Id Subtype",         Show::Decimal, lldpPortSubtypes),
    varying("port.id",                  "Port Id",                 Show::Text),
    varying("port.id.mac",              "Port Id",                 Show::Mac),
    varying("port.id.ip4",              "Port Id",                 Show::Ipv4),
    varying("port.id.ip6",              "Port Id",                 Show::Ipv6),
    varying("time_to_live",             "Seconds",                 Show::Decimal),
    varying("port.desc",                "Port Description",        Show::Text),
    varying("tlv.system.name",          "System Name",             Show::Text),
    varying("tlv.system.desc",          "System Description",      Show::Text),
    varying("tlv.system_cap",                     "Capabilities",         Show::Hexadecimal),
    varying("tlv.system_cap.other",               "Other",                Show::Flag),
    varying("tlv.system_cap.repeater",            "Repeater",             Show::Flag),
    varying("tlv.system_cap.bridge",              "Bridge",               Show::Flag),
    varying("tlv.system_cap.wlan_access_pt",      "WLAN access point",    Show::Flag),
    varying("tlv.system_cap.router",              "Router",               Show::Flag),
    varying("tlv.system_cap.telephone",           "Telephone",            Show::Flag),
    varying("tlv.system_cap.docsis_cable_device", "DOCSIS cable device",  Show::Flag),
    varying("tlv.system_cap.station_only",        "Station only",         Show::Flag),
    varying("tlv.enable_system_cap",                     "Enabled Capabilities", Show::Hexadecimal),
    varying("tlv.enable_system_cap.other",               "Other",                Show::Flag),
    varying("tlv.enable_system_cap.repeater",            "Repeater",             Show::Flag),
    varying("tlv.enable_system_cap.bridge",              "Bridge",               Show::Flag),
    varying("tlv.enable_system_cap.wlan_access_pt",      "WLAN access point",    Show::Flag),
    varying("tlv.enable_system_cap.router",              "Router",               Show::Flag),
    varying("tlv.enable_system_cap.telephone",           "Telephone",            Show::Flag),
    varying("tlv.enable_system_cap.docsis_cable_device", "DOCSIS cable device",  Show::Flag),
    varying("tlv.enable_system_cap.station_only",        "Station only",         Show::Flag),
    varying("mgn.address.len",          "Address String Length",   Show::Decimal),
    varying("mgn.address.subtype",      "Address Subtype",         Show::Decimal, lldpFamilies),
    varying("mgn.addr.ip4",             "Management Address",      Show::Ipv4),
    varying("mgn.addr.ip6",             "Management Address",      Show::Ipv6),
    varying("mgn.addr.hex",             "Management Address",      Show::Raw),
    varying("mgn.interface.subtype",    "Interface Subtype",       Show::Decimal, lldpInterfaceSubtypes),
    varying("mgn.interface.number",     "Interface Number",        Show::Decimal),
    varying("mgn.obj.len",              "OID String Length",       Show::Decimal),
    varying("orgtlv.oui",               "Organization Unique Code", Show::Decimal, lldpOrganisations),
    varying("ieee.802_1.subtype",       "IEEE 802.1 Subtype",      Show::Hexadecimal, lldp8021Subtypes),
    varying("ieee.802_1.port_vlan.id",  "Port VLAN Identifier",    Show::Decimal),
    varying("ieee.802_1.port_and_vlan_id_flag", "Flags",           Show::Hexadecimal),
    varying("ieee.802_1.port_and_vlan_id_flag.supported", "Port and Protocol VLAN supported", Show::Flag),
    varying("ieee.802_1.port_and_vlan_id_flag.enabled",   "Port and Protocol VLAN enabled",   Show::Flag),
    varying("ieee.802_1.port_proto_vlan.id", "Port and Protocol VLAN Identifier", Show::Decimal),
    varying("ieee.802_1.vlan.id",       "VLAN Identifier",         Show::Decimal),
    varying("ieee.802_1.vlan.name_len", "VLAN Name Length",        Show::Decimal),
    varying("ieee.802_1.vlan.name",     "VLAN Name",               Show::Text),
    varying("ieee.802_3.subtype",       "IEEE 802.3 Subtype",      Show::Hexadecimal, lldp8023Subtypes),
    varying("ieee.802_3.max_frame_size", "Maximum Frame Size",     Show::Decimal),
    varying("media.subtype",            "Media Subtype",           Show::Hexadecimal),
    varying("unknown_subtype",          "Unknown Subtype",         Show::Decimal),
    varying("unknown_subtype.content",  "Unknown Subtype Content", Show::Raw),
});

/// Adds an organisation's own entry: its OUI, subtype and, where it is known, its content.
void addLldpOrganisation(Details &details, Bytes bytes, std::size_t at, std::size_t length);

} // namespace vethscope
