#pragma once

#include "core/diagnose/goon.h"
#include "core/diagnose/seen.h"
#include "core/diagnose/tunnelpairs.h"
#include "core/journey/followed.h"

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace vethscope::diagnose {

/// Captures as faults look at them: each packet's journey and what became of it, so that copies at several points are one packet; and what journeys
/// do not tell, header by header. All that the journeys refer to outlives it.
class Traffic
{
public:
    /// Null where `goOn` said no.
    static std::unique_ptr<Traffic> of(std::shared_ptr<const journey::Followed> followed, const GoOn &goOn = {});
    Traffic(const Traffic &) = delete;
    Traffic &operator=(const Traffic &) = delete;

    const PacketStore &store() const { return m_followed->store(); }
    const Dissector &dissector() const { return m_followed->dissector(); }
    const journey::JourneyPoints &points() const { return m_followed->points(); }
    const journey::Journeys &journeys() const { return m_followed->journeys(); }
    /// Of the journeys, in their order.
    const std::vector<journey::Outcome> &outcomes() const { return m_outcomes; }
    const Seen &seen() const { return m_seen; }
    /// Made when somebody asks for them, on that thread.
    const TunnelPairs &tunnelPairs() const;

    const journey::Tuple &tupleOf(const journey::Sighting &one) const { return journeys().sightings.tuples[one.tuple]; }
    /// Its first journey.
    journey::Journey firstOf(std::uint32_t flow) const;
    /// What the first frame of a hop carries.
    journey::CloseLook look(const journey::JourneyHop &hop) const;
    /// `node1:eth0`; the file's name where it is known by nothing else.
    std::string nameOf(std::uint16_t point) const;
    /// The frames in which packets, to that network if one is given, were seen for the last time that were lost there as one of these lines foretold.
    std::vector<std::uint32_t> lostBy(const EvidenceList &lines, const std::optional<IpPrefix> &to = {}) const;
    /// From whom to whom the packet in the first of these frames went; nothing where there is none.
    std::optional<journey::Tuple> firstLostBy(const EvidenceList &lines) const;
    /// Whether it is a device of the machine that has this address: all that is sent to it is seen there.
    bool isOwnPoint(std::uint16_t point, const IpAddress &address) const;

private:
    /// The next journey and what became of it.
    void add(std::size_t place);
    std::vector<journey::Sighting> lastSightings(const EvidenceList &lines, const std::optional<IpPrefix> &to) const;
    explicit Traffic(std::shared_ptr<const journey::Followed> followed) : m_followed(std::move(followed)) {}

    std::shared_ptr<const journey::Followed> m_followed;
    std::vector<journey::Outcome> m_outcomes;
    std::vector<std::size_t> m_stopped; // journeys that were not delivered, as foretold
    std::vector<std::size_t> m_first;   // of each flow
    Seen m_seen;
    mutable std::unique_ptr<const TunnelPairs> m_tunnelPairs{};
};

} // namespace vethscope::diagnose
