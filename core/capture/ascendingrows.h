#pragma once

#include "core/bytes/appendonly.h"

#include <array>
#include <atomic>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <memory>

namespace vethscope {

/// Ascending rows, a bit of memory for each that may be among them: a seventh of a byte with what finds the one at a place. One thread adds
/// while others read what is published.
class AscendingRows
{
public:
    std::size_t size() const { return m_size.load(std::memory_order_acquire); }
    bool empty() const { return size() == 0; }
    /// The row at that place, which is within size().
    std::uint32_t operator[](std::size_t place) const;

    /// Calls `work` with the first `count` of them, which is within size().
    template <typename Work>
    void forEach(std::size_t count, Work work) const
    {
        for (std::size_t chunk = 0; count > 0; ++chunk)
            for (std::size_t word = 0; word < wordsOfChunk && count > 0; ++word)
                for (std::uint64_t left = m_chunks[chunk]->words[word].load(std::memory_order_relaxed); left != 0 && count > 0; left &= left - 1, --count)
                    work(static_cast<std::uint32_t>((chunk * wordsOfChunk + word) * rowsOfWord + static_cast<std::size_t>(std::countr_zero(left))));
    }

    /// Adds a row beyond all others, which readers do not see before publish(). Both are for the adding thread.
    void stage(std::uint32_t row);
    void publish() { m_size.store(m_staged, std::memory_order_release); }

    /// Heap bytes in use.
    std::size_t memory() const { return m_chunks.memory() + m_chunks.size() * sizeof(Chunk); }

private:
    static constexpr std::size_t rowsOfWord = 64, wordsOfGroup = 8, groupsOfChunk = 128, wordsOfChunk = wordsOfGroup * groupsOfChunk;
    static constexpr std::size_t rowsOfChunk = wordsOfChunk * rowsOfWord;
    static constexpr std::uint32_t unreached = UINT32_MAX;

    struct Chunk {
        explicit Chunk(std::size_t rowsBefore);

        std::size_t before;                                             // rows in the chunks before it
        std::array<std::atomic<std::uint32_t>, groupsOfChunk> ofGroups; // of each group the rows in those before it
        std::array<std::atomic<std::uint64_t>, wordsOfChunk> words{};
    };

    AppendOnly<std::unique_ptr<Chunk>, 64> m_chunks;
    Chunk *m_last = nullptr;
    std::size_t m_nextGroup = 0; // of the last chunk, the first that was not reached
    std::size_t m_staged = 0;
    std::atomic<std::size_t> m_size = 0;
};

} // namespace vethscope
