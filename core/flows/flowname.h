#pragma once

#include "core/dissect/dissector.h"

#include <array>
#include <compare>
#include <cstdint>
#include <optional>
#include <span>

namespace vethscope {

/// Whether the field says the same in all packets of a flow: addresses, ports, protocols, identifiers of tunnels.
bool isSameInFlow(const FieldRef &ref);

/// A number for all packets of one flow in one direction. Two lanes of sums that nobody foresees: each run of the program has its own
/// (J. Black et al., UMAC, 1999, section 4), so that nobody makes two flows that have one name.
struct FlowName {
    std::uint64_t first = 0, second = 0;

    friend bool operator==(const FlowName &, const FlowName &) = default;
};

/// Names flows by their headers from the outside in, what isSameInFlow() of each, and the interface. What a header that was cut still has
/// counts, too. One for each thread; allocates nothing.
class FlowNamer
{
public:
    /// Nothing where a header does not have what its protocol promises, or there are too many.
    std::optional<FlowName> nameOf(const Frame &frame, const Dissection &packet, std::uint32_t interface);

    /// Some bytes of a header, eight at most.
    struct Part {
        const Protocol *protocol;
        std::uint32_t begin, size;
        bool isWhole = false; // the other parts are beside it, and nothing of the header is left out: it tells which of its rows are there
    };

private:
    static constexpr std::size_t mostWords = 256;
    static constexpr std::size_t remembered = 16; // layers

    struct Known {
        const Protocol *protocol = nullptr;
        std::span<const Part> parts{};
    };

    std::span<const Part> partsOf(const Protocol *protocol, std::size_t place);
    void add(std::uint64_t word);
    void addLayer(const Layer &layer);
    void addWhatIsThere(Bytes bytes);

    std::array<Known, remembered> m_known{}; // of the layers of the packet before: most are alike
    FlowName m_sum;
    std::size_t m_words = 0;
};

} // namespace vethscope
