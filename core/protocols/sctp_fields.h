#pragma once

#include "core/dissect/details.h"
#include "core/protocols/checksum.h"

#include <array>

namespace vethscope {

/// IANA, SCTP parameters.
inline constexpr auto sctpChunkTypes = std::to_array<ValueName>({
    {0, "DATA"}, {1, "INIT"}, {2, "INIT_ACK"}, {3, "SACK"}, {4, "HEARTBEAT"}, {5, "HEARTBEAT_ACK"}, {6, "ABORT"},
    {7, "SHUTDOWN"}, {8, "SHUTDOWN_ACK"}, {9, "ERROR"}, {10, "COOKIE_ECHO"}, {11, "COOKIE_ACK"}, {12, "ECNE"},
    {13, "CWR"}, {14, "SHUTDOWN_COMPLETE"}, {15, "AUTH"}, {16, "NR_SACK"}, {64, "I_DATA"}, {128, "ASCONF_ACK"},
    {129, "PKTDROP"}, {130, "RE_CONFIG"}, {132, "PAD"}, {192, "FORWARD_TSN"}, {193, "ASCONF"}, {194, "I_FORWARD_TSN"},
});

inline constexpr auto sctpParameterTypes = std::to_array<ValueName>({
    {0x1, "Heartbeat info"}, {0x5, "IPv4 address"}, {0x6, "IPv6 address"}, {0x7, "State cookie"},
    {0x8, "Unrecognized parameter"}, {0x9, "Cookie preservative"}, {0xb, "Hostname address"},
    {0xc, "Supported address types"}, {0xd, "Outgoing SSN reset request"}, {0xe, "Incoming SSN reset request"},
    {0xf, "SSN/TSN reset request"}, {0x10, "Re-configuration response"}, {0x11, "Add outgoing streams request"},
    {0x12, "Add incoming streams request"}, {0x8000, "ECN"}, {0x8002, "Random"}, {0x8003, "Authenticated Chunk list"},
    {0x8004, "Requested HMAC Algorithm"}, {0x8008, "Supported Extensions"}, {0xc000, "Forward TSN supported"},
    {0xc001, "Add IP address"}, {0xc002, "Delete IP address"}, {0xc003, "Error cause indication"},
    {0xc004, "Set primary address"}, {0xc005, "Success report"}, {0xc006, "Adaptation Layer Indication"},
});

inline constexpr auto sctpPayloadProtocols = std::to_array<ValueName>({
    {0, "not specified"}, {3, "M3UA"}, {18, "S1 Application Protocol (S1AP)"}, {27, "X2AP"}, {46, "DIAMETER"},
    {47, "DIAMETER over DTLS"}, {50, "WebRTC Control"}, {51, "WebRTC String"}, {53, "WebRTC Binary"}, {60, "NGAP"},
    {61, "XnAP"}, {62, "F1 AP"}, {66, "NGAP over DTLS"},
});

inline constexpr auto sctpCauses = std::to_array<ValueName>({
    {1, "Invalid stream identifier"}, {2, "Missing mandatory parameter"}, {3, "Stale cookie error"},
    {4, "Out of resource"}, {5, "Unresolvable address"}, {6, "Unrecognized chunk type"},
    {7, "Invalid mandatory parameter"}, {8, "Unrecognized parameters"}, {9, "No user data"},
    {10, "Cookie received while shutting down"}, {11, "Restart of an association with new addresses"},
    {12, "User initiated ABORT"}, {13, "Protocol violation"},
});

/// The rows of SCTP behind its common header.
inline constexpr auto sctpVaryingFields = std::to_array<Field>({
    varying("checksum.status",       "Checksum Status",        Show::Decimal, checksumStatusNames),
    varying("chunk_type",            "Chunk type",             Show::Decimal, sctpChunkTypes),
    varying("chunk_bit_1",           "Bit 1",                  Show::Flag),
    varying("chunk_bit_2",           "Bit 2",                  Show::Flag),
    varying("chunk_flags",           "Chunk flags",            Show::Hexadecimal),
    varying("chunk_length",          "Chunk length",           Show::Decimal),
    varying("chunk_padding",         "Chunk padding",          Show::Raw),
    varying("chunk_value",           "Chunk value",            Show::Raw),
    varying("data_i_bit",            "I-Bit",                  Show::Flag),
    varying("data_u_bit",            "U-Bit",                  Show::Flag),
    varying("data_b_bit",            "B-Bit",                  Show::Flag),
    varying("data_e_bit",            "E-Bit",                  Show::Flag),
    varying("data_tsn_raw",          "Transmission sequence number (absolute)", Show::Decimal),
    varying("data_sid",              "Stream identifier",      Show::Hexadecimal),
    varying("data_ssn",              "Stream sequence number", Show::Decimal),
    varying("data_payload_proto_id", "Payload protocol identifier", Show::Decimal, sctpPayloadProtocols),
    varying("data_mid",              "Message identifier",     Show::Decimal),
    varying("data_fsn",              "Fragment sequence number", Show::Decimal),
    varying("initiate_tag",          "Initiate tag",           Show::Hexadecimal),
    varying("init_initiate_tag",     "Initiate tag",           Show::Hexadecimal),
    varying("init_credit",           "Advertised receiver window credit (a_rwnd)", Show::Decimal),
    varying("init_nr_out_streams",   "Number of outbound streams", Show::Decimal),
    varying("init_nr_in_streams",    "Number of inbound streams", Show::Decimal),
    varying("init_initial_tsn",      "Initial TSN",            Show::Decimal),
    varying("initack_initiate_tag",  "Initiate tag",           Show::Hexadecimal),
    varying("initack_credit",        "Advertised receiver window credit (a_rwnd)", Show::Decimal),
    varying("initack_nr_out_streams", "Number of outbound streams", Show::Decimal),
    varying("initack_nr_in_streams", "Number of inbound streams", Show::Decimal),
    varying("initack_initial_tsn",   "Initial TSN",            Show::Decimal),
    varying("sack_nounce_sum",       "Nounce sum",             Show::Decimal),
    varying("sack_cumulative_tsn_ack_raw", "Cumulative TSN ACK (absolute)", Show::Decimal),
    varying("sack_a_rwnd",           "Advertised receiver window credit (a_rwnd)", Show::Decimal),
    varying("sack_number_of_gap_blocks", "Number of gap acknowledgement blocks", Show::Decimal),
    varying("sack_number_of_duplicated_tsns", "Number of duplicated TSNs", Show::Decimal),
    varying("sack_gap_block_start",  "Start",                  Show::Decimal),
    varying("sack_gap_block_end",    "End",                    Show::Decimal),
    varying("sack_duplicate_tsn",    "Duplicate TSN",          Show::Decimal),
    varying("shutdown_cumulative_tsn_ack", "Cumulative TSN Ack", Show::Decimal),
    varying("shutdown_complete_t_bit", "T-Bit",                Show::Flag),
    varying("abort_t_bit",           "T-Bit",                  Show::Flag),
    varying("ecne_lowest_tsn",       "Lowest TSN",             Show::Decimal),
    varying("cwr_lowest_tsn",        "Lowest TSN",             Show::Decimal),
    varying("forward_tsn_tsn",       "New cumulative TSN",     Show::Decimal),
    varying("cookie",                "Cookie",                 Show::Raw),
    varying("parameter_type",        "Parameter type",         Show::Hexadecimal, sctpParameterTypes),
    varying("parameter_bit_1",       "Bit 1",                  Show::Flag),
    varying("parameter_bit_2",       "Bit 2",                  Show::Flag),
    varying("parameter_length",      "Parameter length",       Show::Decimal),
    varying("parameter_padding",     "Parameter padding",      Show::Raw),
    varying("parameter_ipv4_address", "IP Version 4 address",  Show::Ipv4),
    varying("parameter_ipv6_address", "IP Version 6 address",  Show::Ipv6),
    varying("parameter_heartbeat_information", "Heartbeat information", Show::Raw),
    varying("parameter_state_cookie", "State cookie",          Show::Raw),
    varying("parameter_cookie_preservative_incr", "Suggested Cookie life-span increment (msec)", Show::Decimal),
    varying("parameter_supported_address_type", "Supported address type", Show::Decimal),
    varying("adaptation_layer_indication", "Indication",       Show::Hexadecimal),
    varying("supported_chunk_type",  "Supported chunk type",   Show::Decimal, sctpChunkTypes),
    varying("cause_code",            "Cause code",             Show::Hexadecimal, sctpCauses),
    varying("cause_length",          "Cause length",           Show::Decimal),
    varying("cause_information",     "Cause information",      Show::Raw),
    varying("cause_padding",         "Cause padding",          Show::Raw),
});

/// Adds the chunks from byte `at` of the packet to its end. RFC 9260, section 3.2.
void addSctpChunks(Details &details, Bytes packet, std::size_t at);

} // namespace vethscope
