#pragma once

#include "core/journey/clocks.h"
#include "core/journey/packet.h"

#include <map>
#include <span>
#include <string>
#include <utility>
#include <vector>

namespace vethscope::journey {

/// The hosts of the points, and on which of them packets begin: what each hop takes off the TTL tells which side of a router a point is on
/// (RFC 1812, section 5.3.1), and hosts send from their own addresses.
class HostOrder
{
public:
    /// What nodes are known to have tells more than TTLs do.
    HostOrder(const JourneyPoints &points, const Sightings &sightings, const path::Places &places);

    /// A point without a host has one of its own.
    std::size_t of(std::uint16_t point) const { return m_hosts[point]; }
    const std::vector<std::string> &names() const { return m_names; }

    /// How far on its way a packet is: less before more, the same where nothing tells.
    std::pair<int, int> progress(const Sighting &one) const;
    /// One packet's crossings between hosts, in a known direction, by the times when it was seen; none where a point saw it twice.
    void addCrossings(std::span<const std::pair<Sighting, std::int64_t>> packet, Crossings &crossings) const;

private:
    struct Home {
        std::size_t host = 0;
        std::uint8_t timeToLive = 0;
        bool isOnly = true; // no other host sees as much
    };

    // Where both ends of a tuple are at home; nobody where several hosts may be.
    struct Ends {
        std::size_t source = nobody, destination = nobody;
    };
    static constexpr std::size_t nobody = static_cast<std::size_t>(-1);

    std::vector<std::string> m_names;
    std::vector<std::size_t> m_hosts; // of each point
    std::vector<Ends> m_ends;         // of each tuple
};

/// The hops as the packet passed them: by what the TTL tells, then by the clocks where they can tell, else host by host.
void putInOrder(Packet &packet, const HostOrder &hosts);
/// The same, of hops in the order of their times.
void putInOrder(std::span<SeenHop> hops, const HostOrder &hosts);

} // namespace vethscope::journey
