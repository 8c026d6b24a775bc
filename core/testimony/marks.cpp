#include "core/testimony/marks.h"

#include "core/dissect/innermost.h"
#include "core/protocols/protocols.h"
#include "core/testimony/marktimes.h"

#include <algorithm>
#include <iterator>
#include <map>
#include <string>
#include <utility>

namespace vethscope::testimony {
namespace {

using journey::Journey;
using Candidates = std::vector<std::size_t>; // places of journeys, ascending

// Tools print after it happened, and clocks differ; a burst's packets follow each other faster.
constexpr std::int64_t slack = 1'000'000'000, soonAfter = 100'000'000, before = 2'000'000;
// The kernel's own time of a drop.
constexpr std::int64_t dropAfter = 10'000'000, dropBefore = 1'000'000;

class Join
{
public:
    Join(const PacketStore &store, const Dissector &dissector, const journey::JourneyPoints &points, const journey::Journeys &journeys)
        : m_store(store), m_dissector(dissector), m_points(points), m_journeys(journeys)
    {
        for (std::size_t i = 0; i < journeys.all.size(); ++i) {
            const Journey one = journeys.all[i];
            for (const journey::JourneyHop &hop : one.hops) {
                note(journeys.sightings.tuples[hop.tuple], i);
                for (const std::uint32_t row : hop.rows)
                    m_rows.emplace_back(row, i);
            }
            m_ends.emplace_back(store.time(one.hops.back().rows.front()), i);
        }
        std::ranges::sort(m_ends);
        std::ranges::sort(m_rows);
    }

    Candidates candidates(const Mark &mark) const
    {
        if (const auto row = mark.record->row)
            return byRow(*row);
        return mark.record->packet.hasAddresses() ? byPacket(mark) : byTime(mark);
    }

private:
    void note(const journey::Tuple &tuple, std::size_t journey)
    {
        Candidates &known = m_byAddresses[{tuple.source, tuple.destination}];
        if (known.empty() || known.back() != journey)
            known.push_back(journey);
    }

    Candidates byPacket(const Mark &mark) const
    {
        const ToldPacket &packet = mark.record->packet;
        const auto known = m_byAddresses.find({*packet.source, *packet.destination});
        if (known == m_byAddresses.end())
            return {};
        Candidates fitting = known->second;
        std::erase_if(fitting, [&](std::size_t place) { return !shows(m_journeys.all[place], packet); });
        if (!mark.time)
            return fitting;
        std::erase_if(fitting, [&](std::size_t place) { return !isAround(m_journeys.all[place], mark, slack, slack); });
        Candidates soon = fitting;
        std::erase_if(soon, [&](std::size_t place) { return !isAround(m_journeys.all[place], mark, before, soonAfter); });
        return fitting.size() > 1 && soon.size() == 1 ? soon : fitting;
    }

    Candidates byRow(std::size_t row) const
    {
        const auto found = std::ranges::lower_bound(m_rows, std::pair(static_cast<std::uint32_t>(row), std::size_t{0}));
        return found != m_rows.end() && found->first == row ? Candidates{found->second} : Candidates{};
    }

    // Packets that were last seen on that node just before.
    Candidates byTime(const Mark &mark) const
    {
        Candidates fitting;
        const Record &record = *mark.record;
        if (!mark.time || record.node.empty() || !record.packet.length)
            return fitting;
        for (auto end = std::ranges::lower_bound(m_ends, std::pair(*mark.time - dropAfter, std::size_t{0})); end != m_ends.end() && end->first <= *mark.time + dropBefore; ++end) {
            const Journey one = m_journeys.all[end->second];
            const journey::JourneyHop &last = one.hops.back();
            if (m_points[last.point].host == record.node && m_store.ownFrame(last.rows.front()).originalLength == *record.packet.length)
                fitting.push_back(end->second);
        }
        std::ranges::sort(fitting);
        return fitting;
    }

    bool shows(const Journey &one, const ToldPacket &packet) const
    {
        return std::ranges::any_of(one.hops, [&](const journey::JourneyHop &hop) {
            return std::ranges::any_of(hop.rows, [&](std::uint32_t row) { return shows(m_journeys.sightings.tuples[hop.tuple], row, packet); });
        });
    }

    bool shows(const journey::Tuple &tuple, std::size_t row, const ToldPacket &packet) const
    {
        const bool isPair = tuple.source == *packet.source && tuple.destination == *packet.destination;
        if (!isPair || (packet.protocol && *packet.protocol != tuple.protocol) || (packet.id && *packet.id != idOf(row)))
            return false;
        if (packet.sourcePort && packet.destinationPort && (*packet.sourcePort != tuple.sourcePort || *packet.destinationPort != tuple.destinationPort))
            return false;
        return !packet.echoSequence || hasEcho(row, packet);
    }

    std::uint16_t idOf(std::size_t row) const
    {
        const Frame frame = m_store.frame(row);
        const auto content = journey::contentOf(frame, m_dissector.dissect(frame));
        return content ? content->id : std::uint16_t{0};
    }

    bool hasEcho(std::size_t row, const ToldPacket &packet) const
    {
        const Frame frame = m_store.frame(row);
        const Dissection dissection = m_dissector.dissect(frame);
        const std::size_t place = innermostOf(dissection, {&protocols::icmp, &protocols::icmpv6});
        if (place == LayerView::noLayer)
            return false;
        const Bytes header = frame.bytes.subspan(dissection[place].offset);
        return header.size() >= 8 && read16(header, 6) == *packet.echoSequence && (!packet.echoId || read16(header, 4) == *packet.echoId);
    }

    // Whether the packet was seen anywhere from `sooner` behind that time to `later` before it, by clocks as well as they are known.
    bool isAround(const Journey &one, const Mark &mark, std::int64_t sooner, std::int64_t later) const
    {
        const std::int64_t time = correctedTime(mark);
        return std::ranges::any_of(one.hops, [&](const journey::JourneyHop &hop) {
            const std::int64_t seen = m_journeys.clocks.corrected(m_journeys.hosts[hop.point], m_store.time(hop.rows.front()));
            return seen <= time + sooner && seen >= time - later;
        });
    }

    std::int64_t correctedTime(const Mark &mark) const
    {
        for (std::size_t point = 0; point < m_points.size(); ++point)
            if (!mark.record->node.empty() && m_points[point].host == mark.record->node)
                return m_journeys.clocks.corrected(m_journeys.hosts[point], *mark.time);
        return *mark.time;
    }

    const PacketStore &m_store;
    const Dissector &m_dissector;
    const journey::JourneyPoints &m_points;
    const journey::Journeys &m_journeys;
    std::map<std::pair<IpAddress, IpAddress>, Candidates> m_byAddresses{};
    std::vector<std::pair<std::int64_t, std::size_t>> m_ends{};  // when each journey was seen last
    std::vector<std::pair<std::uint32_t, std::size_t>> m_rows{}; // whose journey each row is
};

// Of one packet's records each narrows down which it is; those that fit no journey (a tunnel's outer header) say nothing.
using Groups = std::map<std::pair<const SourceText *, std::string>, Candidates>;

Groups groupsOf(std::span<const Mark> marks, const std::vector<Candidates> &candidates)
{
    Groups groups;
    for (std::size_t i = 0; i < marks.size(); ++i) {
        const Record &record = *marks[i].record;
        if (record.group.empty() || candidates[i].empty())
            continue;
        const auto [group, isNew] = groups.try_emplace({record.evidence.front().source.get(), record.group}, candidates[i]);
        if (!isNew) {
            Candidates both;
            std::ranges::set_intersection(group->second, candidates[i], std::back_inserter(both));
            group->second = std::move(both);
        }
    }
    return groups;
}

} // namespace

std::vector<Mark> marksOf(std::span<const Record> records, const PacketStore &store, const Dissector &dissector, const journey::JourneyPoints &points,
                          const journey::Journeys &journeys, std::vector<Sentence> &notes)
{
    std::vector<Mark> marks;
    for (const Record &record : records)
        marks.push_back({&record, {}, {}});
    tellTimes(marks, points, notes);
    const Join join(store, dissector, points, journeys);
    std::vector<Candidates> candidates;
    for (const Mark &mark : marks)
        candidates.push_back(join.candidates(mark));
    const Groups groups = groupsOf(marks, candidates);
    for (std::size_t i = 0; i < marks.size(); ++i) {
        const Record &record = *marks[i].record;
        const auto group = groups.find({record.evidence.front().source.get(), record.group});
        const Candidates &fitting = group == groups.end() ? candidates[i] : group->second;
        if (fitting.size() == 1)
            marks[i].journey = fitting.front();
    }
    return marks;
}

} // namespace vethscope::testimony
