#pragma once

#include "core/dissect/details.h"
#include "core/protocols/checksum.h"

#include <array>

namespace vethscope {

/// RFC 4861, section 4.6, and IANA's list of neighbour discovery options.
inline constexpr auto icmpv6OptionNames = std::to_array<ValueName>({
    {1, "Source link-layer address"}, {2, "Target link-layer address"}, {3, "Prefix information"},
    {4, "Redirected header"}, {5, "MTU"}, {14, "Nonce"}, {24, "Route Information"},
    {25, "Recursive DNS Server"}, {31, "DNS Search List Option"},
});

/// RFC 3810, section 5.2.12.
inline constexpr auto mldRecordTypes = std::to_array<ValueName>({
    {1, "Include"}, {2, "Exclude"}, {3, "Changed to include"}, {4, "Changed to exclude"},
    {5, "Allow new sources"}, {6, "Block old sources"},
});

/// The rows of ICMPv6 whose place depends on the message.
inline constexpr auto icmpv6VaryingFields = std::to_array<Field>({
    varying("checksum.status",       "Checksum Status",   Show::Decimal, checksumStatusNames),
    varying("echo.identifier",       "Identifier",        Show::Hexadecimal),
    varying("echo.sequence_number",  "Sequence",          Show::Decimal),
    varying("mtu",                   "MTU",               Show::Decimal),
    varying("pointer",               "Pointer",           Show::Decimal),
    varying("reserved",              "Reserved",          Show::Raw),
    varying("nd.ns.target_address",  "Target Address",    Show::Ipv6),
    varying("nd.na.flag",            "Flags",             Show::Hexadecimal),
    varying("nd.na.flag.r",          "Router",            Show::Flag),
    varying("nd.na.flag.s",          "Solicited",         Show::Flag),
    varying("nd.na.flag.o",          "Override",          Show::Flag),
    varying("nd.na.flag.rsv",        "Reserved",          Show::Decimal),
    varying("nd.na.target_address",  "Target Address",    Show::Ipv6),
    varying("nd.ra.cur_hop_limit",   "Cur hop limit",     Show::Decimal),
    varying("nd.ra.flag",            "Flags",             Show::Hexadecimal),
    varying("nd.ra.router_lifetime", "Router lifetime",   Show::Decimal),
    varying("nd.ra.reachable_time",  "Reachable time",    Show::Decimal),
    varying("nd.ra.retrans_timer",   "Retrans timer",     Show::Decimal),
    varying("opt.type",              "Option",            Show::Decimal, icmpv6OptionNames),
    varying("opt.length",            "Length",            Show::Decimal),
    varying("opt.linkaddr",          "Link-layer address", Show::Mac),
    varying("opt.src_linkaddr",      "Source link-layer address", Show::Mac),
    varying("opt.target_linkaddr",   "Target link-layer address", Show::Mac),
    varying("opt.mtu",               "MTU",               Show::Decimal),
    varying("opt.prefix.length",     "Prefix length",     Show::Decimal),
    varying("opt.prefix",            "Prefix",            Show::Ipv6),
    varying("mldr.nb_mcast_records", "Number of multicast address records", Show::Decimal),
    varying("mldr.mar.record_type",  "Record type",       Show::Decimal, mldRecordTypes),
    varying("mldr.mar.aux_data_len", "Aux data length",   Show::Decimal),
    varying("mldr.mar.nb_sources",   "Number of sources", Show::Decimal),
    varying("mldr.mar.multicast_address", "Multicast Address", Show::Ipv6),
    varying("mldr.mar.source_address", "Source Address",  Show::Ipv6),
    varying("mld.maximum_response_delay", "Maximum response delay [ms]", Show::Decimal),
    varying("mld.multicast_address", "Multicast Address", Show::Ipv6),
});

/// How many bytes belong to the message itself; what an error quotes and an echo carries comes behind it.
/// May be more than `bytes` has.
std::size_t icmpv6HeaderSize(Bytes bytes);

/// Adds what the message of that type says; `header` is as long as icmpv6HeaderSize() says.
void addIcmpv6Message(Details &details, Bytes header);

} // namespace vethscope
