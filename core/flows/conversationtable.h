#pragma once

#include "core/bytes/appendonly.h"
#include "core/flows/endpoints.h"

#include <atomic>
#include <memory>
#include <vector>

namespace vethscope {

/// The conversations of one protocol, numbered in the order in which they appear. One thread adds;
/// any thread finds, without a lock, what was added before it learnt of it.
class ConversationTable
{
public:
    static constexpr std::uint32_t none = UINT32_MAX;

    ConversationTable();

    /// Asks memory for what find() will look at: where the hash stands in the table, and a little later, when that is there, what stands there.
    void expectPlace(std::uint64_t hash) const;
    void expectEnds(std::uint64_t hash) const;
    /// The first conversation between these ends, or none.
    std::uint32_t find(const Endpoints &ends, std::uint64_t hash) const;
    /// The same; adds one when there is none. Only for the thread that adds.
    std::uint32_t findOrAdd(const Endpoints &ends, std::uint64_t hash);
    /// A further conversation between ends that find() knows: it goes on finding the first.
    std::uint32_t addAnother(const Endpoints &ends);

    std::size_t size() const { return m_ends.size(); }
    const Endpoints &operator[](std::uint32_t number) const { return m_ends[number]; }

    /// Heap bytes in use.
    std::size_t memory() const;

private:
    // Open addressing; a place holds the conversation's number plus one, zero when it is free.
    struct Places {
        explicit Places(std::size_t count) : mask(count - 1), numbers(new std::atomic<std::uint32_t>[count]{}) { }
        std::size_t mask;
        std::unique_ptr<std::atomic<std::uint32_t>[]> numbers;
    };

    static void put(const Places &places, std::uint64_t hash, std::uint32_t number);
    void grow();

    AppendOnly<Endpoints, 1024> m_ends;
    std::vector<std::unique_ptr<Places>> m_all; // smaller ones stay for a reader that still looks into them
    std::atomic<const Places *> m_places;
    std::size_t m_used = 0;
};

} // namespace vethscope
