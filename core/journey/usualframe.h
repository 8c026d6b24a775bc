#pragma once

#include "core/dissect/dissector.h"

#include <cstdint>
#include <optional>
#include <vector>

namespace vethscope::journey {

/// Where the headers of the innermost packet stand in a frame as nearly all are: TCP or UDP in IPv4 without options or IPv6 without
/// extensions, in Ethernet, and that in VXLAN or not. All of them are there, of TCP's one may be cut inside its options, and all that their length
/// fields promise was on the wire.
struct UsualFrame {
    std::uint32_t link = 0, internet = 0, transport = 0;
    std::uint32_t payload = 0, end = 0; // of what the transport header carries, captured or not
    std::uint8_t depth = 0;             // tunnels around it
    bool isV4 = false, isTcp = false;

    /// Whether the capture cut TCP's header inside them.
    bool areOptionsCut(const Frame &frame) const { return payload > frame.bytes.size(); }
};

/// Finds them without dissecting the frame.
class UsualFrames
{
public:
    /// As that one would: by who claims which numbers there, and is not disabled.
    explicit UsualFrames(const Dissector &dissector);

    /// Nothing where a frame is not usual, or may not be: a dissection tells then what is in it.
    std::optional<UsualFrame> of(const Frame &frame) const;

private:
    // Who takes what is behind a port, as far as it matters here.
    enum class Behind : std::uint8_t { Nobody, NoPacket, Vxlan, Others };

    static Behind kindOf(const Protocol *claimant, bool isTcp);
    Behind behind(const UsualFrame &usual, Bytes frame) const;

    std::vector<const Protocol *> m_byContent; // who takes datagrams by their bytes
    bool m_areOwn = false; // the numbers of the headers that are read here are theirs
    std::vector<Behind> m_behindTcp, m_behindUdp; // of each port
};

} // namespace vethscope::journey
