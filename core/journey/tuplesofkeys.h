#pragma once

#include <algorithm>
#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace vethscope::journey {

constexpr std::size_t mostTuples = 4; // of one packet: sent, translated at both ends, and back; what more have tells nothing

/// Of each key of some glimpses, the tuples that have it.
class TuplesOfKeys
{
public:
    explicit TuplesOfKeys(std::size_t glimpses) : m_slots(std::bit_ceil(2 * glimpses + 2)) {}

    struct Slot {
        std::uint64_t key = 0;
        std::array<std::uint32_t, mostTuples> tuples{};
        std::uint32_t count = 0; // 0: free; one more than are kept: too many

        bool areSeveral() const { return count > 1; }
        bool areTooMany() const { return count > mostTuples; }
        std::span<const std::uint32_t> all() const { return std::span(tuples).first(areTooMany() ? 0 : count); }
    };

    // By key and protocol.
    Slot &of(std::uint64_t key)
    {
        for (std::size_t at = key >> 20;; ++at)
            if (Slot &slot = m_slots[at & (m_slots.size() - 1)]; slot.count == 0 || slot.key == key)
                return slot;
    }
    void add(std::uint64_t key, std::uint32_t tuple)
    {
        Slot &slot = of(key);
        slot.key = key;
        if (slot.areTooMany() || std::ranges::find(slot.all(), tuple) != slot.all().end())
            return;
        if (slot.count < mostTuples)
            slot.tuples[slot.count] = tuple;
        ++slot.count;
    }
    const std::vector<Slot> &all() const { return m_slots; }

private:
    std::vector<Slot> m_slots; // a power of two, half of them free
};

} // namespace vethscope::journey
