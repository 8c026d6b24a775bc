#pragma once

#include "core/filter/filterscan.h"

#include <memory>

namespace vethscope {

/// Which packets of a capture are of which flow, for filters that ask a flow instead of its packets. Found out beside the window, once for all filters.
class KnownFlows
{
public:
    /// The store outlives it, or is let go of with forget().
    std::shared_ptr<FlowIndex> of(const PacketStore &store);

    /// Begins to look at those that nobody has looked at yet, on one thread; in the company of a filter, whose rows are there already. False where there is
    /// nothing to begin.
    bool complete(const PacketStore &store, const Dissector &dissector, const Filter &filter);
    /// Stops looking; what is known stays.
    void pause();
    /// The packets go, or are read otherwise from now on.
    void forget();

    bool areAllKnown() const { return m_areAllKnown || (m_scan && m_scan->finished()); }

private:
    std::shared_ptr<FlowIndex> m_index;
    std::unique_ptr<FilterScan> m_scan; // what it finds is what the filter has found
    bool m_areAllKnown = false;
};

} // namespace vethscope
