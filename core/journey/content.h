#pragma once

#include "core/address/address.h"
#include "core/address/ipprotocol.h"
#include "core/dissect/dissector.h"
#include "core/journey/knownby.h"
#include "core/journey/usualframe.h"

#include <compare>
#include <cstdint>
#include <optional>

namespace vethscope::journey {

/// From whom to whom a packet goes, in one direction: ports are 0 where its protocol has none, or a fragment does not tell them. An echo's
/// identifier stands for its source port: translation gives it another one as well (RFC 3022, section 2.2).
struct Tuple {
    IpAddress source{}, destination{};
    std::uint8_t protocol = 0;
    std::uint16_t sourcePort = 0, destinationPort = 0;

    bool isTcp() const { return protocol == ipprotocol::tcp; }
    /// Whether those are ports.
    bool hasPorts() const { return (isTcp() || protocol == ipprotocol::udp || protocol == ipprotocol::sctp) && (sourcePort != 0 || destinationPort != 0); }
    friend auto operator<=>(const Tuple &, const Tuple &) = default;
};

/// What kernels leave alone of the innermost packet of a frame while they route, translate and encapsulate it: its copies at several
/// capture points have the same. TCP: sequence, acknowledgement, length and time stamps (RFC 9293, RFC 7323); ICMP: type and sequence
/// (RFC 792), of an error the identification of the packet that it is about; others: length and first bytes, which tell DNS messages,
/// WireGuard's counters and ESP's sequence apart.
struct Content {
    Tuple tuple{};
    std::optional<std::uint64_t> key{}; // nothing: the frame was cut before it
    std::uint32_t digest = 0;           // of more of its payload, but of TCP; 0: none, or cut before that
    std::uint8_t ends = 0;              // of TCP: its FIN, SYN, RST and ACK, a bit each
    std::uint64_t burst = 0;            // of TCP data: the same for all segments that one super-frame becomes
    std::uint32_t sequence = 0;         // of TCP data: its first byte's
    std::uint32_t length = 0;           // bytes of TCP data
    std::uint16_t id = 0;               // IPv4's; 0: none
    std::uint8_t timeToLive = 0;
    std::uint8_t depth = 0;             // tunnels around it
    std::uint32_t link = 0;             // of its own Ethernet addresses; 0: none
    bool areOptionsCut = false;         // TCP's, of which the header ends before them

    friend bool operator==(const Content &, const Content &) = default;
};

/// Nothing for what is no unicast IP packet.
std::optional<Content> contentOf(const Frame &frame, const Dissection &packet, KnownBy knownBy = KnownBy::TimeStampsToo);
/// The same.
std::optional<Content> contentOf(const Frame &frame, const UsualFrame &usual, KnownBy knownBy = KnownBy::TimeStampsToo);

/// Tells the content of one frame after the other. With `usualFrames` it dissects those alone that are not usual, else all. All that it is
/// made with outlives it.
class ContentReader
{
public:
    explicit ContentReader(const Dissector &dissector, KnownBy knownBy, const UsualFrames *usualFrames = nullptr) : m_dissector(dissector), m_knownBy(knownBy), m_usualFrames(usualFrames) {}

    std::optional<Content> of(const Frame &frame)
    {
        if (const auto usual = m_usualFrames ? m_usualFrames->of(frame) : std::nullopt)
            return contentOf(frame, *usual, m_knownBy);
        m_dissector.dissect(frame, m_packet);
        return contentOf(frame, m_packet, m_knownBy);
    }

private:
    const Dissector &m_dissector;
    KnownBy m_knownBy;
    const UsualFrames *m_usualFrames;
    Dissection m_packet;
};

} // namespace vethscope::journey
