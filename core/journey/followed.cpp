#include "core/journey/followed.h"

namespace vethscope::journey {
namespace {

// Ways are told from journeys whose hops the way puts into order.
Ways &arranged(Journeys &journeys, Ways &ways, const PacketStore &store)
{
    arrange(journeys, ways, store);
    return ways;
}

} // namespace

Followed::Followed(const PacketStore &store, const Dissector &dissector, const Cluster &cluster, const std::vector<CaptureArgument> &arguments,
                   const std::function<bool(std::size_t row)> &goOn)
    : m_places(cluster), m_whose(m_places), m_points(m_places, store, dissector, arguments), m_journeys(journeysOf(store, dissector, m_points, m_places, goOn)),
      m_ways(store, dissector, m_points, m_journeys, m_places, m_whose), m_judge(store, dissector, m_points, m_journeys, arranged(m_journeys, m_ways, store))
{
}

} // namespace vethscope::journey
