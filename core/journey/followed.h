#pragma once

#include "core/journey/outcome.h"
#include "core/path/whose.h"

#include <cstddef>
#include <functional>
#include <vector>

namespace vethscope::journey {

/// The journeys of opened captures, and all that they are told from. It refers to itself; store, dissector and cluster outlive it.
class Followed
{
public:
    /// The store has come to its end; `arguments` are those that it was opened with. `goOn` as for journeysOf.
    Followed(const PacketStore &store, const Dissector &dissector, const Cluster &cluster, const std::vector<CaptureArgument> &arguments,
             const std::function<bool(std::size_t row)> &goOn = {});
    Followed(const Followed &) = delete;
    Followed &operator=(const Followed &) = delete;

    const path::Places &places() const { return m_places; }
    const JourneyPoints &points() const { return m_points; }
    const Journeys &journeys() const { return m_journeys; }
    Ways &ways() { return m_ways; }
    Judge &judge() { return m_judge; }
    Outcome outcomeOf(const Journey &journey) { return m_judge.judge(journey); }

private:
    path::Places m_places;
    path::Whose m_whose;
    JourneyPoints m_points;
    Journeys m_journeys;
    Ways m_ways;
    Judge m_judge;
};

} // namespace vethscope::journey
