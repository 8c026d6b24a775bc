#include "core/journey/journeymaker.h"

#include "core/journey/recognise.h"
#include "core/journey/superframes.h"

#include <algorithm>
#include <optional>

namespace vethscope::journey {
namespace {

constexpr std::size_t glimpsesAhead = 16; // whose frames the processor is asked for

} // namespace

ByFlow::ByFlow(std::span<const Glimpse> glimpses, const std::vector<std::uint32_t> &flows)
{
    m_places.reserve(glimpses.size());
    for (std::size_t i = 0; i < glimpses.size(); ++i)
        m_places.push_back({std::uint64_t{flows[glimpses[i].tuple]} << 32 | glimpses[i].burst(), std::uint64_t{glimpses[i].key} << 32 | i});
    std::ranges::sort(m_places);
}

JourneyList JourneyMaker::make(std::span<const Glimpse> glimpses)
{
    m_all.clear();
    m_all.reserve(glimpses.size());
    for (std::size_t i = 0; i < glimpses.size(); ++i) {
        if (i + glimpsesAhead < glimpses.size())
            m_looker.expect(glimpses[i + glimpsesAhead]);
        const CloseLook look = m_looker.at(glimpses[i]);
        m_all.emplace_back(m_journeys.clocks.corrected(m_hosts.of(look.point), m_store.time(look.row)), look);
    }
    std::optional<ByFlow::Place> last;
    ByFlow(glimpses, m_journeys.flows).forEachAlike([&](std::span<const ByFlow::Place> alike) {
        if (last && alike.front().flowAndBurst != last->flowAndBurst)
            keepBurst(last->flow());
        last = alike.front();
        add(alike);
    });
    if (last)
        keepBurst(last->flow());
    return std::move(m_list);
}

void JourneyMaker::add(std::span<const ByFlow::Place> alike)
{
    m_timed.clear();
    for (const ByFlow::Place &one : alike)
        m_timed.push_back(m_all[one.index()]);
    const auto order = [](const Timed &one) { return std::pair(one.second.key, one.first); };
    if (!std::ranges::is_sorted(m_timed, {}, order))
        std::ranges::stable_sort(m_timed, {}, order);
    for (auto begin = m_timed.begin(); begin != m_timed.end();) {
        const auto end = std::find_if(begin, m_timed.end(), [&](const Timed &one) { return one.second.key != begin->second.key; });
        addAlike({begin, end}, alike.front().flow());
        begin = end;
    }
}

// They have one flow and one whole key.
void JourneyMaker::addAlike(std::span<const Timed> alike, std::uint32_t flow)
{
    m_sightings.clear();
    m_times.clear();
    for (const auto &[time, sighting] : alike) {
        m_times.push_back(time);
        m_sightings.push_back(sighting);
    }
    for (Packet &packet : packetsAmong(m_sightings, m_times)) {
        if (packet.first().length > 0)
            m_burst.push_back(std::move(packet));
        else
            keep(flow, packet);
    }
}

void JourneyMaker::keepBurst(std::uint32_t flow)
{
    joinSuperFrames(m_burst);
    for (Packet &packet : m_burst)
        keep(flow, packet);
    m_burst.clear();
}

void JourneyMaker::keep(std::uint32_t flow, Packet &packet)
{
    putInOrder(packet, m_hosts);
    m_list.add(flow, packet);
}

} // namespace vethscope::journey
