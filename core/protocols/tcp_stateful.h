#pragma once

#include "core/dissect/layerview.h"

#include <array>

namespace vethscope {

/// The rows of TCP that only the segments before one can tell. Names and sentences are Wireshark's (User's Guide, "TCP Analysis").
inline constexpr auto tcpStatefulFields = std::to_array<Field>({
    varying("stream",                        "Stream index",                     Show::Decimal),
    varying("seq",                           "Sequence Number (relative)",       Show::Decimal),
    varying("nxtseq",                        "Next Sequence Number (relative)",  Show::Decimal),
    varying("ack",                           "Acknowledgment Number (relative)", Show::Decimal),
    varying("window_size",                   "Calculated window size",           Show::Decimal),
    varying("options.sack_le",               "Left edge",                        Show::Decimal),
    varying("options.sack_re",               "Right edge",                       Show::Decimal),
    varying("window_size_scalefactor",       "Window size scaling factor",       Show::Signed),
    varying("analysis",                      "SEQ/ACK analysis",                 Show::Nothing),
    varying("analysis.acks_frame",           "This is an ACK to the segment in frame", Show::Decimal),
    varying("analysis.ack_rtt",              "The RTT to ACK the segment was",   Show::Time),
    varying("analysis.initial_rtt",          "iRTT",                             Show::Time),
    varying("analysis.bytes_in_flight",      "Bytes in flight",                  Show::Decimal),
    varying("analysis.flags",                "TCP Analysis Flags",               Show::Nothing),
    varying("analysis.reused_ports",         "A new TCP session is started with the same ports as an earlier one", Show::Nothing),
    varying("analysis.retransmission",       "This frame is a (suspected) retransmission",          Show::Nothing),
    varying("analysis.fast_retransmission",  "This frame is a (suspected) fast retransmission",     Show::Nothing),
    varying("analysis.spurious_retransmission", "This frame is a (suspected) spurious retransmission", Show::Nothing),
    varying("analysis.rto",                  "The RTO for this segment was",     Show::Time),
    varying("analysis.rto_frame",            "RTO based on delta from frame",    Show::Decimal),
    varying("analysis.out_of_order",         "This frame is a (suspected) out-of-order segment",    Show::Nothing),
    varying("analysis.lost_segment",         "Previous segment(s) not captured (common at capture start)",    Show::Nothing),
    varying("analysis.ack_lost_segment",     "ACKed segment that wasn't captured (common at capture start)",  Show::Nothing),
    varying("analysis.window_update",        "TCP window update",                Show::Nothing),
    varying("analysis.window_full",          "TCP window specified by the receiver is now completely full",   Show::Nothing),
    varying("analysis.keep_alive",           "TCP keep-alive segment",           Show::Nothing),
    varying("analysis.keep_alive_ack",       "ACK to a TCP keep-alive segment",  Show::Nothing),
    varying("analysis.duplicate_ack",        "Duplicate ACK",                    Show::Nothing),
    varying("analysis.duplicate_ack_num",    "Duplicate ACK #",                  Show::Decimal),
    varying("analysis.duplicate_ack_frame",  "Duplicate to the ACK in frame",    Show::Decimal),
    varying("analysis.zero_window_probe",    "TCP Zero Window Probe",            Show::Nothing),
    varying("analysis.zero_window",          "TCP Zero Window segment",          Show::Nothing),
    varying("analysis.zero_window_probe_ack", "ACK to a TCP Zero Window Probe",  Show::Nothing),
});

/// What is found of a segment in brackets, `[TCP Retransmission] `, for the front of the Info column.
void printTcpRemark(const LayerView &view, TextBuffer &out);

/// The numbers that the Info column quotes: relative where the segments before this one are known, else as they stand.
struct TcpNumbers {
    std::uint64_t sequence;
    std::uint64_t acknowledgment;
    std::uint64_t window;
};
TcpNumbers tcpNumbers(const LayerView &view);

} // namespace vethscope
