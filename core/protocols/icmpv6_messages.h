#pragma once

#include "core/dissect/details.h"
#include "core/dissect/textbuffer.h"
#include "core/protocols/checksum.h"

#include <array>

namespace vethscope {

/// Types of messages, and of the options of neighbour discovery (IANA, ICMPv6 parameters).
namespace icmpv6 {

enum Type : std::uint8_t {
    Unreachable = 1,
    PacketTooBig = 2,
    TimeExceeded = 3,
    ParameterProblem = 4,
    EchoRequest = 128,
    EchoReply = 129,
    ListenerQuery = 130,
    ListenerReport = 131,
    ListenerDone = 132,
    RouterSolicitation = 133,
    RouterAdvertisement = 134,
    NeighborSolicitation = 135,
    NeighborAdvertisement = 136,
    Redirect = 137,
    ListenerReport2 = 143,
};

enum Option : std::uint8_t {
    SourceAddress = 1,
    TargetAddress = 2,
    PrefixInformation = 3,
    RedirectedHeader = 4,
    Mtu = 5,
    AdvertisementInterval = 7,
    HomeAgent = 8,
    Nonce = 14,
    RouteInformation = 24,
    NameServers = 25,
    SearchList = 31,
    CaptivePortal = 37,
    Nat64Prefix = 38,
};

} // namespace icmpv6

/// RFC 4861, section 4.6, and IANA's list of neighbour discovery options.
inline constexpr auto icmpv6OptionNames = std::to_array<ValueName>({
    {1, "Source link-layer address"}, {2, "Target link-layer address"}, {3, "Prefix information"},
    {4, "Redirected header"}, {5, "MTU"}, {7, "Advertisement Interval"}, {8, "Home Agent Information"}, {14, "Nonce"},
    {24, "Route Information"}, {25, "Recursive DNS Server"}, {31, "DNS Search List Option"}, {37, "DHCP Captive-Portal"},
    {38, "PREF64 Option"},
});

/// RFC 4191, section 2.1.
inline constexpr auto icmpv6Preferences = std::to_array<ValueName>({{0, "Medium"}, {1, "High"}, {2, "Reserved"}, {3, "Low"}});

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
    varying("nd.ra.flag.m",          "Managed address configuration", Show::Flag),
    varying("nd.ra.flag.o",          "Other configuration", Show::Flag),
    varying("nd.ra.flag.h",          "Home Agent",        Show::Flag),
    varying("nd.ra.flag.prf",        "Default Router Preference", Show::Decimal, icmpv6Preferences),
    varying("nd.ra.flag.p",          "Proxy",             Show::Flag),
    varying("nd.ra.flag.rsv",        "Reserved",          Show::Decimal),
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
    varying("opt.prefix.flag",       "Flag",              Show::Hexadecimal),
    varying("opt.prefix.flag.l",     "On-link",           Show::Flag),
    varying("opt.prefix.flag.a",     "Autonomous address-configuration", Show::Flag),
    varying("opt.prefix.flag.r",     "Router address",    Show::Flag),
    varying("opt.prefix.flag.reserved", "Reserved",       Show::Decimal),
    varying("opt.prefix.valid_lifetime", "Valid Lifetime", Show::Decimal),
    varying("opt.prefix.preferred_lifetime", "Preferred Lifetime", Show::Decimal),
    varying("opt.advertisement_interval", "Advertisement Interval", Show::Decimal),
    varying("opt.home_agent_preference", "Home Agent Preference", Show::Decimal),
    varying("opt.home_agent_lifetime", "Home Agent Lifetime", Show::Decimal),
    varying("opt.nonce",             "Nonce",             Show::Raw),
    varying("opt.route_info.flag",   "Flag",              Show::Hexadecimal),
    varying("opt.route_info.flag.route_preference", "Route Preference", Show::Decimal, icmpv6Preferences),
    varying("opt.route_lifetime",    "Route Lifetime",    Show::Decimal),
    varying("opt.rdnss.lifetime",    "Lifetime",          Show::Decimal),
    varying("opt.rdnss",             "Recursive DNS Servers", Show::Ipv6),
    varying("opt.dnssl.lifetime",    "Lifetime",          Show::Decimal),
    varying("opt.dnssl",             "Domain Names",      Show::Text),
    varying("opt.captive_portal",    "Captive Portal",    Show::Text),
    varying("opt.pref64.scaled_lifetime", "Scaled Lifetime in units of 8 seconds", Show::Decimal),
    wide(4, varying("opt.pref64.plc", "Prefix length code", Show::Hexadecimal)),
    varying("opt.pref64.prefix",     "Prefix",            Show::Ipv6),
    varying("nd.rd.target_address",  "Target Address",    Show::Ipv6),
    varying("rd.na.destination_address", "Destination Address", Show::Ipv6),
    varying("mldr.nb_mcast_records", "Number of multicast address records", Show::Decimal),
    varying("mldr.mar.record_type",  "Record type",       Show::Decimal, mldRecordTypes),
    varying("mldr.mar.aux_data_len", "Aux data length",   Show::Decimal),
    varying("mldr.mar.nb_sources",   "Number of sources", Show::Decimal),
    varying("mldr.mar.multicast_address", "Multicast Address", Show::Ipv6),
    varying("mldr.mar.source_address", "Source Address",  Show::Ipv6),
    varying("mld.maximum_response_delay", "Maximum response delay [ms]", Show::Decimal),
    varying("mld.maximum_response_code", "Maximum Response Code", Show::Decimal),
    varying("mld.multicast_address", "Multicast Address", Show::Ipv6),
    varying("mld.flag",              "Flags",             Show::Hexadecimal),
    varying("mld.flag.s",            "Suppress Router-Side Processing", Show::Flag),
    varying("mld.flag.qrv",          "QRV (Querier's Robustness Variable)", Show::Decimal),
    varying("mld.flag.reserved",     "Reserved",          Show::Decimal),
    varying("mld.qqi",               "QQIC (Querier's Query Interval Code)", Show::Decimal),
    varying("mld.nb_sources",        "Number of Sources", Show::Decimal),
    varying("mld.source_address",    "Source Address",    Show::Ipv6),
});

/// How many bytes belong to the message itself; what an error quotes and an echo carries comes behind it.
/// May be more than `bytes` has.
std::size_t icmpv6HeaderSize(Bytes bytes);

/// Adds the options of a neighbour discovery message from byte `at` of it.
void addIcmpv6Options(Details &details, Bytes header, std::size_t at);

/// Adds what the message of that type says; `header` is as long as icmpv6HeaderSize() says.
void addIcmpv6Message(Details &details, Bytes header);

/// Appends what the Info column says of neighbour discovery: ` for 2001:db8::1 from 52:54:00:12:34:56`. Nothing for other messages.
void printNeighborDiscovery(Bytes header, TextBuffer &out);

} // namespace vethscope
