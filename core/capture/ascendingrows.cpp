#include "core/capture/ascendingrows.h"

#include <algorithm>
#include <functional>

namespace vethscope {

AscendingRows::Chunk::Chunk(std::size_t rowsBefore) : before(rowsBefore)
{
    for (auto &group : ofGroups)
        group.store(unreached, std::memory_order_relaxed);
}

void AscendingRows::stage(std::uint32_t row)
{
    while (m_chunks.size() <= row / rowsOfChunk) {
        m_chunks.append(std::make_unique<Chunk>(m_staged));
        m_last = m_chunks[m_chunks.size() - 1].get();
        m_nextGroup = 0;
    }
    const std::size_t word = row / rowsOfWord % wordsOfChunk;
    for (; m_nextGroup <= word / wordsOfGroup; ++m_nextGroup)
        m_last->ofGroups[m_nextGroup].store(static_cast<std::uint32_t>(m_staged - m_last->before), std::memory_order_relaxed);
    m_last->words[word].fetch_or(std::uint64_t{1} << row % rowsOfWord, std::memory_order_relaxed);
    ++m_staged;
}

// What is staged meanwhile stands behind all that is looked for.
std::uint32_t AscendingRows::operator[](std::size_t place) const
{
    std::size_t chunk = 0;
    for (std::size_t end = m_chunks.size(); end - chunk > 1;) {
        const std::size_t middle = chunk + (end - chunk) / 2;
        (m_chunks[middle]->before <= place ? chunk : end) = middle;
    }
    const Chunk &own = *m_chunks[chunk];
    std::size_t left = place - own.before;
    const auto isBehind = [&](const std::atomic<std::uint32_t> &group) { return group.load(std::memory_order_relaxed) > left; };
    const auto group = std::ranges::partition_point(own.ofGroups, std::not_fn(isBehind)) - 1;
    left -= group->load(std::memory_order_relaxed);
    std::size_t word = static_cast<std::size_t>(group - own.ofGroups.begin()) * wordsOfGroup;
    std::uint64_t bits = own.words[word].load(std::memory_order_relaxed);
    for (; left >= static_cast<std::size_t>(std::popcount(bits)); bits = own.words[++word].load(std::memory_order_relaxed))
        left -= static_cast<std::size_t>(std::popcount(bits));
    for (; left > 0; --left)
        bits &= bits - 1;
    return static_cast<std::uint32_t>((chunk * wordsOfChunk + word) * rowsOfWord + static_cast<std::size_t>(std::countr_zero(bits)));
}

} // namespace vethscope
