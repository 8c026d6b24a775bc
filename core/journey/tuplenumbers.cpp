#include "core/journey/tuplenumbers.h"

#include "core/journey/tuplehash.h"

#include <utility>

namespace vethscope::journey {
namespace {

// As == has it, a word at a time; both addresses of a tuple are of one family.
bool isSameTuple(const Tuple &one, const Tuple &other)
{
    return endsOf(one) == endsOf(other) && wordsOf(one.source) == wordsOf(other.source) && wordsOf(one.destination) == wordsOf(other.destination);
}

} // namespace

std::uint32_t TupleNumbers::numberOf(const Tuple &tuple)
{
    if (m_tuples.size() * 2 >= m_slots.size())
        grow();
    const auto hash = static_cast<std::uint32_t>(hashOfTuple(tuple));
    for (std::size_t at = hash;; ++at) {
        Slot &slot = m_slots[at & (m_slots.size() - 1)];
        if (slot.number == 0) {
            m_tuples.push_back(tuple);
            slot = {hash, static_cast<std::uint32_t>(m_tuples.size())};
        }
        if (slot.hash == hash && isSameTuple(m_tuples[slot.number - 1], tuple))
            return slot.number - 1;
    }
}

std::vector<Tuple> TupleNumbers::take()
{
    m_slots.clear();
    return std::exchange(m_tuples, {});
}

void TupleNumbers::grow()
{
    const std::vector<Slot> old = std::exchange(m_slots, std::vector<Slot>(m_slots.empty() ? 64 : m_slots.size() * 4));
    for (const Slot &slot : old) {
        if (slot.number == 0)
            continue;
        std::size_t at = slot.hash;
        while (m_slots[at & (m_slots.size() - 1)].number != 0)
            ++at;
        m_slots[at & (m_slots.size() - 1)] = slot;
    }
}

} // namespace vethscope::journey
