#pragma once

#include <atomic>
#include <cstddef>
#include <map>
#include <utility>

namespace vethscope {

/// What threads made of their claims (RowClaims), handed on in the order of turns however they finish. Whoever adds holds a lock.
template <typename Value>
class InTurns
{
public:
    /// Calls `take` with this value and those behind it that waited for it, unless it has to wait itself.
    template <typename Take>
    void add(std::size_t turn, Value value, Take take)
    {
        m_waiting.emplace(turn, std::move(value));
        for (auto next = m_waiting.begin(); next != m_waiting.end() && next->first == m_turn; next = m_waiting.erase(next), ++m_turn)
            take(next->second);
    }
    /// The one that is waited for, or taken. Asked from any thread.
    std::size_t turn() const { return m_turn.load(std::memory_order_relaxed); }

private:
    std::map<std::size_t, Value> m_waiting; // what came before its turn
    std::atomic<std::size_t> m_turn = 0;
};

} // namespace vethscope
