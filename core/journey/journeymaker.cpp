#include "core/journey/journeymaker.h"

#include "core/journey/recognise.h"
#include "core/journey/superframes.h"

#include <algorithm>
#include <limits>
#include <utility>

namespace vethscope::journey {

// What has no data is one packet or several, whatever else there is; what has some may be part of another.
void JourneyMaker::make(std::span<const Glimpse> glimpses)
{
    m_glimpses = glimpses;
    std::vector<Alike> data;
    forEachAlike(glimpses, m_journeys.flows, [&](std::size_t begin, std::size_t end) {
        const Glimpse &first = glimpses[begin];
        const Alike alike{std::uint64_t{m_journeys.flows[first.tuple]} << 32 | first.burst(), static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
        if (first.hasData()) {
            data.push_back(alike);
        } else if (m_hops.clear(); isOneEverywhere(alike)) {
            m_drafts.add(alike.flow(), m_hops);
        } else {
            lookCloser(alike);
            keepBurst(alike.flow());
        }
    });
    std::ranges::sort(data, {}, [](const Alike &one) { return std::pair(one.flowAndBurst, one.begin); });
    for (auto begin = data.begin(); begin != data.end();) {
        const auto end = std::find_if(begin, data.end(), [&](const Alike &one) { return one.flowAndBurst != begin->flowAndBurst; });
        addBurst({begin, end});
        begin = end;
    }
}

std::int64_t JourneyMaker::timeOf(const Glimpse &one) const
{
    return m_journeys.clocks.corrected(m_hosts.of(one.point), m_times.of(one));
}

// Whether they are one packet that no point saw twice, as packetsAmong() would have it; its hops, in their order, stand last in m_hops then.
bool JourneyMaker::isOneEverywhere(const Alike &alike)
{
    const Glimpse &first = m_glimpses[alike.begin];
    const std::size_t begin = m_hops.size();
    const bool isAlone = alike.end - alike.begin == 1;
    if (first.length() == Glimpse::longest)
        return false;
    for (std::size_t i = alike.begin; i < alike.end; ++i) {
        const Glimpse &one = m_glimpses[i];
        const Sighting sighting{one.row, one.tuple, one.point, one.timeToLive()};
        const auto isThere = [&](const SeenHop &hop) { return hop.sighting.point == sighting.point; };
        if ((one.hasDigest() && !isAlone) || one.id != first.id || std::ranges::any_of(std::span(m_hops).subspan(begin), isThere))
            return false;
        m_hops.push_back({sighting, one.depth(), timeOf(one)});
    }
    const auto hops = std::span(m_hops).subspan(begin);
    const auto when = [](const SeenHop &hop) { return hop.time; };
    if (!std::ranges::is_sorted(hops, {}, when))
        std::ranges::stable_sort(hops, {}, when);
    for (std::size_t i = 1; i < hops.size(); ++i)
        if (hops[i].time - hops[i - 1].time > longestBetweenPoints)
            return false;
    putInOrder(hops, m_hosts);
    return true;
}

// Of two bursts that look like one here, data that seem to overlap are looked at closer.
bool JourneyMaker::haveNoSuperFrame(std::span<const Alike> burst)
{
    m_data.clear();
    const std::uint32_t origin = m_glimpses[burst.front().begin].rest;
    for (const Alike &alike : burst) {
        const Glimpse &one = m_glimpses[alike.begin];
        m_data.push_back({one.rest - origin, one.length()}); // modulo 2^32
    }
    const auto from = [](const Data &one) { return static_cast<std::int32_t>(one.sequence); };
    std::ranges::sort(m_data, [&](const Data &one, const Data &other) { return std::pair(from(one), other.length) < std::pair(from(other), one.length); });
    std::int64_t farthest = std::numeric_limits<std::int64_t>::min();
    return std::ranges::none_of(m_data, [&](const Data &one) {
        const std::int64_t to = from(one) + std::int64_t{one.length};
        return to <= std::exchange(farthest, to);
    });
}

void JourneyMaker::addBurst(std::span<const Alike> burst)
{
    m_hops.clear();
    if (std::ranges::all_of(burst, [&](const Alike &alike) { return isOneEverywhere(alike); }) && (burst.size() == 1 || haveNoSuperFrame(burst))) {
        std::size_t begin = 0;
        for (const Alike &alike : burst) {
            m_drafts.add(alike.flow(), std::span(m_hops).subspan(begin, alike.end - alike.begin));
            begin += alike.end - alike.begin;
        }
        return;
    }
    for (const Alike &alike : burst)
        lookCloser(alike);
    keepBurst(burst.front().flow());
}

void JourneyMaker::lookCloser(const Alike &alike)
{
    m_timed.clear();
    for (const Glimpse &one : m_glimpses.subspan(alike.begin, alike.end - alike.begin))
        m_timed.emplace_back(timeOf(one), m_looker.at(one.row, one.tuple));
    const auto order = [](const Timed &one) { return std::pair(one.second.key, one.first); };
    if (!std::ranges::is_sorted(m_timed, {}, order))
        std::ranges::stable_sort(m_timed, {}, order);
    for (auto begin = m_timed.begin(); begin != m_timed.end();) {
        const auto end = std::find_if(begin, m_timed.end(), [&](const Timed &one) { return one.second.key != begin->second.key; });
        addAlike({begin, end}, alike.flow());
        begin = end;
    }
}

// They have one flow and one whole key.
void JourneyMaker::addAlike(std::span<const Timed> alike, std::uint32_t flow)
{
    m_sightings.clear();
    m_timesOfAlike.clear();
    for (const auto &[time, sighting] : alike) {
        m_timesOfAlike.push_back(time);
        m_sightings.push_back(sighting);
    }
    for (Packet &packet : packetsAmong(m_sightings, m_timesOfAlike)) {
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
    m_drafts.add(flow, packet);
}

} // namespace vethscope::journey
