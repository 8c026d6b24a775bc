#pragma once

#include "core/bytes/appendonly.h"
#include "core/capture/packetstore.h"
#include "core/flows/flowname.h"

#include <atomic>
#include <cstdint>
#include <memory>
#include <mutex>
#include <span>
#include <vector>

namespace vethscope {

/// Which packets of a store are of one flow, by their names (core/flows/flowname.h): four bytes a packet. Whoever dissects a packet tells it; what nobody
/// told has no number. What is asked of a flow alone is then asked once. It is good for one way to read the frames: with other protocols
/// behind numbers, or payloads put together otherwise, another one is made. From several threads at once.
class FlowIndex
{
public:
    /// The store outlives it.
    explicit FlowIndex(const PacketStore &store);

    using Numbers = std::span<std::atomic<std::uint32_t>>;
    static constexpr std::uint32_t unknown = 0;

    /// The flows of that row and of those behind it, as far as they stand together; written by who looks at the rows.
    Numbers from(std::size_t row);
    /// Flows are counted from 1 on.
    std::size_t flows() const { return m_rows.size(); }
    /// A packet of the flow.
    std::size_t rowOf(std::uint32_t flow) const { return m_rows[flow - 1]; }
    /// The number of the flow of that name, to which the row belongs; unknown where there would be too many to gain anything.
    std::uint32_t numberOf(const FlowName &name, std::size_t row);
    std::uint32_t interfaceOf(std::size_t row) const { return m_store.interfacePlace(row); }
    /// Private memory in bytes.
    std::size_t memory() const;

private:
    static constexpr std::size_t blockRows = 65536;
    struct Block {
        std::unique_ptr<std::atomic<std::uint32_t>[]> numbers;
    };
    // Open addressing, a power of two, half of them free.
    struct Slots {
        explicit Slots(std::size_t count) : mask(count - 1), numbers(new std::atomic<std::uint32_t>[count]{}) {}
        std::size_t mask;
        std::unique_ptr<std::atomic<std::uint32_t>[]> numbers;
    };

    std::uint32_t find(const FlowName &name) const;
    void grow();
    static void put(const Slots &slots, const FlowName &name, std::uint32_t flow);

    const PacketStore &m_store;
    mutable std::mutex m_mutex;
    std::vector<Block> m_blocks;
    std::vector<std::unique_ptr<Slots>> m_all; // smaller ones stay for who still looks into them
    std::atomic<const Slots *> m_slots;
    AppendOnly<FlowName, 1024> m_names; // of each flow
    AppendOnly<std::uint32_t, 1024> m_rows;
};

} // namespace vethscope
