#pragma once

#include "core/bytes/mixinghash.h"
#include "core/dissect/frame.h"
#include "core/dissect/layer.h"
#include "core/journey/knownby.h"
#include "core/journey/usualframe.h"
#include "core/protocols/tcp_options.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <optional>

// What packets are known by, read from their headers.

namespace vethscope::journey {

constexpr std::size_t telling = 12; // bytes of a payload: DNS' header, a type and a counter of WireGuard and ESP
constexpr std::size_t digested = 20; // the time in an echo as ping sends it, a query's first letters; all of it behind a snapshot length of 64

/// A header, what it carries as far as that was captured, and how much that is by its own word.
struct Carrier {
    Bytes header{}, payload{};
    std::size_t payloadLength = 0;
};

inline Carrier carrierOf(const Frame &frame, const UsualFrame &usual)
{
    const std::size_t captured = std::min<std::size_t>(usual.end, frame.bytes.size()), payload = std::min<std::size_t>(usual.payload, captured);
    return {frame.bytes.subspan(usual.transport, payload - usual.transport), frame.bytes.subspan(payload, captured - payload), usual.end - usual.payload};
}

/// Of a packet of which the capture cut TCP's header inside its options: the header as far as it is there. Nothing of all others.
std::optional<Carrier> cutSegmentOf(const Frame &frame, const Dissection &packet);
/// The TCP segment that travels innermost, whole or so cut.
std::optional<Carrier> segmentOf(const Frame &frame, const Dissection &packet);

constexpr std::size_t tcpWithoutOptions = 20; // bytes

/// By the header's own word.
inline std::size_t sizeOfTcp(Bytes tcp)
{
    return (byteAt(tcp, 12) >> 4) * 4u;
}

inline bool areOptionsCut(const Carrier &segment)
{
    return segment.header.size() < sizeOfTcp(segment.header);
}

/// The first bytes behind a header, or all where it has fewer; nothing where they were not captured.
std::optional<std::uint64_t> firstBytes(const Carrier &carrier, std::size_t most);

/// Whether so much was captured that it has a digest.
inline bool hasDigest(const Carrier &carrier)
{
    return carrier.payloadLength > 0 && carrier.payload.size() >= std::min(digested, carrier.payloadLength);
}

inline std::uint64_t hashOf(std::initializer_list<std::uint64_t> numbers)
{
    return MixingHash(numbers).value();
}

/// Of a TCP header: its time stamps, or 0.
struct TimeStamps {
    std::uint64_t own = 0, echoed = 0;
};

inline TimeStamps timeStampsOf(Bytes tcp)
{
    constexpr std::size_t withTimeStamps = 32; // bytes
    constexpr std::uint32_t asUsual = 0x0101080a; // RFC 7323, appendix A: two that do nothing, then these
    if (tcp.size() == tcpWithoutOptions)
        return {};
    if (tcp.size() == withTimeStamps && read32(tcp, 20) == asUsual)
        return {read32(tcp, 24), read32(tcp, 28)};
    const TcpOptionValues options = readTcpOptions(tcp);
    return {options.timestamp.value_or(0), options.timestampEcho.value_or(0)};
}

/// The same for all segments that one super-frame becomes.
inline std::uint64_t burstOf(Bytes tcp, KnownBy knownBy)
{
    const TimeStamps stamps = knownBy == KnownBy::TimeStampsToo ? timeStampsOf(tcp) : TimeStamps{};
    return hashOf({read32(tcp, 8), stamps.own, stamps.echoed});
}

/// Which begin and end connections, FIN, SYN, RST and ACK: segmentation moves PSH and CWR about.
inline std::uint16_t endFlagsOf(Bytes tcp)
{
    constexpr std::uint16_t endsOfConnection = 0x17;
    return read16(tcp, 12) & endsOfConnection;
}

/// The same, a bit each.
inline std::uint8_t bitsOf(std::uint16_t ends)
{
    return static_cast<std::uint8_t>((ends & 0x7) | (ends & 0x10) >> 1);
}

inline std::uint64_t keyOfSegment(Bytes tcp, std::uint64_t burst, std::uint32_t length)
{
    return hashOf({burst, read32(tcp, 4), length, endFlagsOf(tcp)});
}

} // namespace vethscope::journey
