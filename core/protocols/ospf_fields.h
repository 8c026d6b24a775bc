#pragma once

#include "core/protocols/field_cursor.h"

#include "core/protocols/checksum.h"

#include <array>

namespace vethscope {

inline constexpr auto ospfLsaTypes = std::to_array<ValueName>({
    {1, "Router-LSA"}, {2, "Network-LSA"}, {3, "Summary-LSA (IP network)"}, {4, "Summary-LSA (ASBR)"},
    {5, "AS-External-LSA (ASBR)"}, {6, "Group Membership LSA"}, {7, "NSSA AS-External-LSA"},
    {8, "External Attributes LSA"}, {9, "Opaque LSA, Link-local scope"}, {10, "Opaque LSA, Area-local scope"},
    {11, "Opaque LSA, AS-local scope"},
});

inline constexpr auto ospf3LsaFunctions = std::to_array<ValueName>({
    {1, "Router-LSA"}, {2, "Network-LSA"}, {3, "Inter-Area-Prefix-LSA"}, {4, "Inter-Area-Router-LSA"},
    {5, "AS-External-LSA"}, {6, "Group-Membership-LSA"}, {7, "NSSA-LSA"}, {8, "Link-LSA"},
    {9, "Intra-Area-Prefix-LSA"}, {12, "Router Information Opaque-LSA"},
});

/// The rows of OSPF behind its header, of both versions.
inline constexpr auto ospfVaryingFields = std::to_array<Field>({
    varying("msg.hello",            "Hello",                     Show::Flag),
    varying("msg.dbdesc",           "Database Description",      Show::Flag),
    varying("msg.lsreq",            "Link State Adv Request",    Show::Flag),
    varying("msg.lsupdate",         "Link State Adv Update",     Show::Flag),
    varying("msg.lsack",            "Link State Adv Acknowledgement", Show::Flag),
    varying("auth.none",            "Auth Data (none)",          Show::Raw),
    varying("auth.simple",          "Auth Data (Simple)",        Show::Text),
    varying("auth.crypt.key_id",    "Auth Crypt Key id",         Show::Decimal),
    varying("auth.crypt.data_length", "Auth Crypt Data Length",  Show::Decimal),
    varying("auth.crypt.seq_nbr",   "Auth Crypt Sequence Number", Show::Decimal),
    varying("auth.crypt.data",      "Auth Crypt Data",           Show::Raw),
    varying("reserved",             "Reserved",                  Show::Raw),
    varying("hello.network_mask",   "Network Mask",              Show::Ipv4),
    varying("hello.interface_id",   "Interface ID",              Show::Decimal),
    varying("hello.hello_interval", "Hello Interval [sec]",      Show::Decimal),
    varying("hello.router_priority", "Router Priority",          Show::Decimal),
    varying("hello.router_dead_interval", "Router Dead Interval [sec]", Show::Decimal),
    varying("hello.designated_router", "Designated Router",      Show::Ipv4),
    varying("hello.backup_designated_router", "Backup Designated Router", Show::Ipv4),
    varying("hello.active_neighbor", "Active Neighbor",          Show::Ipv4),
    varying("v2.options",           "Options",                   Show::Hexadecimal),
    varying("v2.options.dn",        "DN",                        Show::Flag),
    varying("v2.options.o",         "O",                         Show::Flag),
    varying("v2.options.dc",        "(DC) Demand Circuits",      Show::Flag),
    varying("v2.options.l",         "(L) LLS Data block",        Show::Flag),
    varying("v2.options.n",         "(N) NSSA",                  Show::Flag),
    varying("v2.options.p",         "(P) Propagate",             Show::Flag),
    varying("v2.options.mc",        "(MC) Multicast",            Show::Flag),
    varying("v2.options.e",         "(E) External Routing",      Show::Flag),
    varying("v2.options.mt",        "(MT) Multi-Topology Routing", Show::Flag),
    varying("v3.options",           "Options",                   Show::Hexadecimal),
    varying("v3.options.at",        "AT",                        Show::Flag),
    varying("v3.options.l",         "L",                         Show::Flag),
    varying("v3.options.af",        "AF",                        Show::Flag),
    varying("v3.options.dc",        "DC",                        Show::Flag),
    varying("v3.options.r",         "R",                         Show::Flag),
    varying("v3.options.n",         "N",                         Show::Flag),
    varying("v3.options.mc",        "MC",                        Show::Flag),
    varying("v3.options.e",         "E",                         Show::Flag),
    varying("v3.options.v6",        "V6",                        Show::Flag),
    varying("db.interface_mtu",     "Interface MTU",             Show::Decimal),
    varying("dbd",                  "DB Description",            Show::Hexadecimal),
    varying("dbd.r",                "(R) OOBResync",             Show::Flag),
    varying("dbd.i",                "(I) Init",                  Show::Flag),
    varying("dbd.m",                "(M) More",                  Show::Flag),
    varying("dbd.ms",               "(MS) Master",               Show::Flag),
    varying("db.dd_sequence",       "DD Sequence",               Show::Decimal),
    varying("ls.number_of_lsas",    "Number of LSAs",            Show::Decimal),
    varying("lsa.age",              "LS Age (seconds)",          Show::Decimal),
    varying("lsa.donotage",         "Do Not Age Flag",           Show::Decimal),
    varying("lsa",                  "LS Type",                   Show::Decimal, ospfLsaTypes),
    varying("lsa.id",               "Link State ID",             Show::Ipv4),
    varying("link_state_id",        "Link State ID",             Show::Ipv4),
    varying("advrouter",            "Advertising Router",        Show::Ipv4),
    varying("lsa.seqnum",           "Sequence Number",           Show::Hexadecimal),
    varying("lsa.chksum",           "Checksum",                  Show::Hexadecimal),
    varying("lsa.length",           "Length",                    Show::Decimal),
    varying("v3.lsa.do_not_age",    "Do Not Age",                Show::Flag),
    varying("v3.lsa.u",             "LSA Handling",              Show::Flag),
    wide(4, varying("v3.lsa.s12",   "Flooding Scope",            Show::Hexadecimal)),
    varying("v3.lsa.fc",            "Function Code",             Show::Decimal, ospf3LsaFunctions),
    varying("v2.router.lsa.flags",  "Flags",                     Show::Hexadecimal),
    varying("v2.router.lsa.flags.v", "(V) Virtual link endpoint", Show::Flag),
    varying("v2.router.lsa.flags.e", "(E) AS boundary router",   Show::Flag),
    varying("v2.router.lsa.flags.b", "(B) Area border router",   Show::Flag),
    varying("lsa.number_of_links",  "Number of Links",           Show::Decimal),
    varying("lsa.router.linkid",    "Link ID",                   Show::Ipv4),
    varying("lsa.router.linkdata",  "Link Data",                 Show::Ipv4),
    varying("lsa.router.linktype",  "Link Type",                 Show::Decimal),
    varying("lsa.router.nummetrics", "Number of Metrics",        Show::Decimal),
    varying("lsa.router.metric0",   "0 Metric",                  Show::Decimal),
});

/// Adds what an OSPF packet of that version and type says behind its header.
void addOspfMessage(FieldCursor message, unsigned version, std::uint8_t type);

} // namespace vethscope
