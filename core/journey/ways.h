#pragma once

#include "core/explain/expectation.h"
#include "core/journey/arrivals.h"

#include <functional>
#include <optional>
#include <vector>

namespace vethscope::journey {

/// The points that packets of a flow pass, in their order.
struct Way {
    static constexpr std::size_t noArrival = static_cast<std::size_t>(-1);

    std::vector<std::uint16_t> points{};
    std::size_t arrival = noArrival;    // from this place on a point proves that it was delivered
    std::size_t stop = noArrival;       // the first place where what is foretold to stop them lets nobody see them
    std::size_t again = noArrival;      // from this place on points are passed once more: of what a pod sends to itself
    std::optional<IpAddress> to{};      // where those that are foretold to be stopped were to go, where that is known for certain
    std::optional<path::Ending> drop{}; // what is foretold to stop packets behind the last of them before the arrival
    bool isForetold = false;            // else it is what other packets of the flow show

    /// Whether the journey came by at that place.
    bool isPassedBy(const Journey &journey, std::size_t place) const;
    /// Nothing where it is not on the way, or more than once.
    std::optional<std::size_t> placeOf(std::uint16_t point) const;
};

/// The ways of all flows. All that it is made with outlives it.
class Ways
{
public:
    Ways(const PacketStore &store, const Dissector &dissector, const JourneyPoints &points, const Journeys &journeys, const path::Places &places, const path::Whose &whose);

    /// Finds out the ways of all flows, on all cores. `goOn` is asked now and then, on the calling thread; where it says no, nobody may ask for a way any more.
    void find(const std::function<bool()> &goOn = {});
    /// The foretold one, where hosts printed enough to foretell it; of a flow of which there are journeys.
    const Way &of(std::uint32_t flow) const { return *m_ways[flow]; }
    /// The foretold path of which that way is, with the devices where nobody captured; nothing where there is none.
    std::optional<path::Path> pathOf(const Journey &journey) const;
    /// Whether a capture at the point shows the packet that comes by there.
    static bool isAt(const JourneyPoint &point, const path::Hop &hop);

private:
    void find(std::size_t flow);
    explain::Expectation expectationOf(const Journey &journey) const;
    /// To where it went at the last point that saw it.
    const IpAddress &lastDestination(const Journey &journey) const { return m_journeys.sightings.tuples[journey.hops.back().tuple].destination; }
    std::vector<const path::Path *> pathsAlong(const explain::Expectation &expectation, const Journey &journey) const;
    std::optional<Way> wayAlong(const path::Path &path, const Journey &journey) const;
    std::optional<Way> foretold(const Journey &journey) const;
    void addBehind(Way &way, const path::Path &path) const;
    Way walked(const Journey &journey) const;
    void addHome(Way &way, const Journey &journey) const;

    const PacketStore &m_store;
    const Dissector &m_dissector;
    const JourneyPoints &m_points;
    const path::Places &m_places;
    const path::Whose &m_whose;
    const Journeys &m_journeys;
    Arrivals m_arrivals;
    // Of each flow the place of a journey that passed the points that most of its journeys passed, the most points of such, and went on if any of them
    // did; nothing where there is none.
    std::vector<std::optional<std::size_t>> m_usual;
    std::vector<std::optional<Way>> m_ways;
};

/// Of the journey at that place: hops of one host that are so near to each other that times do not tell their order stand as on the way, also
/// in `journey`, which is this one. Times may fall there: a bridge hands what it forwards to its port first, and only then to who listens on the
/// bridge itself (br_handle_frame_finish), and each tap notes its own time.
void arrange(Journeys &journeys, std::size_t place, Journey &journey, const Ways &ways, const PacketStore &store);

} // namespace vethscope::journey
