#pragma once

#include <cstdint>

namespace vethscope {

/// What the segments before it make of a TCP segment; Wireshark User's Guide, "TCP Analysis". Frames are given by
/// their rows, counted from 0.
struct TcpFindings {
    enum Flag : std::uint16_t {
        Retransmission = 1 << 0,
        FastRetransmission = 1 << 1,
        SpuriousRetransmission = 1 << 2,
        OutOfOrder = 1 << 3,
        LostSegment = 1 << 4,          // before it
        LostAcknowledged = 1 << 5,     // it acknowledges what was not captured
        WindowUpdate = 1 << 6,
        WindowFull = 1 << 7,
        KeepAlive = 1 << 8,
        KeepAliveAnswer = 1 << 9,
        DuplicateAcknowledgment = 1 << 10,
        ZeroWindowProbe = 1 << 11,
        ZeroWindow = 1 << 12,
        ZeroWindowProbeAnswer = 1 << 13,
        ReusedPorts = 1 << 14,
        Unremarkable = 1 << 15,        // looked into without a finding, where Wireshark shows an analysis all the same
    };
    static constexpr std::uint32_t none = UINT32_MAX;

    std::uint16_t flags = 0;
    std::uint32_t stream = none;          // where it is not the first one between these ends
    std::uint32_t bytesInFlight = 0;      // 0: not known
    std::uint32_t acknowledged = none;    // the row whose last byte it acknowledges
    std::uint32_t duplicateNumber = 0;    // of a duplicate acknowledgment
    std::uint32_t duplicateOf = none;
    std::uint32_t timeoutSince = none;    // the row from which a retransmission timeout is counted

    bool has(unsigned flag) const { return flags & flag; }
    bool analysed() const { return flags || bytesInFlight || acknowledged != none; }

    friend bool operator==(const TcpFindings &, const TcpFindings &) = default;
};

} // namespace vethscope
