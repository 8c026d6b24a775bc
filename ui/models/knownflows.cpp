#include "ui/models/knownflows.h"

namespace vethscope {

std::shared_ptr<FlowIndex> KnownFlows::of(const PacketStore &store)
{
    if (!m_index)
        m_index = std::make_shared<FlowIndex>(store);
    return m_index;
}

bool KnownFlows::complete(const PacketStore &store, const Dissector &dissector, const Filter &filter)
{
    if (m_scan || m_areAllKnown || filter.asksFrameAlone() || !store.finished())
        return false;
    m_scan = std::make_unique<FilterScan>(store, dissector, filter, 1, of(store));
    return true;
}

void KnownFlows::pause()
{
    m_areAllKnown = areAllKnown();
    m_scan.reset();
}

void KnownFlows::forget()
{
    m_scan.reset();
    m_index.reset(); // a scan holds it while it runs
    m_areAllKnown = false;
}

} // namespace vethscope
