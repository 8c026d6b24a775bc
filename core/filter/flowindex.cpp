#include "core/filter/flowindex.h"

namespace vethscope {
namespace {

constexpr std::size_t firstSlots = 4096;
constexpr std::size_t flowsAlways = 16384, packetsOfFlow = 16; // beyond so many flows there is one for so many packets at most

} // namespace

FlowIndex::FlowIndex(const PacketStore &store) : m_store(store)
{
    m_all.push_back(std::make_unique<Slots>(firstSlots));
    m_slots.store(m_all.back().get(), std::memory_order_release);
}

FlowIndex::Numbers FlowIndex::from(std::size_t row)
{
    const std::scoped_lock lock(m_mutex);
    const std::size_t block = row / blockRows, place = row % blockRows;
    while (m_blocks.size() <= block)
        m_blocks.push_back({std::make_unique<std::atomic<std::uint32_t>[]>(blockRows)});
    return Numbers(m_blocks[block].numbers.get() + place, blockRows - place);
}

std::size_t FlowIndex::memory() const
{
    const std::scoped_lock lock(m_mutex);
    std::size_t bytes = m_blocks.size() * blockRows * sizeof(std::uint32_t) + m_names.memory() + m_rows.memory();
    for (const auto &slots : m_all)
        bytes += (slots->mask + 1) * sizeof(std::uint32_t);
    return bytes;
}

std::uint32_t FlowIndex::find(const FlowName &name) const
{
    const Slots &slots = *m_slots.load(std::memory_order_acquire);
    for (std::size_t place = name.first;; ++place) {
        const std::uint32_t flow = slots.numbers[place & slots.mask].load(std::memory_order_acquire);
        if (flow == unknown || m_names[flow - 1] == name)
            return flow;
    }
}

std::uint32_t FlowIndex::numberOf(const FlowName &name, std::size_t row)
{
    if (const std::uint32_t flow = find(name); flow != unknown)
        return flow;
    const std::scoped_lock lock(m_mutex);
    if (const std::uint32_t flow = find(name); flow != unknown) // meanwhile
        return flow;
    if (m_names.size() >= flowsAlways + m_store.size() / packetsOfFlow)
        return unknown;
    if (m_names.size() * 2 >= m_all.back()->mask)
        grow();
    m_names.append(name);
    m_rows.append(static_cast<std::uint32_t>(row));
    const auto flow = static_cast<std::uint32_t>(m_names.size());
    put(*m_all.back(), name, flow);
    return flow;
}

void FlowIndex::put(const Slots &slots, const FlowName &name, std::uint32_t flow)
{
    std::size_t place = name.first;
    while (slots.numbers[place & slots.mask].load(std::memory_order_relaxed) != unknown)
        ++place;
    slots.numbers[place & slots.mask].store(flow, std::memory_order_release);
}

void FlowIndex::grow()
{
    auto larger = std::make_unique<Slots>((m_all.back()->mask + 1) * 4);
    for (std::uint32_t flow = 1; flow <= m_names.size(); ++flow)
        put(*larger, m_names[flow - 1], flow);
    m_all.push_back(std::move(larger));
    m_slots.store(m_all.back().get(), std::memory_order_release);
}

} // namespace vethscope
