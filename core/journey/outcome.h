#pragma once

#include "core/journey/answers.h"
#include "core/journey/ways.h"

#include <functional>
#include <optional>
#include <string_view>
#include <vector>

namespace vethscope::journey {

/// A point of a packet's way that did not see it, and why that proves nothing.
struct NotObserved {
    std::uint16_t point = 0;
    std::string_view because; // not recording then, filtered, cut, dropped by capture
};

/// What became of a packet.
struct Outcome {
    enum class Kind : std::uint8_t { Delivered, Lost, Unknown };

    Kind kind = Kind::Unknown;
    std::optional<std::uint16_t> lostAfter{}; // the last point that saw it; only of what was lost
    std::optional<std::uint16_t> missedAt{};  // and the next one, which shows that it did not come by
    std::vector<NotObserved> notObserved{};
    std::optional<path::Ending> drop{};       // what was foretold to stop it there
};

std::string_view nameOf(Outcome::Kind kind);

/// Tells what became of journeys. Lost is only what the next point of its way would have shown: it was recording then, without a filter, with
/// whole frames and nothing dropped. All that it is made with outlives it.
class Judge
{
public:
    /// `goOn` is asked now and then; where it says no, this judge is good for nothing.
    Judge(const PacketStore &store, const Dissector &dissector, const JourneyPoints &points, const Journeys &journeys, Ways &ways, const std::function<bool()> &goOn = {});

    Outcome judge(const Journey &journey);
    /// Whether a point of its way did not see it that would have, for all that these journeys tell: others may tell that it missed packets.
    bool isOpen(const Journey &journey) const;

private:
    struct Passed;

    Passed passedBy(const Journey &journey) const;
    void findGaps(const std::function<bool()> &goOn);
    std::string_view excuse(std::uint16_t point, const Sighting &last) const;

    const PacketStore &m_store;
    const JourneyPoints &m_points;
    const Journeys &m_journeys;
    const Ways &m_ways;
    Answers m_answers;
    std::vector<bool> m_hasCut;  // points that saw packets cut before what recognises them,
    std::vector<bool> m_hasGaps; // and that missed some that went by
};

} // namespace vethscope::journey
