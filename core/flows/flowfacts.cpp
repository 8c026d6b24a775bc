#include "core/flows/flowfacts.h"

#include "core/capture/packetstore.h"
#include "core/protocols/tcp_options.h"
#include "core/protocols/tcp_stateful.h"

namespace vethscope {
namespace {

constexpr auto &fields = tcpStatefulFields;

struct FlagRow {
    TcpFindings::Flag flag;
    const Field &field;
};

// Rows that are there or not, in Wireshark's order; what has numbers beside it comes by itself.
constexpr auto repetitions = std::to_array<FlagRow>({
    {TcpFindings::ReusedPorts, named(fields, "analysis.reused_ports")},
    {TcpFindings::FastRetransmission, named(fields, "analysis.fast_retransmission")},
    {TcpFindings::SpuriousRetransmission, named(fields, "analysis.spurious_retransmission")},
});
constexpr auto others = std::to_array<FlagRow>({
    {TcpFindings::OutOfOrder, named(fields, "analysis.out_of_order")},
    {TcpFindings::LostSegment, named(fields, "analysis.lost_segment")},
    {TcpFindings::LostAcknowledged, named(fields, "analysis.ack_lost_segment")},
    {TcpFindings::WindowUpdate, named(fields, "analysis.window_update")},
    {TcpFindings::WindowFull, named(fields, "analysis.window_full")},
    {TcpFindings::KeepAlive, named(fields, "analysis.keep_alive")},
    {TcpFindings::KeepAliveAnswer, named(fields, "analysis.keep_alive_ack")},
    {TcpFindings::ZeroWindowProbe, named(fields, "analysis.zero_window_probe")},
    {TcpFindings::ZeroWindow, named(fields, "analysis.zero_window")},
    {TcpFindings::ZeroWindowProbeAnswer, named(fields, "analysis.zero_window_probe_ack")},
});
constexpr unsigned anyRetransmission
    = TcpFindings::Retransmission | TcpFindings::FastRetransmission | TcpFindings::SpuriousRetransmission;

constexpr std::uint64_t frameNumber(std::uint32_t row)
{
    return std::uint64_t{row} + 1;
}

// Where a segment's length is not known, its numbers stay as they are.
void addNumbers(Details &details, const FlowHeader &header, const TcpConnection &connection)
{
    const TcpSegment &segment = header.segment;
    const std::uint32_t sequence = segment.sequence - (header.whole ? connection.base(header.fromLow) : 0);
    const bool relativeAcknowledgment = header.whole && segment.has(TcpSegment::Acknowledgment);
    const std::uint32_t acknowledgment = segment.acknowledgment - (relativeAcknowledgment ? connection.base(!header.fromLow) : 0);
    const std::int8_t scale = connection.scale(header.fromLow);
    const bool syn = segment.has(TcpSegment::Syn);
    details.generate(named(fields, "seq"), sequence);
    if (header.whole) {
        const std::uint32_t phantom = segment.has(TcpSegment::Syn | TcpSegment::Fin) ? 1 : 0;
        details.generate(named(fields, "nxtseq"), std::uint32_t{sequence + segment.length + phantom});
    }
    details.generate(named(fields, "ack"), acknowledgment);
    details.generate(named(fields, "window_size"), std::uint64_t{segment.window} << (header.whole && !syn && scale > 0 ? scale : 0));
    if (!syn)
        details.generate(named(fields, "window_size_scalefactor"),
                         static_cast<std::uint64_t>(scale < 0 ? std::int64_t{scale} : std::int64_t{1} << scale));
}

// What a receiver has beyond a gap, as numbers of the stream that it acknowledges (RFC 2018, section 3).
void addSelected(Details &details, Bytes bytes, std::uint32_t base)
{
    const TcpOptionValues options = readTcpOptions(bytes);
    for (std::size_t i = 0; i < options.blocks; ++i) {
        const std::size_t edge = options.blocksAt + i * 8;
        details.add(named(fields, "options.sack_le"), octets(edge, 4), std::uint32_t{read32(bytes, edge) - base});
        details.add(named(fields, "options.sack_re"), octets(edge + 4, 4), std::uint32_t{read32(bytes, edge + 4) - base});
    }
}

void addDuplicate(Details &details, const TcpFindings &findings)
{
    if (!findings.has(TcpFindings::DuplicateAcknowledgment))
        return;
    details.generate(named(fields, "analysis.duplicate_ack"), 1);
    details.generate(named(fields, "analysis.duplicate_ack_num"), findings.duplicateNumber);
    if (findings.duplicateOf != TcpFindings::none)
        details.generate(named(fields, "analysis.duplicate_ack_frame"), frameNumber(findings.duplicateOf));
    // Wireshark says it twice: as a row of the analysis and as an expert's note.
    details.generate(named(fields, "analysis.duplicate_ack"), 1);
}

void addFlags(Details &details, const PacketStore &store, std::uint32_t row, const TcpFindings &findings)
{
    details.generate(named(fields, "analysis.flags"), 1);
    const auto below = details.below();
    const auto addAll = [&](std::span<const FlagRow> rows) {
        for (const FlagRow &candidate : rows)
            if (findings.has(candidate.flag))
                details.generate(candidate.field, 1);
    };
    addAll(repetitions);
    if (findings.has(anyRetransmission))
        details.generate(named(fields, "analysis.retransmission"), 1);
    if (findings.timeoutSince != TcpFindings::none && store.time(row) != store.time(findings.timeoutSince)) {
        details.generate(named(fields, "analysis.rto"), static_cast<std::uint64_t>(store.time(row) - store.time(findings.timeoutSince)));
        details.generate(named(fields, "analysis.rto_frame"), frameNumber(findings.timeoutSince));
    }
    addAll(others);
    addDuplicate(details, findings);
}

void addAnalysis(Details &details, const PacketStore &store, std::uint32_t row, const TcpConnection &connection, const TcpFindings &findings)
{
    details.generate(named(fields, "analysis"), 1);
    const auto below = details.below();
    if (findings.acknowledged != TcpFindings::none) {
        details.generate(named(fields, "analysis.acks_frame"), frameNumber(findings.acknowledged));
        if (const std::int64_t time = store.time(row) - store.time(findings.acknowledged); time != 0)
            details.generate(named(fields, "analysis.ack_rtt"), static_cast<std::uint64_t>(time));
    }
    if (const std::uint32_t established = connection.establishedRow(); established <= row)
        details.generate(named(fields, "analysis.initial_rtt"),
                         static_cast<std::uint64_t>(store.time(established) - store.time(connection.synRow())));
    if (findings.bytesInFlight)
        details.generate(named(fields, "analysis.bytes_in_flight"), findings.bytesInFlight);
    if (findings.has(~unsigned{TcpFindings::Unremarkable}))
        addFlags(details, store, row, findings);
}

} // namespace

void addTcpFacts(Details &details, const PacketStore &store, Bytes bytes, const FlowHeader &header, std::uint32_t stream,
                 const TcpConnection &connection, const TcpFindings &findings)
{
    details.generate(named(fields, "stream"), stream);
    addNumbers(details, header, connection);
    addSelected(details, bytes, header.whole ? connection.base(!header.fromLow) : 0);
    if (findings.analysed())
        addAnalysis(details, store, header.row, connection, findings);
}

} // namespace vethscope
