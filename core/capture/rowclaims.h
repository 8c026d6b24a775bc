#pragma once

#include <algorithm>
#include <chrono>
#include <cstddef>
#include <mutex>
#include <optional>
#include <thread>

namespace vethscope {

/// Hands rows, block by block, to the threads that look at them. Follows rows that become more: of those that come slowly it
/// gives what is there after a moment.
class RowClaims
{
public:
    struct Claim { // these rows are the caller's to look at
        std::size_t turn; // counts claims from 0
        std::size_t begin;
        std::size_t end;
    };
    struct Extent {
        std::size_t rows = 0;  // that are there; may become fewer for a while: what is handed out stays so
        bool complete = false; // there will be no more
    };

    /// The next rows; nothing once `extent` is complete and all are handed out, or `wanted` is false.
    template <typename ExtentNow, typename Wanted>
    std::optional<Claim> next(ExtentNow extent, Wanted wanted)
    {
        const std::lock_guard lock(m_mutex); // the others have nothing to do either while one waits
        std::chrono::milliseconds waited(0);
        while (wanted()) {
            const Extent now = extent();
            const std::size_t there = now.rows > m_next ? now.rows - m_next : 0;
            if (there >= blockSize || (there > 0 && (now.complete || waited >= patience))) {
                const std::size_t begin = m_next;
                m_next += std::min(there, blockSize);
                return Claim{m_turn++, begin, m_next};
            }
            if (now.complete)
                break;
            const std::chrono::milliseconds pause(waited < 2 * patience ? 1 : 10);
            std::this_thread::sleep_for(pause);
            waited += pause;
        }
        return std::nullopt;
    }

private:
    // Small enough for first rows within milliseconds, large enough that handing them out costs nothing.
    static constexpr std::size_t blockSize = 4096;
    static constexpr std::chrono::milliseconds patience{10}; // for a whole block

    std::mutex m_mutex;
    std::size_t m_next = 0;
    std::size_t m_turn = 0;
};

} // namespace vethscope
