#pragma once

#include "core/dissect/details.h"

#include <array>

namespace vethscope {

/// IANA, Geneve Option Class: those met in clusters and clouds.
inline constexpr auto geneveOptionClasses = std::to_array<ValueName>({
    {0x0000, "Standard"}, {0x0001, "Standard"}, {0x0100, "Linux"}, {0x0101, "Open vSwitch"},
    {0x0102, "Open Virtual Networking (OVN)"},
    {0x0103, "In-band Network Telemetry (INT)"}, {0x0104, "VMware"},
    {0x0108, "Amazon.com, Inc."}, {0x0132, "Google LLC"}, {0x014b, "Cilium"},
});

inline constexpr auto geneveOptionFields = std::to_array<Field>({
    varying("options",              "Options",                Show::Raw),
    varying("option",               "Option",                 Show::Raw),
    varying("option.class",         "Class",                  Show::Hexadecimal, geneveOptionClasses),
    varying("option.type",          "Type",                   Show::Hexadecimal),
    varying("option.type.critical", "Critical Option",        Show::Flag),
    varying("option.flags",         "Flags",                  Show::Hexadecimal),
    varying("option.flags.reserved", "Reserved",              Show::Flag),
    varying("option.length",        "Length",                 Show::Decimal),
    varying("option.gcp.vnid",      "GCP Virtual Network ID", Show::Decimal),
    varying("option.gcp.direction", "GCP Traffic Direction",  Show::Flag),
    varying("option.gcp.reserved",  "GCP Reserved bits",      Show::Flag),
    varying("option.gcp.endpoint",  "GCP Endpoint ID",        Show::Raw),
    varying("option.gcp.profile",   "GCP Profile ID",         Show::Decimal),
    varying("option.unknown.data",  "Unknown Option Data",    Show::Raw),
});

/// Adds the options of a Geneve header from byte `at` to its end. RFC 8926, section 3.5.
void addGeneveOptions(Details &details, Bytes header, std::size_t at);

} // namespace vethscope
