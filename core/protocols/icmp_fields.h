#pragma once

#include "core/dissect/details.h"
#include "core/protocols/checksum.h"
#include "core/protocols/field_cursor.h"

#include <array>

namespace vethscope {

/// IANA, ICMP types.
enum IcmpType : std::uint8_t {
    EchoReply = 0,
    DestinationUnreachable = 3,
    SourceQuench = 4,
    Redirect = 5,
    EchoRequest = 8,
    RouterAdvertisement = 9,
    TimeExceeded = 11,
    ParameterProblem = 12,
    Timestamp = 13,
    TimestampReply = 14,
    InformationRequest = 15,
    InformationReply = 16,
    MaskRequest = 17,
    MaskReply = 18,
    ExtendedRequest = 42,
    ExtendedReply = 43,
};

inline constexpr std::size_t icmpHeaderSize = 8;

/// IANA, ICMP extension object classes.
inline constexpr auto icmpExtensionClasses = std::to_array<ValueName>({
    {1, "MPLS Label Stack Class"}, {2, "Interface Information Object"}, {3, "Interface Identification Object"},
});

/// The rows of ICMP whose place depends on the message.
inline constexpr auto icmpVaryingFields = std::to_array<Field>({
    varying("checksum.status",     "Checksum Status",       Show::Decimal, checksumStatusNames),
    varying("unused",              "Unused",                Show::Raw),
    varying("ident",               "Identifier",            Show::Decimal),
    varying("ident_le",            "Identifier (little-endian)", Show::Decimal),
    varying("seq",                 "Sequence Number",       Show::Decimal),
    varying("seq_le",              "Sequence Number (little-endian)", Show::Decimal),
    varying("mtu",                 "MTU of next hop",       Show::Decimal),
    varying("redir_gw",            "Gateway Address",       Show::Ipv4),
    varying("pointer",             "Pointer",               Show::Decimal),
    varying("length",              "Length",                Show::Decimal),
    varying("length.original_datagram", "Length of original datagram", Show::Decimal),
    varying("num_addrs",           "Number of addresses",   Show::Decimal),
    varying("addr_entry_size",     "Address entry size",    Show::Decimal),
    varying("lifetime",            "Lifetime",              Show::Decimal),
    varying("router_address",      "Router address",        Show::Ipv4),
    varying("pref_level",          "Preference level",      Show::Text),
    varying("originate_timestamp", "Originate Timestamp",   Show::Decimal),
    varying("receive_timestamp",   "Receive Timestamp",     Show::Decimal),
    varying("transmit_timestamp",  "Transmit Timestamp",    Show::Decimal),
    varying("address_mask",        "Address Mask",          Show::Ipv4),
    varying("ext.echo.seq",        "Sequence Number",       Show::Decimal),
    varying("ext",                 "ICMP Multi-Part Extensions", Show::Nothing),
    varying("ext.version",         "Version",               Show::Decimal),
    varying("ext.res",             "Reserved",              Show::Hexadecimal),
    varying("ext.checksum",        "Checksum",              Show::Hexadecimal),
    varying("ext.checksum.status", "Checksum Status",       Show::Decimal, checksumStatusNames),
    varying("ext.length",          "Length",                Show::Decimal),
    varying("ext.class",           "Class",                 Show::Decimal, icmpExtensionClasses),
    varying("ext.ctype",           "C-Type",                Show::Decimal),
    varying("ext.data",            "Data",                  Show::Raw),
    varying("mpls.label",          "Label",                 Show::Decimal),
    varying("mpls.exp",            "Experimental",          Show::Decimal),
    varying("mpls.s",              "Stack bit",             Show::Flag),
    varying("mpls.ttl",            "Time to live",          Show::Decimal),
    varying("",                    "Timestamp of ping",     Show::Time),
});

/// Adds what the message of its type says.
void addIcmpMessage(const LayerView &view, Details &details);

/// Adds the extensions that stand behind the quoted datagram: RFC 4884, section 7.
void addIcmpExtensions(FieldCursor extensions);

} // namespace vethscope
