#pragma once

#include "core/protocols/bgp_names.h"

#include <array>

namespace vethscope {

/// UPDATE: its parts, its attributes, its routes.
inline constexpr auto bgpUpdateFields = std::to_array<Field>({
    varying("update.withdrawn_routes.length",               "Withdrawn Routes Length",       Show::Decimal),
    varying("update.withdrawn_routes",                      "Withdrawn Routes",              Show::Nothing),
    varying("update.path_attributes.length",                "Total Path Attribute Length",   Show::Decimal),
    varying("update.path_attributes",                       "Path attributes",               Show::Nothing),
    varying("update.path_attributes.unknown",               "Unknown Path attributes",       Show::Nothing),
    varying("update.path_attribute.flags",                  "Flags",                         Show::Hexadecimal),
    varying("update.path_attribute.flags.optional",         "Optional",                      Show::Flag),
    varying("update.path_attribute.flags.transitive",       "Transitive",                    Show::Flag),
    varying("update.path_attribute.flags.partial",          "Partial",                       Show::Flag),
    varying("update.path_attribute.flags.extended_length",  "Extended-Length",               Show::Flag),
    varying("update.path_attribute.flags.unused",           "Unused",                        Show::Hexadecimal),
    varying("update.path_attribute.type_code",              "Type Code",                     Show::Decimal, bgpAttributeNames),
    varying("update.path_attribute.length",                 "Length",                        Show::Decimal),
    varying("update.path_attribute.origin",                 "Origin",                        Show::Decimal, bgpOrigins),
    varying("update.path_attribute.as_path_segment",        "AS Path segment",               Show::Nothing),
    varying("update.path_attribute.as_path_segment.type",   "Segment type",                  Show::Decimal, bgpSegmentTypes),
    varying("update.path_attribute.as_path_segment.length", "Segment length (number of ASN)", Show::Decimal),
    varying("update.path_attribute.as_path_segment.as2",    "AS2",                           Show::Decimal),
    varying("update.path_attribute.as_path_segment.as4",    "AS4",                           Show::Decimal),
    varying("update.path_attribute.next_hop",               "Next hop",                      Show::Ipv4),
    varying("update.path_attribute.multi_exit_disc",        "Multiple exit discriminator",   Show::Decimal),
    varying("update.path_attribute.local_pref",             "Local preference",              Show::Decimal),
    varying("update.path_attribute.aggregator_as",          "Aggregator AS",                 Show::Decimal),
    varying("update.path_attribute.aggregator_origin",      "Aggregator origin",             Show::Ipv4),
    varying("update.path_attribute.communities",            "Communities",                   Show::Nothing),
    varying("update.path_attribute.community",              "Community",                     Show::Nothing),
    varying("update.path_attribute.community_wellknown",    "Community Well-known",          Show::Hexadecimal, bgpWellKnownCommunities),
    varying("update.path_attribute.community_as",           "Community AS",                  Show::Decimal),
    varying("update.path_attribute.community_value",        "Community value",               Show::Decimal),
    varying("update.path_attribute.originator_id",          "Originator identifier",         Show::Ipv4),
    varying("update.path_attribute.attr_set.origin_as",     "Origin AS",                     Show::Decimal),
    varying("update.path_attribute",                        "Path Attribute",                Show::Nothing),
    varying("path_attribute.cluster_list",                  "Cluster List",                  Show::Nothing),
    varying("path_attribute.cluster_id",                    "Cluster ID",                    Show::Ipv4),
    varying("update.path_attribute.aigp",                   "AIGP Attribute",                Show::Nothing),
    varying("update.attribute.aigp.type",                   "AIGP attribute type",           Show::Decimal),
    varying("update.attribute.aigp.length",                 "AIGP TLV length",               Show::Decimal),
    varying("update.attribute.aigp.accu_igp_metric",        "AIGP Accumulated IGP Metric",   Show::Decimal),
    varying("large_communities",                            "Large Communities",             Show::Text),
    varying("large_communities.ga",                         "Global Administrator",          Show::Decimal),
    varying("large_communities.ldp1",                       "Local Data Part 1",             Show::Decimal),
    varying("large_communities.ldp2",                       "Local Data Part 2",             Show::Decimal),
});

/// Routes, in UPDATE itself and in its multiprotocol attributes.
inline constexpr auto bgpRouteFields = std::to_array<Field>({
    varying("update.path_attribute.mp_reach_nlri.afi",                 "Address family identifier (AFI)", Show::Decimal, bgpAddressFamilies),
    varying("update.path_attribute.mp_reach_nlri.safi",                "Subsequent address family identifier (SAFI)", Show::Decimal, bgpSubsequentFamilies),
    varying("update.path_attribute.mp_reach_nlri.next_hop",            "Next hop",                      Show::Raw),
    varying("update.path_attribute.mp_reach_nlri.next_hop.rd",         "Route Distinguisher",           Show::Text),
    varying("update.path_attribute.mp_reach_nlri.next_hop.ipv4",       "IPv4 Address",                  Show::Ipv4),
    varying("update.path_attribute.mp_reach_nlri.next_hop.ipv6",       "IPv6 Address",                  Show::Ipv6),
    varying("update.path_attribute.mp_reach_nlri.next_hop.ipv6.link_local", "Link-local Address",            Show::Ipv6),
    varying("update.path_attribute.mp_reach_nlri.nbr_snpa",            "Number of Subnetwork points of attachment (SNPA)", Show::Decimal),
    varying("update.path_attribute.mp_reach_nlri.snpa_length",         "SNPA Length",                   Show::Decimal),
    varying("update.path_attribute.mp_reach_nlri.snpa",                "SNPA",                          Show::Raw),
    varying("update.path_attribute.mp_reach_nlri",                     "Network Layer Reachability Information (NLRI)", Show::Nothing),
    varying("update.path_attribute.mp_unreach_nlri.afi",               "Address family identifier (AFI)", Show::Decimal, bgpAddressFamilies),
    varying("update.path_attribute.mp_unreach_nlri.safi",              "Subsequent address family identifier (SAFI)", Show::Decimal, bgpSubsequentFamilies),
    varying("update.path_attribute.mp_unreach_nlri",                   "Withdrawn Routes",              Show::Nothing),
    varying("update.nlri",                                             "Network Layer Reachability Information (NLRI)", Show::Nothing),
    varying("nlri_prefix",                                             "NLRI prefix",                   Show::Ipv4),
    varying("withdrawn_prefix",                                        "Withdrawn prefix",              Show::Ipv4),
    varying("nlri_path_id",                                            "NLRI path id",                  Show::Decimal),
    varying("prefix_length",                                           "Prefix Length",                 Show::Decimal),
    varying("rd",                                                      "Route Distinguisher",           Show::Text),
    varying("label_stack",                                             "Label Stack",                   Show::Text),
    varying("mp_reach_nlri_ipv4_prefix",                               "MP Reach NLRI IPv4 prefix",     Show::Ipv4),
    varying("mp_reach_nlri_ipv6_prefix",                               "MP Reach NLRI IPv6 prefix",     Show::Ipv6),
    varying("mp_unreach_nlri_ipv4_prefix",                             "MP Unreach NLRI IPv4 prefix",   Show::Ipv4),
    varying("mp_unreach_nlri_ipv6_prefix",                             "MP Unreach NLRI IPv6 prefix",   Show::Ipv6),
    varying("originating_as",                                          "Originating AS",                Show::Decimal),
    varying("community_prefix",                                        "Community Prefix",              Show::Text),
    varying("wildcard_route_target",                                   "Wildcard route target",         Show::Text),
});

} // namespace vethscope
