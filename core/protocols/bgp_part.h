#pragma once

#include "core/dissect/details.h"
#include "core/dissect/protocol.h"

#include <algorithm>
#include <optional>

namespace vethscope {

/// A stretch of a BGP message that is read from its front to its end. The end is what a length field says;
/// of a message that goes on in the next segment, fewer bytes may be there.
struct BgpPart {
    Bytes message;
    std::size_t at = 0;
    std::size_t end = 0;

    /// Bytes that are there and not read yet.
    std::size_t left() const { return std::max(at, std::min(end, message.size())) - at; }
    bool done() const { return left() == 0; }
    bool has(std::size_t size) const { return size <= left(); }
    /// Whether `size` bytes do not even fit into what the length field promises: a lie, not a cut.
    bool lacks(std::size_t size) const { return size > std::max(at, end) - at; }
    /// Whether its last bytes are in another segment.
    bool cut() const { return end > message.size(); }

    std::uint8_t byte(std::size_t offset = 0) const { return byteAt(message, at + offset); }
    std::uint16_t word(std::size_t offset = 0) const { return read16(message, at + offset); }
    std::uint32_t number(std::size_t offset = 0) const { return read32(message, at + offset); }
    Bytes bytes(std::size_t offset, std::size_t size) const { return message.subspan(at + offset, size); }

    BitRange rest() const { return octets(at, left()); }

    /// The place of the next `size` bytes, which are there; reading goes on behind them.
    BitRange take(std::size_t size)
    {
        const BitRange place = octets(at, size);
        at += size;
        return place;
    }

    /// The next `size` bytes as a part of their own, at most what this one has.
    BgpPart takePart(std::size_t size)
    {
        const BgpPart inner{message, at, std::min(at + size, std::max(at, end))};
        at = inner.end;
        return inner;
    }
};

/// A row that holds others and says in words what they come to.
inline void addBgpHolder(Details &details, const Field &field, BitRange place, std::string_view label = {})
{
    details.add(field, place, Bytes{});
    details.items.back().label = label;
}

/// Says why a list ends before its time, when it is not because the message goes on in the next segment.
void noteBgpLie(Details &details, const BgpPart &part, std::size_t size, Sentence message);

/// Says that bytes are left behind the last entry of a list, too few for another one.
void noteBgpRemainder(Details &details, const BgpPart &part);

} // namespace vethscope
