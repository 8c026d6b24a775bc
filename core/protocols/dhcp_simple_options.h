#pragma once

#include "core/protocols/dhcp_options.h"

namespace vethscope {

/// How an option's value is laid out when it is one plain thing, or a list of one.
enum class DhcpShape : std::uint8_t { Address, Addresses, AddressPairs, Text, Byte, ByteList, Short, Shorts, Seconds, SignedSeconds, Flag, Raw };

/// One option whose value needs no code of its own. RFC 2132 and IANA's list.
struct DhcpSimpleOption {
    std::uint8_t code;
    DhcpShape shape;
    std::string_view field;
    std::string_view second{}; // of a pair
};

inline constexpr auto dhcpSimpleOptions = std::to_array<DhcpSimpleOption>({
    {1, DhcpShape::Address, "option.subnet_mask"},
    {2, DhcpShape::SignedSeconds, "option.time_offset"},
    {3, DhcpShape::Addresses, "option.router"},
    {4, DhcpShape::Addresses, "option.time_server"},
    {5, DhcpShape::Addresses, "option.name_server"},
    {6, DhcpShape::Addresses, "option.domain_name_server"},
    {7, DhcpShape::Addresses, "option.log_server"},
    {8, DhcpShape::Addresses, "option.quotes_server"},
    {9, DhcpShape::Addresses, "option.lpr_server"},
    {10, DhcpShape::Addresses, "option.impress_server"},
    {11, DhcpShape::Addresses, "option.resource_location_server"},
    {12, DhcpShape::Text, "option.hostname"},
    {13, DhcpShape::Short, "option.boot_file_size"},
    {14, DhcpShape::Text, "option.merit_dump_file"},
    {15, DhcpShape::Text, "option.domain_name"},
    {16, DhcpShape::Address, "option.swap_server"},
    {17, DhcpShape::Text, "option.root_path"},
    {18, DhcpShape::Text, "option.extension_path"},
    {19, DhcpShape::Flag, "option.ip_forwarding"},
    {20, DhcpShape::Flag, "option.non_local_source_routing"},
    {21, DhcpShape::AddressPairs, "option.policy_filter.ip", "option.policy_filter.subnet_mask"},
    {22, DhcpShape::Short, "option.max_datagram_reassembly_size"},
    {23, DhcpShape::Byte, "option.default_ip_ttl"},
    {24, DhcpShape::Seconds, "option.path_mtu_aging_timeout"},
    {25, DhcpShape::Shorts, "option.path_mtu_plateau_table_item"},
    {26, DhcpShape::Short, "option.interface_mtu"},
    {27, DhcpShape::Flag, "option.all_subnets_are_local"},
    {28, DhcpShape::Address, "option.broadcast_address"},
    {29, DhcpShape::Flag, "option.perform_mask_discovery"},
    {30, DhcpShape::Flag, "option.mask_supplier"},
    {31, DhcpShape::Flag, "option.perform_router_discover"},
    {32, DhcpShape::Address, "option.router_solicitation_address"},
    {33, DhcpShape::AddressPairs, "option.static_route.ip", "option.static_route.router"},
    {34, DhcpShape::Flag, "option.trailer_encapsulation"},
    {35, DhcpShape::Seconds, "option.arp_cache_timeout"},
    {36, DhcpShape::Flag, "option.ethernet_encapsulation"},
    {37, DhcpShape::Byte, "option.tcp_default_ttl"},
    {38, DhcpShape::Seconds, "option.tcp_keepalive_interval"},
    {39, DhcpShape::Flag, "option.tcp_keepalive_garbage"},
    {40, DhcpShape::Text, "option.nis_domain"},
    {41, DhcpShape::Addresses, "option.nis_server"},
    {42, DhcpShape::Addresses, "option.ntp_server"},
    {44, DhcpShape::Addresses, "option.netbios_over_tcpip_name_server"},
    {45, DhcpShape::Addresses, "option.netbios_over_tcpip_dd_name_server"},
    {46, DhcpShape::Byte, "option.netbios_over_tcpip_node_type"},
    {47, DhcpShape::Text, "option.netbios_over_tcpip_scope"},
    {48, DhcpShape::Addresses, "option.xwindows_system_font_server"},
    {49, DhcpShape::Addresses, "option.xwindows_system_display_manager"},
    {50, DhcpShape::Address, "option.requested_ip_address"},
    {51, DhcpShape::Seconds, "option.ip_address_lease_time"},
    {52, DhcpShape::Byte, "option.option_overload"},
    {53, DhcpShape::Byte, "option.dhcp"},
    {54, DhcpShape::Address, "option.dhcp_server_id"},
    {55, DhcpShape::ByteList, "option.request_list_item"},
    {56, DhcpShape::Text, "option.message"},
    {57, DhcpShape::Short, "option.dhcp_max_message_size"},
    {58, DhcpShape::Seconds, "option.renewal_time_value"},
    {59, DhcpShape::Seconds, "option.rebinding_time_value"},
    {60, DhcpShape::Text, "option.vendor_class_id"},
    {62, DhcpShape::Text, "option.novell_netware_ip_domain"},
    {64, DhcpShape::Text, "option.nis_plus_domain"},
    {65, DhcpShape::Addresses, "option.nis_plus_server"},
    {66, DhcpShape::Text, "option.tftp_server_name"},
    {67, DhcpShape::Text, "option.bootfile_name"},
    {68, DhcpShape::Addresses, "option.mobile_ip_home_agent"},
    {69, DhcpShape::Addresses, "option.smtp_server"},
    {70, DhcpShape::Addresses, "option.pop3_server"},
    {71, DhcpShape::Addresses, "option.nntp_server"},
    {72, DhcpShape::Addresses, "option.default_www_server"},
    {73, DhcpShape::Addresses, "option.default_finger_server"},
    {74, DhcpShape::Addresses, "option.default_irc_server"},
    {75, DhcpShape::Addresses, "option.streettalk_server"},
    {76, DhcpShape::Addresses, "option.streettalk_da_server"},
    {86, DhcpShape::Text, "option.novell_ds_tree_name"},
    {87, DhcpShape::Text, "option.novell_ds_context"},
    {91, DhcpShape::Seconds, "option.client_last_transaction_time"},
    {92, DhcpShape::Addresses, "option.associated_ip_option"},
    {93, DhcpShape::Shorts, "option.client_system_architecture"},
    {100, DhcpShape::Text, "option.tz_pcode"},
    {101, DhcpShape::Text, "option.tz_tcode"},
    {112, DhcpShape::Addresses, "option.netinfo_parent_server_address"},
    {113, DhcpShape::Text, "option.netinfo_parent_server_tag"},
    {116, DhcpShape::Byte, "option.dhcp_auto_configuration"},
    {118, DhcpShape::Addresses, "option.subnet_selection_option"},
    {137, DhcpShape::Text, "option.lost_server_domain_name"},
    {138, DhcpShape::Addresses, "option.capwap_access_controller"},
    {142, DhcpShape::Addresses, "option.andsf_server"},
    {150, DhcpShape::Addresses, "option.tftp_server_address"},
    {160, DhcpShape::Text, "option.captive_portal"},
    {161, DhcpShape::Text, "option.mudurl"},
    {209, DhcpShape::Text, "option.pxe_config_file"},
    {210, DhcpShape::Text, "option.pxe_path_prefix"},
    {252, DhcpShape::Text, "option.private_proxy_autodiscovery"},
});

/// The relay agent's suboptions of the same plain kinds. RFC 3046.
inline constexpr auto dhcpAgentOptions = std::to_array<DhcpSimpleOption>({
    {1, DhcpShape::Raw, "option.agent_information_option.agent_circuit_id"},
    {2, DhcpShape::Raw, "option.agent_information_option.agent_remote_id"},
    {5, DhcpShape::Address, "option.agent_information_option.link_selection"},
    {6, DhcpShape::Text, "option.agent_information_option.subscriber_id"},
    {7, DhcpShape::Raw, "option.agent_information_option.radius_attributes"},
    {8, DhcpShape::Raw, "option.agent_information_option.authentication"},
    {10, DhcpShape::Byte, "option.agent_information_option.flags"},
    {11, DhcpShape::Address, "option.agent_information_option.server_id_override"},
    {12, DhcpShape::Raw, "option.agent_information_option.relay_agent_id"},
    {150, DhcpShape::Address, "option.agent_information_option.link_selection_cisco"},
    {152, DhcpShape::Address, "option.agent_information_option.server_id_override_cisco"},
});

} // namespace vethscope
