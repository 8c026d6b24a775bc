#pragma once

#include "core/dissect/layerview.h"
#include "core/flows/endpoints.h"

#include <optional>

namespace vethscope {

/// What the analysis of a TCP connection needs of one segment.
struct TcpSegment {
    enum Flag : std::uint16_t { Fin = 0x01, Syn = 0x02, Reset = 0x04, Push = 0x08, Acknowledgment = 0x10 };
    static constexpr std::int8_t noScale = -1;

    std::uint32_t sequence = 0;
    std::uint32_t acknowledgment = 0;
    std::uint32_t length = 0;   // bytes of data, by the IP header's word
    std::uint32_t selected = 0; // bytes in its SACK blocks
    std::uint16_t window = 0;   // as it stands in the header
    std::uint16_t flags = 0;
    std::int8_t scale = noScale; // shift of its window scale option

    bool has(unsigned flag) const { return flags & flag; }
    bool opens() const { return (flags & (Syn | Acknowledgment)) == Syn; }
    bool accepts() const { return (flags & (Syn | Acknowledgment)) == (Syn | Acknowledgment); }
    bool closes() const { return has(Reset) || (flags & (Fin | Acknowledgment)) == (Fin | Acknowledgment); }
    bool changesState() const { return flags & (Syn | Fin | Reset); }
};

/// A TCP or UDP header of a frame with the addresses around it.
struct FlowHeader {
    enum class Kind : std::uint8_t { Tcp, Udp };

    std::uint32_t row = 0;
    Kind kind = Kind::Udp;
    std::uint8_t nth = 0; // headers of its kind outside it
    bool whole = true;    // neither quoted in an ICMP error nor the first of several fragments: its length is known
    bool fromLow = true;
    std::uint64_t hash = 0;
    Endpoints ends;
    TcpSegment segment{}; // of a TCP header
};

/// The place of the IP header around a layer, whatever extension headers lie between; LayerView::noLayer where there is none.
std::size_t internetAround(const Dissection &packet, std::size_t layer);

/// The TCP or UDP header at that place; nothing for other headers and where no IP header is around it.
std::optional<FlowHeader> flowHeaderAt(const LayerView &view);

} // namespace vethscope
