#pragma once

#include <algorithm>
#include <array>
#include <atomic>
#include <cassert>
#include <cstddef>
#include <memory>
#include <span>
#include <utility>
#include <vector>

namespace vethscope {

/// A sequence that one thread appends to while others read what is already there.
/// Elements never move; an element is visible to every thread that saw a size() beyond its place.
/// Memory comes in blocks of `BlockSize` elements, so that a short sequence costs one block.
template <typename T, std::size_t BlockSize = 65536>
class AppendOnly
{
public:
    std::size_t size() const { return m_size.load(std::memory_order_acquire); }
    bool empty() const { return size() == 0; }
    /// The same with what is not published yet; for the appending thread.
    std::size_t staged() const { return m_staged; }

    const T &operator[](std::size_t index) const
    {
        assert(index < size());
        return block(index / BlockSize)[index % BlockSize];
    }

    /// Those from `begin` on that stand beside each other, no farther than to `end`; both are within size().
    std::span<const T> run(std::size_t begin, std::size_t end) const
    {
        assert(begin < end && end <= size());
        return {&block(begin / BlockSize)[begin % BlockSize], std::min(end - begin, BlockSize - begin % BlockSize)};
    }

    /// Only the appending thread may call this.
    void append(T value)
    {
        stage(std::move(value));
        publish();
    }

    /// Adds an element that readers do not see before publish(): many elements, one fence.
    void stage(T value)
    {
        if (m_staged % BlockSize == 0)
            addBlock();
        m_last[m_staged++ % BlockSize] = std::move(value);
    }

    void publish() { m_size.store(m_staged, std::memory_order_release); }

    /// Of what was staged and not yet published, keeps only what `keep` is true of.
    template <typename Keep>
    void retainStaged(Keep keep)
    {
        std::vector<T> kept;
        for (std::size_t i = m_size.load(std::memory_order_relaxed); i < m_staged; ++i)
            if (T &value = block(i / BlockSize)[i % BlockSize]; keep(std::as_const(value)))
                kept.push_back(std::move(value));
        m_staged = m_size.load(std::memory_order_relaxed);
        m_last = m_staged % BlockSize ? block(m_staged / BlockSize) : nullptr;
        for (T &value : kept)
            stage(std::move(value));
    }

    /// Heap bytes in use, for the honest sum in the status bar and in the bench.
    std::size_t memory() const { return (m_staged + BlockSize - 1) / BlockSize * BlockSize * sizeof(T); }

private:
    // Directories of blocks double in size, so that none of them is ever moved under a reader.
    static constexpr std::size_t directories = 32;
    using Directory = std::unique_ptr<std::unique_ptr<T[]>[]>;

    static std::size_t directoryOf(std::size_t block)
    {
        return static_cast<std::size_t>(63 - __builtin_clzll(block + 1));
    }

    T *block(std::size_t index) const
    {
        const std::size_t directory = directoryOf(index);
        return m_directories[directory][index + 1 - (std::size_t{1} << directory)].get();
    }

    void addBlock()
    {
        const std::size_t index = m_staged / BlockSize;
        const std::size_t directory = directoryOf(index);
        if (!m_directories[directory])
            m_directories[directory] = std::make_unique<std::unique_ptr<T[]>[]>(std::size_t{1} << directory);
        auto &slot = m_directories[directory][index + 1 - (std::size_t{1} << directory)];
        slot = std::make_unique_for_overwrite<T[]>(BlockSize);
        m_last = slot.get();
    }

    std::array<Directory, directories> m_directories;
    T *m_last = nullptr;
    std::size_t m_staged = 0;
    std::atomic<std::size_t> m_size = 0;
};

} // namespace vethscope
