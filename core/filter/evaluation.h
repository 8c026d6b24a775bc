#pragma once

#include "core/dissect/details.h"
#include "core/dissect/dissector.h"

#include <cstdint>
#include <deque>
#include <memory_resource>
#include <optional>
#include <vector>

namespace vethscope {

/// One value while a filter looks at it.
struct FilterValue {
    std::int64_t number = 0; // for numeric fields
    Bytes bytes{};           // for addresses, bytes and text
};

/// What evaluation needs beside the packet; one for each thread, used again for every packet, so that
/// a filter allocates only until it has seen its largest packet.
class FilterScratch
{
public:
    /// The rows that `details` finds in one layer, made once for a packet however often they are asked for.
    const Details &detailsOf(const LayerView &view);
    /// The same for what FrameFacts knows of the layer.
    const Details &factsOf(const LayerView &view);

    /// A list of values to fill; give it back in the reverse order of taking.
    std::vector<FilterValue> &takeList();
    void giveBackList() { --m_taken; }

    /// Memory for text that a function makes; valid until the next packet.
    std::byte *allocate(std::size_t size) { return static_cast<std::byte *>(m_texts.allocate(size, 1)); }

    /// Forgets what belonged to the packet before.
    void begin();

    /// A regular expression took more steps on this packet than it may; it counts as not matching.
    void giveUp() { m_gaveUp = true; }
    /// In how many packets that happened.
    std::uint64_t givenUp() const { return m_givenUp + m_gaveUp; }

private:
    // The rows of one layer, until another is asked for.
    struct Kept {
        Details rows;
        const void *layerKey = nullptr;
        std::size_t layerIndex = 0;

        bool holds(const LayerView &view);
    };

    Kept m_details;
    Kept m_facts;
    std::deque<std::vector<FilterValue>> m_lists;
    std::size_t m_taken = 0;
    std::pmr::monotonic_buffer_resource m_texts{1024};
    bool m_gaveUp = false; // in the packet at hand
    std::uint64_t m_givenUp = 0; // in those before
};

/// One packet under evaluation.
struct Evaluation {
    const Frame &frame;
    const Dissection &packet;
    FilterScratch &scratch;
};

/// A node of a compiled filter that is true or false of a packet.
class FilterNode
{
public:
    virtual ~FilterNode() = default;
    virtual bool matches(Evaluation &evaluation) const = 0;
    /// What it is of all packets of this one's flow (core/flows/flowname.h); nothing where that differs from packet to packet.
    virtual std::optional<bool> ofFlow(Evaluation &) const { return std::nullopt; }
    /// Whether it asks for nothing that is in a packet: numbers, times, lengths and the interface.
    virtual bool asksFrameAlone() const { return false; }
};

} // namespace vethscope
