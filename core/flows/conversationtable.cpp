#include "core/flows/conversationtable.h"

namespace vethscope {
namespace {

constexpr std::size_t firstCount = 1024; // of places; a power of two, as all that follow

} // namespace

ConversationTable::ConversationTable()
{
    m_all.push_back(std::make_unique<Places>(firstCount));
    m_places.store(m_all.back().get(), std::memory_order_release);
}

void ConversationTable::expectPlace(std::uint64_t hash) const
{
    const Places &places = *m_places.load(std::memory_order_acquire);
    __builtin_prefetch(&places.numbers[hash & places.mask]);
}

void ConversationTable::expectEnds(std::uint64_t hash) const
{
    const Places &places = *m_places.load(std::memory_order_acquire);
    if (const std::uint32_t number = places.numbers[hash & places.mask].load(std::memory_order_acquire))
        __builtin_prefetch(&m_ends[number - 1]);
}

std::uint32_t ConversationTable::find(const Endpoints &ends, std::uint64_t hash) const
{
    const Places &places = *m_places.load(std::memory_order_acquire);
    for (std::size_t place = hash;; ++place) {
        const std::uint32_t number = places.numbers[place & places.mask].load(std::memory_order_acquire);
        if (number == 0)
            return none;
        if (m_ends[number - 1] == ends)
            return number - 1;
    }
}

std::uint32_t ConversationTable::findOrAdd(const Endpoints &ends, std::uint64_t hash)
{
    if (const std::uint32_t known = find(ends, hash); known != none)
        return known;
    if (m_used * 2 >= m_all.back()->mask)
        grow();
    const std::uint32_t number = addAnother(ends);
    put(*m_all.back(), hash, number);
    ++m_used;
    return number;
}

std::uint32_t ConversationTable::addAnother(const Endpoints &ends)
{
    m_ends.append(ends);
    return static_cast<std::uint32_t>(m_ends.size() - 1);
}

void ConversationTable::put(const Places &places, std::uint64_t hash, std::uint32_t number)
{
    std::size_t place = hash;
    while (places.numbers[place & places.mask].load(std::memory_order_relaxed) != 0)
        ++place;
    places.numbers[place & places.mask].store(number + 1, std::memory_order_release);
}

void ConversationTable::grow()
{
    const Places &old = *m_all.back();
    auto larger = std::make_unique<Places>((old.mask + 1) * 4);
    for (std::size_t place = 0; place <= old.mask; ++place)
        if (const std::uint32_t number = old.numbers[place].load(std::memory_order_relaxed))
            put(*larger, m_ends[number - 1].hash(), number - 1);
    m_all.push_back(std::move(larger));
    m_places.store(m_all.back().get(), std::memory_order_release);
}

std::size_t ConversationTable::memory() const
{
    std::size_t bytes = m_ends.memory();
    for (const auto &places : m_all)
        bytes += (places->mask + 1) * sizeof(std::uint32_t);
    return bytes;
}

} // namespace vethscope
