#pragma once

#include "core/dissect/frame.h"
#include "core/journey/usualframe.h"

#include <cstdint>
#include <cstring>
#include <optional>
#include <vector>

namespace vethscope::journey {

/// Remembers the numbers of the tuples that came last, of usual frames with IPv4, by the bytes of their headers.
class UsualTuples
{
public:
    UsualTuples() : m_slots(most) {}

    /// Nothing where it does not remember.
    std::optional<std::uint32_t> find(const Frame &frame, const UsualFrame &usual) const
    {
        if (!usual.isV4)
            return std::nullopt;
        const Ends ends = endsOf(frame, usual);
        const Slot &slot = m_slots[placeOf(ends)];
        return slot.addresses == ends.addresses && slot.ports == ends.ports && (slot.number & isTcp) == ends.kind && slot.number > isTcp ? std::optional((slot.number >> 1) - 1)
                                                                                                                                        : std::nullopt;
    }
    void remember(const Frame &frame, const UsualFrame &usual, std::uint32_t number)
    {
        if (!usual.isV4)
            return;
        const Ends ends = endsOf(frame, usual);
        m_slots[placeOf(ends)] = {ends.addresses, ends.ports, (number + 1) << 1 | ends.kind};
    }

private:
    static constexpr std::size_t most = 1 << 13;
    static constexpr std::uint32_t isTcp = 1;
    struct Ends {
        std::uint64_t addresses;
        std::uint32_t ports, kind;
    };
    struct Slot {
        std::uint64_t addresses = 0;
        std::uint32_t ports = 0;
        std::uint32_t number = 0; // from 1 on, 0: nothing is remembered here; and in its lowest bit whether it is TCP's
    };

    static Ends endsOf(const Frame &frame, const UsualFrame &usual)
    {
        Ends ends{0, 0, usual.isTcp ? isTcp : 0};
        std::memcpy(&ends.addresses, &frame.bytes[usual.internet + 12], sizeof ends.addresses);
        std::memcpy(&ends.ports, &frame.bytes[usual.transport], sizeof ends.ports);
        return ends;
    }
    static std::size_t placeOf(const Ends &ends)
    {
        std::uint64_t hash = (ends.addresses ^ ends.kind) * 0x9e3779b97f4a7c15;
        hash = ((hash ^ hash >> 32) ^ ends.ports) * 0x9e3779b97f4a7c15;
        return hash >> 51;
    }

    std::vector<Slot> m_slots;
};

} // namespace vethscope::journey
