#include "core/statistics/tcpexpert.h"

#include "core/address/ipprotocol.h"
#include "core/bytes/bytes.h"

#include <array>
#include <cstdint>
#include <string_view>

namespace vethscope {
namespace {

constexpr std::size_t sourcePortAt = 0, destinationPortAt = 2, flagsAt = 13; // RFC 9293, section 3.1

struct Analysis {
    std::string_view field; // of TCP's stateful table
    ExpertSeverity severity;
    Sentence (*message)();
};

// In Wireshark's words for the same (User's Guide, "TCP Analysis"), and with its severities.
const auto analyses = std::to_array<Analysis>({
    {"analysis.retransmission", ExpertSeverity::Note, [] { return Sentence::of("this segment is (probably) a retransmission"); }},
    {"analysis.fast_retransmission", ExpertSeverity::Note, [] { return Sentence::of("this segment is (probably) a fast retransmission"); }},
    {"analysis.spurious_retransmission", ExpertSeverity::Note, [] { return Sentence::of("this segment is (probably) a spurious retransmission: what it has was acknowledged already"); }},
    {"analysis.out_of_order", ExpertSeverity::Warning, [] { return Sentence::of("this segment is (probably) out of order"); }},
    {"analysis.lost_segment", ExpertSeverity::Warning, [] { return Sentence::of("a segment before it was not captured (common at the beginning of a capture)"); }},
    {"analysis.ack_lost_segment", ExpertSeverity::Warning, [] { return Sentence::of("it acknowledges a segment that was not captured (common at the beginning of a capture)"); }},
    {"analysis.window_update", ExpertSeverity::Chat, [] { return Sentence::of("TCP window update"); }},
    {"analysis.window_full", ExpertSeverity::Warning, [] { return Sentence::of("the receiver's window is now full"); }},
    {"analysis.keep_alive", ExpertSeverity::Note, [] { return Sentence::of("TCP keep-alive segment"); }},
    {"analysis.keep_alive_ack", ExpertSeverity::Note, [] { return Sentence::of("answer to a TCP keep-alive segment"); }},
    {"analysis.duplicate_ack", ExpertSeverity::Note, [] { return Sentence::of("duplicate acknowledgement"); }},
    {"analysis.zero_window_probe", ExpertSeverity::Note, [] { return Sentence::of("TCP zero window probe"); }},
    {"analysis.zero_window", ExpertSeverity::Warning, [] { return Sentence::of("TCP zero window"); }},
    {"analysis.zero_window_probe_ack", ExpertSeverity::Note, [] { return Sentence::of("answer to a TCP zero window probe"); }},
    {"analysis.reused_ports", ExpertSeverity::Note, [] { return Sentence::of("a new connection between ports that were used before"); }},
});

} // namespace

void sayOfTcp(const LayerView &view, const Details &details, const std::function<void(ExpertSeverity, Sentence)> &say)
{
    const Bytes header = view.header();
    const unsigned flags = byteAt(header, flagsAt);
    const bool answers = flags & tcpflag::ack;
    if (flags & tcpflag::syn)
        say(ExpertSeverity::Chat, answers ? Sentence::of("connection established (SYN+ACK): server port {}", read16(header, sourcePortAt))
                                          : Sentence::of("connection wanted (SYN): server port {}", read16(header, destinationPortAt)));
    if (flags & tcpflag::fin)
        say(ExpertSeverity::Chat, Sentence::of("connection finishes (FIN)"));
    if (flags & tcpflag::rst)
        say(ExpertSeverity::Warning, Sentence::of("connection reset (RST)"));
    for (const Analysis &analysis : analyses)
        for (const Item &item : details.items)
            if (item.field && item.field->name == analysis.field) {
                say(analysis.severity, analysis.message());
                break; // a duplicate acknowledgement is there twice
            }
}

} // namespace vethscope
