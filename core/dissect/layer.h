#pragma once

#include "core/bytes/bytes.h"
#include "core/dissect/damage.h"

#include <array>
#include <cstdint>
#include <optional>
#include <span>

namespace vethscope {

struct Protocol;

/// Whom a header serves: the nodes, the tunnel between them, or the pods; native when there is no tunnel.
enum class Scope : std::uint8_t { Native, Underlay, Tunnel, Overlay };

/// One header of a frame: where it is and how deep. All offsets count bytes from the frame's first.
struct Layer {
    const Protocol *protocol;
    std::uint32_t offset;
    std::uint32_t size;  // the header's own bytes
    std::uint32_t end;   // where what it carries ends by its own word; may lie behind the captured bytes
    std::uint8_t depth;  // tunnels around it
    bool tunnel;         // the seam: ends what is outside, begins what is inside
    bool quoted;         // inside an ICMP error: a packet spoken of, not one that travels
};

/// Where dissection ended before its time, and why.
struct Stop {
    const Protocol *protocol; // the header that could not be read
    std::uint32_t offset;
    std::uint32_t size;       // its first bytes, which can be read
    std::uint8_t depth;       // tunnels around it
    bool quoted;              // inside an ICMP error
    bool cutByCapture;        // the missing bytes were on the wire but are not in the file
    bool outermost;           // no header is around it whose length field could have ended it
    Damage damage;

    Sentence message() const;
};

/// The headers of one frame, outermost first. Made in microseconds and without the heap.
class Dissection
{
public:
    /// Enough for every stack seen in the wild, nested tunnels and a segment full of BGP messages included; what lies
    /// deeper is said to.
    static constexpr std::size_t capacity = 250;

    Dissection() { } // leaves the layers unwritten: this runs for every packet of a capture

    std::span<const Layer> layers() const { return {m_layers.data(), m_count}; }
    std::size_t size() const { return m_count; }
    const Layer &operator[](std::size_t index) const { return m_layers[index]; }

    /// How many tunnels are around the innermost packet.
    int depth() const { return m_depth; }
    const std::optional<Stop> &stop() const { return m_stop; }
    /// The header that could not be read to its end, as far as it is there; nothing when no byte of it is.
    /// Only rows of its table that it still has may be read (LayerView::has); its details and summary may not be asked for.
    std::optional<Layer> cutHeader() const;

    Scope scope(const Layer &layer) const;
    Scope scopeOf(std::size_t index) const { return scope(m_layers[index]); }

    /// The last header of the packet that travels innermost; quoted ones do not count.
    const Layer *innermost() const;

private:
    friend class Dissector;
    std::array<Layer, capacity> m_layers;
    std::uint8_t m_count = 0;
    std::uint8_t m_depth = 0;
    std::optional<Stop> m_stop;
};

} // namespace vethscope
