#pragma once

#include "core/dissect/details.h"
#include "core/dissect/textbuffer.h"

#include "core/protocols/checksum.h"

#include <array>
#include <optional>

namespace vethscope {

/// IANA, TCP Option Kind Numbers.
inline constexpr auto tcpOptionKinds = std::to_array<ValueName>({
    {0, "End of Option List"}, {1, "No-Operation"}, {2, "Maximum Segment Size"}, {3, "Window Scale"},
    {4, "SACK Permitted"}, {5, "SACK"}, {8, "Time Stamp Option"}, {14, "Alternate Checksum Request"},
    {19, "MD5 Signature"}, {28, "User Timeout"}, {29, "TCP Authentication Option"}, {30, "Multipath TCP"},
    {34, "TCP Fast Open Cookie"}, {253, "Experiment 1"}, {254, "Experiment 2"},
});

/// The rows of TCP whose place varies: its own, then its options'.
inline constexpr auto tcpVaryingFields = std::to_array<Field>({
    varying("len",                      "Segment Length",       Show::Decimal),
    varying("checksum.status",          "Checksum Status",      Show::Decimal, checksumStatusNames),
    varying("payload",                  "TCP payload",          Show::Raw),
    varying("options",                  "TCP Options",          Show::Raw),
    varying("option_kind",              "Option",               Show::Decimal, tcpOptionKinds),
    varying("option_len",               "Length",               Show::Decimal),
    varying("options.mss_val",          "MSS Value",            Show::Decimal),
    varying("options.wscale.shift",     "Shift count",          Show::Decimal),
    varying("options.wscale.multiplier", "Multiplier",          Show::Decimal),
    varying("options.sack.count",       "SACK count",           Show::Decimal),
    varying("options.timestamp.tsval",  "Timestamp value",      Show::Decimal),
    varying("options.timestamp.tsecr",  "Timestamp echo reply", Show::Decimal),
});

/// Whether the edges of SACK blocks are added as they stand: where the segments before are known, they are rows of TCP's
/// `stateful` table, which count from the beginning of the stream.
enum class SackEdges : std::uint8_t { Raw, LeftOut };

/// Adds every option of a TCP header (the bytes behind its first 20). RFC 9293 section 3.2, RFC 7323, RFC 2018.
void addTcpOptions(Details &details, Bytes header, SackEdges edges);

/// Appends what the Info column quotes of them, in their order, as Wireshark does: ` MSS=1410 SACK_PERM TSval=1 TSecr=0 WS=128`. Edges of SACK
/// blocks count from `firstByte`, the number of the first byte of what is acknowledged.
void printTcpOptions(Bytes header, std::uint32_t firstByte, TextBuffer &out);

/// The values that the analysis of a connection needs.
struct TcpOptionValues {
    std::optional<std::uint64_t> maximumSegmentSize;
    std::optional<std::uint64_t> windowScale;
    bool selectiveAcknowledgement = false;
    std::optional<std::uint64_t> timestamp;
    std::optional<std::uint64_t> timestampEcho;
    std::size_t blocksAt = 0; // where the blocks of its SACK option begin
    std::size_t blocks = 0;
    std::uint32_t selectedBytes = 0; // in its first three SACK blocks: as many as fit beside time stamps
};
TcpOptionValues readTcpOptions(Bytes header);

} // namespace vethscope
