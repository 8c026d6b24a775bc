#pragma once

#include "core/journey/journey.h"

#include <cstdint>
#include <map>
#include <set>
#include <utility>
#include <vector>

namespace vethscope::journey {

/// Whether packets were answered, which they cannot be where they never arrived: TCP's acknowledgement, the reply to an echo, the answer to
/// a DNS query. All that it is made with outlives it.
class Answers
{
public:
    Answers(const PacketStore &store, const Dissector &dissector, const Journeys &journeys);

    /// Not by what was sent again: any of these may have been acknowledged.
    bool isAnswered(const Journey &journey);

private:
    struct Seen {
        std::optional<std::uint32_t> acknowledged{}; // the farthest
        std::set<std::uint16_t> numbers{};           // of echoes and of DNS
    };

    const Seen &answersTo(const Tuple &tuple);
    bool wasSentAgain(const Journey &journey, std::uint32_t sequence, std::uint32_t length);

    const PacketStore &m_store;
    const Dissector &m_dissector;
    const Journeys &m_journeys;
    std::map<Tuple, std::uint32_t> m_tuples;
    std::vector<std::vector<std::uint32_t>> m_flows; // of each flow, places of journeys
    std::map<std::uint32_t, Seen> m_seen; // by the answers' flow
    std::map<std::uint32_t, std::vector<std::pair<std::uint32_t, std::uint32_t>>> m_ranges; // of TCP's data, by flow: where it begins, how long it is
};

} // namespace vethscope::journey
