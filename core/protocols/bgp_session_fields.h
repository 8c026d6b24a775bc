#pragma once

#include "core/protocols/bgp_names.h"

#include <array>

namespace vethscope {

/// OPEN and what it offers.
inline constexpr auto bgpOpenFields = std::to_array<Field>({
    varying("continuation",                    "Continuation",               Show::Nothing),
    varying("open.version",                    "Version",                    Show::Decimal),
    varying("open.myas",                       "My AS",                      Show::Decimal),
    varying("open.holdtime",                   "Hold Time",                  Show::Decimal),
    varying("open.identifier",                 "BGP Identifier",             Show::Ipv4),
    varying("open.opt.len",                    "Optional Parameters Length", Show::Decimal),
    varying("open.opt",                        "Optional Parameters",        Show::Nothing),
    varying("open.opt.param",                  "Optional Parameter",         Show::Nothing),
    varying("open.opt.param.type",             "Parameter Type",             Show::Decimal, bgpParameterTypes),
    varying("open.opt.param.len",              "Parameter Length",           Show::Decimal),
    varying("open.opt.param.auth",             "Authentication Data",        Show::Raw),
    varying("open.opt.param.unknown",          "Unknown",                    Show::Raw),
    varying("cap",                             "Capability",                 Show::Nothing),
    varying("cap.type",                        "Type",                       Show::Decimal, bgpCapabilityNames),
    varying("cap.length",                      "Length",                     Show::Decimal),
    varying("cap.action",                      "Action",                     Show::Decimal, bgpCapabilityActions),
    varying("cap.unknown",                     "Unknown",                    Show::Raw),
    varying("cap.reserved",                    "Reserved",                   Show::Raw),
    varying("cap.mp.afi",                      "AFI",                        Show::Decimal, bgpAddressFamilies),
    varying("cap.mp.safi",                     "SAFI",                       Show::Decimal, bgpSubsequentFamilies),
    varying("cap.enh.afi",                     "AFI",                        Show::Decimal, bgpAddressFamilies),
    varying("cap.enh.safi",                    "SAFI",                       Show::Decimal, bgpSubsequentFamilies),
    varying("cap.enh.nhafi",                   "Next hop AFI",               Show::Decimal, bgpAddressFamilies),
    varying("cap.gr.timers",                   "Restart Timers",             Show::Hexadecimal),
    varying("cap.gr.timers.restart_flag",      "Restart state",              Show::Flag),
    varying("cap.gr.timers.notification_flag", "Graceful notification",      Show::Flag),
    varying("cap.gr.timers.restart_time",      "Time",                       Show::Decimal),
    varying("cap.gr.afi",                      "AFI",                        Show::Decimal, bgpAddressFamilies),
    varying("cap.gr.safi",                     "SAFI",                       Show::Decimal, bgpSubsequentFamilies),
    varying("cap.gr.flag",                     "Flag",                       Show::Hexadecimal),
    varying("cap.gr.flag.pfs",                 "Preserve forwarding state",  Show::Flag),
    varying("cap.4as",                         "AS Number",                  Show::Decimal),
    varying("cap.dc",                          "Capability Dynamic",         Show::Decimal, bgpCapabilityNames),
    varying("cap.ap.afi",                      "AFI",                        Show::Decimal, bgpAddressFamilies),
    varying("cap.ap.safi",                     "SAFI",                       Show::Decimal, bgpSubsequentFamilies),
    varying("cap.ap.sendreceive",              "Send/Receive",               Show::Decimal, bgpSendReceive),
    varying("cap.orf.afi",                     "AFI",                        Show::Decimal, bgpAddressFamilies),
    varying("cap.orf.safi",                    "SAFI",                       Show::Decimal, bgpSubsequentFamilies),
    varying("cap.orf.number",                  "Number",                     Show::Decimal),
    varying("cap.orf.type",                    "Type",                       Show::Decimal, bgpFilterTypes),
    varying("cap.orf.sendreceive",             "Send Receive",               Show::Decimal, bgpSendReceive),
    varying("cap.orf.fqdn.hostname.len",       "Hostname Length",            Show::Decimal),
    varying("cap.orf.fqdn.hostname",           "Hostname",                   Show::Text),
    varying("cap.orf.fqdn.domain_name.len",    "Domain Name Length",         Show::Decimal),
    varying("cap.orf.fqdn.domain_name",        "Domain Name",                Show::Text),
    varying("cap.role",                        "Role",                       Show::Decimal, bgpRoles),
    varying("cap.llgr.afi",                    "AFI",                        Show::Decimal, bgpAddressFamilies),
    varying("cap.llgr.safi",                   "SAFI",                       Show::Decimal, bgpSubsequentFamilies),
    varying("cap.llgr.flag",                   "Flag",                       Show::Hexadecimal),
    varying("cap.llgr.stale_time",             "Long-lived stale time",      Show::Decimal),
    varying("cap.multisession.flags",          "Flag",                       Show::Hexadecimal),
    varying("cap.bgpsec.flags",                "Flag",                       Show::Hexadecimal),
    varying("cap.bgpsec.version",              "Version",                    Show::Decimal),
    varying("cap.bgpsec.sendreceive",          "Send/Receive",               Show::Decimal, bgpsecDirections),
    varying("cap.bgpsec.reserved",             "Reserved",                   Show::Hexadecimal),
    varying("cap.bgpsec.afi",                  "AFI",                        Show::Decimal, bgpAddressFamilies),
});

/// NOTIFICATION.
inline constexpr auto bgpNotificationFields = std::to_array<Field>({
    varying("notify.major_error",            "Major error Code",              Show::Decimal, bgpErrorNames),
    varying("notify.minor_error",            "Minor error Code (Message Header)", Show::Decimal, bgpHeaderErrors),
    varying("notify.minor_error_open",       "Minor error Code (Open Message)", Show::Decimal, bgpOpenErrors),
    varying("notify.minor_error_update",     "Minor error Code (Update Message)", Show::Decimal, bgpUpdateErrors),
    varying("notify.minor_error_expired",    "Minor error Code (Hold Timer Expired)", Show::Decimal),
    varying("notify.minor_error_state",      "Minor error Code (State Machine)", Show::Decimal, bgpStateErrors),
    varying("notify.minor_error_cease",      "Minor error Code (Cease)",      Show::Decimal, bgpCeaseErrors),
    varying("notify.minor_error_capability", "Minor error Code (Capability Message)", Show::Decimal, bgpCapabilityErrors),
    varying("notify.minor_error_unknown",    "Minor error Code (Unknown)",    Show::Decimal),
    varying("notify.minor_data",             "Data",                          Show::Raw),
    varying("notify.error_open.bad_peer_as", "Bad Peer AS",                   Show::Decimal),
    varying("notify.communication_length",   "BGP Shutdown Communication Length", Show::Decimal),
    varying("notify.communication",          "Shutdown Communication",        Show::Text),
});

/// ROUTE-REFRESH.
inline constexpr auto bgpRefreshFields = std::to_array<Field>({
    varying("route_refresh.afi",                        "Address family identifier (AFI)", Show::Decimal, bgpAddressFamilies),
    varying("route_refresh.subtype",                    "Subtype",                       Show::Decimal, bgpRefreshSubtypes),
    varying("route_refresh.safi",                       "Subsequent address family identifier (SAFI)", Show::Decimal, bgpSubsequentFamilies),
    varying("route_refresh.orf",                        "ORF information",               Show::Nothing),
    varying("route_refresh.orf.flag",                   "ORF flag",                      Show::Decimal, bgpRefreshWhen),
    varying("route_refresh.orf.type",                   "ORF type",                      Show::Decimal, bgpFilterTypes),
    varying("route_refresh.orf.length",                 "ORF length",                    Show::Decimal),
    varying("route_refresh.orf.entry",                  "ORFEntry PrefixList",           Show::Nothing),
    varying("route_refresh.orf.entry.action",           "ORFEntry Action",               Show::Decimal, bgpFilterActions),
    varying("route_refresh.orf.entry.match",            "ORFEntry Match",                Show::Decimal, bgpFilterMatches),
    varying("route_refresh.orf.entry.sequence",         "ORFEntry Sequence",             Show::Decimal),
    varying("route_refresh.orf.entry.prefixmask_lower", "ORFEntry PrefixMask length lower bound", Show::Decimal),
    varying("route_refresh.orf.entry.prefixmask_upper", "ORFEntry PrefixMask length upper bound", Show::Decimal),
    varying("route_refresh.orf.entry.ip",               "ORFEntry IP address",           Show::Ipv4),
});

} // namespace vethscope
