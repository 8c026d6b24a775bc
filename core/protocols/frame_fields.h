#pragma once

#include "core/dissect/details.h"
#include "core/dissect/frame.h"

#include <array>

namespace vethscope {

// draft-ietf-opsawg-pcapng, section 4.3.1, the link-layer flags word.
inline constexpr auto frameDirections = std::to_array<ValueName>({{0, "Unknown"}, {1, "Inbound"}, {2, "Outbound"}});
inline constexpr auto frameReceptions = std::to_array<ValueName>({{0, "Not specified"}, {1, "Unicast"}, {2, "Multicast"}, {3, "Broadcast"}, {4, "Promiscuous"}});

// What BPF programs return (linux/pkt_cls.h, linux/bpf.h).
inline constexpr auto trafficControlActions = std::to_array<ValueName>({
    {~std::uint64_t{0}, "TC_ACT_UNSPEC"}, {0, "TC_ACT_OK"}, {1, "TC_ACT_RECLASSIFY"}, {2, "TC_ACT_SHOT"}, {3, "TC_ACT_PIPE"}, {4, "TC_ACT_STOLEN"},
    {5, "TC_ACT_QUEUED"}, {6, "TC_ACT_REPEAT"}, {7, "TC_ACT_REDIRECT"}, {8, "TC_ACT_TRAP"},
});
inline constexpr auto xdpActions = std::to_array<ValueName>({{0, "XDP_ABORTED"}, {1, "XDP_DROP"}, {2, "XDP_PASS"}, {3, "XDP_TX"}, {4, "XDP_REDIRECT"}});

inline constexpr auto frameFields = std::to_array<Field>({
    varying("number",         "Frame Number",                         Show::Decimal),
    varying("time",           "Arrival Time",                         Show::Date),
    varying("time_epoch",     "Epoch Time",                           Show::Time),
    varying("time_delta",     "Time delta from previous captured frame", Show::Time),
    varying("time_delta_displayed", "Time delta from previous displayed frame", Show::Time),
    varying("time_relative",  "Time since reference or first frame",  Show::Time),
    varying("len",            "Frame length on the wire",             Show::Decimal),
    varying("cap_len",        "Frame length stored into the capture", Show::Decimal),
    varying("interface_id",   "Interface id",                         Show::Decimal),
    varying("interface_name", "Interface name",                       Show::Text),
    varying("interface_queue", "Interface queue",                     Show::Decimal),
    wide(8, varying("packet_flags", "Packet flags",                   Show::Hexadecimal)),
    wide(8, varying("packet_flags_direction", "Direction",            Show::Hexadecimal, frameDirections)),
    varying("packet_flags_reception_type", "Reception type",          Show::Decimal, frameReceptions),
    varying("packet_flags_fcs_length", "FCS length",                  Show::Decimal),
    varying("packet_flags_reserved", "Reserved",                      Show::Decimal),
    varying("packet_flags_crc_error", "CRC error",                    Show::Flag),
    varying("packet_flags_packet_too_error", "Packet too long error", Show::Flag),
    varying("packet_flags_packet_too_short_error", "Packet too short error", Show::Flag),
    varying("packet_flags_wrong_inter_frame_gap_error", "Wrong interframe gap error", Show::Flag),
    varying("packet_flags_unaligned_frame_error", "Unaligned frame error", Show::Flag),
    varying("packet_flags_start_frame_delimiter_error", "Start frame delimiter error", Show::Flag),
    varying("packet_flags_preamble_error", "Preamble error",          Show::Flag),
    varying("packet_flags_symbol_error", "Symbol error",              Show::Flag),
    varying("packet_id",      "Packet id",                            Show::Decimal),
    varying("verdict",        "Verdict",                              Show::Text),
    varying("verdict.hw",     "Hardware",                             Show::Text),
    varying("verdict.ebpf_tc", "eBPF TC",                             Show::Signed, trafficControlActions),
    varying("verdict.ebpf_xdp", "eBPF XDP",                           Show::Signed, xdpActions),
    varying("verdict.unknown", "Unknown",                             Show::Text),
    varying("drop_count",     "Drop Count",                           Show::Decimal),
    varying("protocols",      "Protocols in frame",                   Show::Text),
    varying("encap_type",     "Encapsulation type",                   Show::Decimal),
    varying("comment",        "Comment",                              Show::Text),
});

/// What a pcapng file says of the frame beside its bytes: flags, numbers, what was decided about it.
void addFrameOptions(const Frame &frame, Details &details);

} // namespace vethscope
