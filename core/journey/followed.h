#pragma once

#include "core/journey/outcome.h"
#include "core/journey/segments.h"
#include "core/journey/ways.h"

#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <vector>

namespace vethscope::journey {

/// All that is told of some captures: their points, the journeys in them, the ways that these were to take and what became of each. It
/// refers to itself, and to the store, the dissector and the cluster, which outlive it.
class Followed
{
public:
    /// Asked now and then on the calling thread, with the share that is done; where it says no, which it then does for ever, nothing more is done.
    using GoOn = std::function<bool(double share)>;

    /// Null where `goOn` said no. The store has come to its end.
    static std::unique_ptr<Followed> of(const PacketStore &store, const Dissector &dissector, const Cluster &cluster, const std::vector<CaptureArgument> &arguments,
                                        const GoOn &goOn = {});
    /// The same for who asks for the packet in that row alone: of its flow and of what answers it all is as it is among all; of others it may be there
    /// in part, or not at all.
    static std::unique_ptr<Followed> ofOne(const PacketStore &store, const Dissector &dissector, const Cluster &cluster, const std::vector<CaptureArgument> &arguments,
                                           std::size_t row, const GoOn &goOn = {});
    Followed(const Followed &) = delete;
    Followed &operator=(const Followed &) = delete;

    const PacketStore &store() const { return m_store; }
    const Dissector &dissector() const { return m_dissector; }
    const path::Places &places() const { return m_places; }
    const path::Whose &whose() const { return m_whose; }
    const JourneyPoints &points() const { return m_points; }
    const Journeys &journeys() const { return m_journeys; }
    const JourneyList &all() const { return m_journeys.all; }
    /// Worked out when it is asked for, from any thread.
    Outcome outcome(std::size_t journey) const { return outcome(m_journeys.all[journey]); }
    Outcome outcome(const Journey &journey) const;
    const Way &wayOf(const Journey &journey) const { return m_ways->of(journey.flow); }
    /// The whole path that was foretold for such a packet, with the devices where nobody captured; nothing where nobody could foretell it.
    std::optional<path::Path> foretoldPath(const Journey &journey) const { return m_ways->pathOf(journey); }
    std::vector<FlowSegments> segments() const;

    /// The place in all() of the journey that a row of the store belongs to; nothing where it belongs to none.
    std::optional<std::size_t> journeyOf(std::size_t row) const;
    /// By the first host's clock, as well as it is known.
    std::int64_t time(const JourneyHop &hop) const { return m_journeys.clocks.corrected(m_journeys.hosts[hop.point], m_store.time(hop.rows.front())); }
    /// Nanoseconds since the hop before; 0 of the first.
    std::int64_t delta(const Journey &journey, std::size_t hop) const { return hop == 0 ? 0 : time(journey.hops[hop]) - time(journey.hops[hop - 1]); }
    /// What happened since the hop before (changes.h); nothing at the first.
    std::vector<std::string> changes(const Journey &journey, std::size_t hop) const;
    const Tuple &tuple(const Journey &journey) const { return m_journeys.tupleOf(journey); }

private:
    Followed(const PacketStore &store, const Dissector &dissector, const Cluster &cluster, const std::vector<CaptureArgument> &arguments, std::optional<std::size_t> row,
             const GoOn &goOn);
    bool tellsAllOf(std::size_t row) const;
    void findWays(const GoOn &goOn);
    void take(std::size_t place, Journey &journey);

    const PacketStore &m_store;
    const Dissector &m_dissector;
    path::Places m_places;
    path::Whose m_whose;
    JourneyPoints m_points;
    Journeys m_journeys;
    std::unique_ptr<Ways> m_ways;
    std::unique_ptr<Judge> m_judge;
    mutable std::mutex m_judging; // which remembers what it found
    std::vector<std::uint32_t> m_ofRow; // of each row its journey, counted from 1
};

} // namespace vethscope::journey
