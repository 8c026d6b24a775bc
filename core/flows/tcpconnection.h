#pragma once

#include "core/flows/flowheader.h"
#include "core/flows/sentsegments.h"
#include "core/flows/tcpfindings.h"

#include <array>
#include <atomic>
#include <memory>

namespace vethscope {

/// One TCP connection while its segments pass by. Judges each by those before it, as Wireshark's packet-tcp.c does
/// (Wireshark User's Guide, "TCP Analysis"). One thread lets it see segments; what the accessors say is safe from any.
class TcpConnection
{
public:
    static constexpr std::uint32_t none = TcpFindings::none;
    static constexpr std::int8_t unknownScale = TcpSegment::noScale;
    static constexpr std::int8_t unscaled = -2; // both sides were seen to open the connection, and one offers no scale

    TcpConnection();
    ~TcpConnection();

    /// Asks memory for what see() will look at.
    void expect() const;

    /// Whether a SYN begins another connection between the same ends.
    bool isReopenedBy(const TcpSegment &syn, bool fromLow) const;

    /// The next segment, in row `row` of the capture, captured at `time` nanoseconds.
    TcpFindings see(const TcpSegment &segment, bool fromLow, std::uint32_t row, std::int64_t time);

    /// No more segments will come: lets go of what only their judgement needs.
    void forget();

    /// The number from which a side's relative sequence numbers count.
    std::uint32_t base(bool ofLow) const { return m_base[ofLow].load(std::memory_order_relaxed); }
    /// The shift of a side's window, or one of the two constants above.
    std::int8_t scale(bool ofLow) const { return m_scale[ofLow].load(std::memory_order_relaxed); }
    /// The rows of the SYN and of the acknowledgment that ended the handshake, or none.
    std::uint32_t synRow() const { return m_synRow.load(std::memory_order_relaxed); }
    std::uint32_t establishedRow() const { return m_establishedRow.load(std::memory_order_relaxed); }

private:
    struct Side;
    struct State;
    struct Look;

    void learnBases(const Look &look);
    void learnHandshake(const Look &look);
    static void judgeSending(Look &look);
    static void judgeLoss(Look &look);
    static bool answersProbe(Look &look);
    static void judgeAcknowledgment(Look &look);
    static void judgeRepetition(Look &look, std::int64_t handshakeTime);
    static void remember(const Look &look);
    static void measure(Look &look);

    std::array<std::atomic<std::uint32_t>, 2> m_base{};
    std::array<std::atomic<std::int8_t>, 2> m_scale{unknownScale, unknownScale};
    std::atomic<std::uint32_t> m_synRow = none;
    std::atomic<std::uint32_t> m_establishedRow = none;
    std::unique_ptr<State> m_state;
};

} // namespace vethscope
