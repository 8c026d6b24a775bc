#pragma once

#include "core/protocols/names.h"

#include <array>

namespace vethscope {

/// RFC 8955, section 4.2.2.
inline constexpr auto bgpFlowComponents = std::to_array<ValueName>({
    {1, "Destination prefix filter"}, {2, "Source prefix filter"}, {3, "Protocol / Next Header filter"},
    {4, "Port filter"}, {5, "Destination port filter"}, {6, "Source port filter"}, {7, "ICMP type filter"},
    {8, "ICMP code filter"}, {9, "TCP flags filter"}, {10, "Packet Length filter"}, {11, "DSCP marking filter"},
    {12, "IP fragment filter"},
});

/// Flow specifications: what traffic a rule is about.
inline constexpr auto bgpFlowFields = std::to_array<Field>({
    varying("flowspec_nlri",                               "FLOW-SPEC nlri",                Show::Raw),
    varying("flowspec_nlri.length",                        "NRLI length",                   Show::Decimal),
    varying("flowspec_route_distinguisher",                "Route Distinguisher",           Show::Nothing),
    varying("flowspec_route_distinguisher_type",           "Route Distinguisher Type",      Show::Decimal),
    varying("flowspec_route_distinguisher_admin_as_num_2", "Administrator Subfield",        Show::Decimal),
    varying("flowspec_route_distinguisher_admin_ipv4",     "Administrator Subfield",        Show::Ipv4),
    varying("flowspec_route_distinguisher_admin_as_num_4", "Administrator Subfield",        Show::Hexadecimal),
    varying("flowspec_route_distinguisher_asnum_2",        "Assigned Number Subfield",      Show::Decimal),
    varying("flowspec_route_distinguisher_asnum_4",        "Assigned Number Subfield",      Show::Hexadecimal),
    varying("flowspec_nlri.filter",                        "Filter",                        Show::Nothing),
    varying("flowspec_nlri.filter_type",                   "Filter type",                   Show::Decimal, bgpFlowComponents),
    varying("flowspec_nlri.opflags",                       "Operator flags",                Show::Hexadecimal),
    varying("flowspec_nlri.op.eol",                        "end-of-list",                   Show::Flag),
    varying("flowspec_nlri.op.and",                        "and",                           Show::Flag),
    varying("flowspec_nlri.op.val_len",                    "Value length",                  Show::Decimal),
    varying("flowspec_nlri.op.un_bit4",                    "Reserved",                      Show::Flag),
    varying("flowspec_nlri.op.un_bit5",                    "Reserved",                      Show::Flag),
    varying("flowspec_nlri.op.lt",                         "less than",                     Show::Flag),
    varying("flowspec_nlri.op.gt",                         "greater than",                  Show::Flag),
    varying("flowspec_nlri.op.equal",                      "equal",                         Show::Flag),
    varying("flowspec_nlri.op.flg_not",                    "logical negation",              Show::Flag),
    varying("flowspec_nlri.op.flg_match",                  "Match bit",                     Show::Flag),
    varying("flowspec_nlri.dec_val_8",                     "Decimal value",                 Show::Decimal),
    varying("flowspec_nlri.dec_val_16",                    "Decimal value",                 Show::Decimal),
    varying("flowspec_nlri.dec_val_32",                    "Decimal value",                 Show::Decimal),
    varying("flowspec_nlri.dec_val_64",                    "Decimal value",                 Show::Decimal),
    varying("flowspec_nlri.val_tcp.flags",                 "TCP flags",                     Show::Hexadecimal),
    varying("flowspec_nlri.val_tcp.flags.cwr",             "Congestion Window Reduced (CWR)", Show::Flag),
    varying("flowspec_nlri.val_tcp.flags.ecn",             "ECN-Echo",                      Show::Flag),
    varying("flowspec_nlri.val_tcp.flags.urg",             "Urgent",                        Show::Flag),
    varying("flowspec_nlri.val_tcp.flags.ack",             "Acknowledgment",                Show::Flag),
    varying("flowspec_nlri.val_tcp.flags.push",            "Push",                          Show::Flag),
    varying("flowspec_nlri.val_tcp.flags.reset",           "Reset",                         Show::Flag),
    varying("flowspec_nlri.val_tcp.flags.syn",             "Syn",                           Show::Flag),
    varying("flowspec_nlri.val_tcp.flags.fin",             "Fin",                           Show::Flag),
    varying("flowspec_nlri.val_frag",                      "Fragment Flag",                 Show::Hexadecimal),
    varying("flowspec_nlri.val_frag_lf",                   "Last fragment",                 Show::Flag),
    varying("flowspec_nlri.val_frag_ff",                   "First fragment",                Show::Flag),
    varying("flowspec_nlri.val_frag_isf",                  "Is a fragment",                 Show::Flag),
    varying("flowspec_nlri.val_frag_df",                   "Don't fragment",                Show::Flag),
    varying("flowspec_nlri.val_dsfield",                   "Differentiated Services Codepoint", Show::Hexadecimal),
    varying("flowspec_nlri.dst_prefix_filter",             "Destination IP filter",         Show::Ipv4),
    varying("flowspec_nlri.dst_ipv6_pref",                 "Destination IPv6 prefix",       Show::Ipv6),
    varying("flowspec_nlri.src_prefix_filter",             "Source IP filter",              Show::Ipv4),
    varying("flowspec_nlri.src_ipv6_pref",                 "Source IPv6 prefix",            Show::Ipv6),
    varying("flowspec_nlri.ipv6_pref_length",              "IPv6 prefix length",            Show::Decimal),
    varying("flowspec_nlri.ipv6_pref_offset",              "IPv6 prefix offset",            Show::Decimal),
});

} // namespace vethscope
