#pragma once

#include "core/dissect/details.h"

#include <array>

namespace vethscope {

inline constexpr auto stpPortRoles = std::to_array<ValueName>({
    {0, "Unknown"}, {1, "Alternate or Backup"}, {2, "Root"}, {3, "Designated"},
});

/// The rows of STP whose place varies: Multiple Spanning Tree's region and instances, PVST+'s VLAN.
inline constexpr auto stpVaryingFields = std::to_array<Field>({
    whole(varying("mstp.version_3_length",              "Version 3 Length",                     Show::Decimal)),
    whole(varying("mstp.config_format_selector",        "MST Config ID format selector",        Show::Decimal)),
    whole(varying("mstp.config_name",                   "MST Config name",                      Show::Text)),
    whole(varying("mstp.config_revision_level",         "MST Config revision",                  Show::Decimal)),
    whole(varying("mstp.config_digest",                 "MST Config digest",                    Show::Raw)),
    whole(varying("mstp.cist_internal_root_path_cost",  "CIST Internal Root Path Cost",         Show::Decimal)),
    whole(scaled(varying("mstp.cist_bridge.prio",       "CIST Bridge Priority",                 Show::Decimal), 4096)),
    whole(varying("mstp.cist_bridge.ext",               "CIST Bridge Identifier System ID Extension", Show::Decimal)),
    whole(varying("mstp.cist_bridge.hw",                "CIST Bridge Identifier System ID",     Show::Mac)),
    whole(varying("mstp.cist_remaining_hops",           "CIST Remaining hops",                  Show::Decimal)),
    whole(varying("mstp.msti.flags",                    "MSTI flags",                           Show::Hexadecimal)),
    varying("flags.tcack",                              "Topology Change Acknowledgment",       Show::Flag),
    varying("flags.agreement",                          "Agreement",                            Show::Flag),
    varying("flags.forwarding",                         "Forwarding",                           Show::Flag),
    varying("flags.learning",                           "Learning",                             Show::Flag),
    varying("flags.port_role",                          "Port Role",                            Show::Decimal, stpPortRoles),
    varying("flags.proposal",                           "Proposal",                             Show::Flag),
    varying("flags.tc",                                 "Topology Change",                      Show::Flag),
    whole(varying("mstp.msti.priority",                 "Priority",                             Show::Hexadecimal)),
    whole(varying("mstp.msti.msti_id",                  "MSTID",                                Show::Decimal)),
    whole(varying("mstp.msti.root.hw",                  "Regional Root",                        Show::Mac)),
    whole(varying("mstp.msti.root_cost",                "Internal root path cost",              Show::Decimal)),
    whole(varying("mstp.msti.bridge_priority",          "Bridge Identifier Priority",           Show::Decimal)),
    whole(varying("mstp.msti.port_priority",            "Port identifier priority",             Show::Decimal)),
    whole(varying("mstp.msti.remaining_hops",           "Remaining hops",                       Show::Decimal)),
    whole(varying("mstp.version_4_length",              "Version 4 Length",                     Show::Decimal)),
    whole(varying("mstp.agree_flags.agreement_num",     "Agreement Number",                     Show::Decimal)),
    whole(varying("mstp.agree_flags.dagreement_num",    "Disagreement Number",                  Show::Decimal)),
    whole(varying("mstp.agree_flags.agreement_valid",   "Agreement Valid Flag",                 Show::Flag)),
    whole(varying("mstp.agree_flags.rest_role",         "Restricted Role",                      Show::Flag)),
    varying("pvst.tlvtype",                             "Type",                                 Show::Hexadecimal),
    varying("pvst.tlvlen",                              "Length",                               Show::Decimal),
    varying("pvst.origvlan",                            "Originating VLAN",                     Show::Decimal),
});

/// Adds the MST extension that begins at byte `at` of a BPDU. IEEE 802.1Q, clause 14.
void addStpInstances(Details &details, Bytes bpdu, std::size_t at);

/// Adds the VLAN that a PVST+ BPDU was sent for.
void addStpVlan(Details &details, Bytes bpdu, std::size_t at);

} // namespace vethscope
