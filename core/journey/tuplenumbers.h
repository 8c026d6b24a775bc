#pragma once

#include "core/journey/content.h"

#include <cstdint>
#include <vector>

namespace vethscope::journey {

/// Gives tuples their numbers, from 0 on in the order in which they come. Every frame asks it.
class TupleNumbers
{
public:
    std::uint32_t numberOf(const Tuple &tuple);
    /// By their numbers.
    const std::vector<Tuple> &all() const { return m_tuples; }
    /// The same; none is left.
    std::vector<Tuple> take();

private:
    struct Slot {
        std::uint32_t hash = 0;
        std::uint32_t number = 0; // from 1 on; 0: free
    };

    void grow();

    std::vector<Slot> m_slots; // a power of two, half of them free
    std::vector<Tuple> m_tuples;
};

} // namespace vethscope::journey
