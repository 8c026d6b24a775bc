#include "core/journey/sightings.h"

#include "core/threads/parts.h"

#include <algorithm>
#include <atomic>
#include <map>
#include <thread>

namespace vethscope::journey {
namespace {

constexpr std::size_t rowsOfPart = 8192;

struct Seen {
    Sighting sighting{};
    bool isCut = false;
};

// Of some rows, each with its own tuple: `tuple` is a place in `tuples` here.
struct Part {
    std::vector<Seen> seen{};
    std::vector<Tuple> tuples{};
};

class PartReader
{
public:
    PartReader(const PacketStore &store, const Dissector &dissector, const JourneyPoints &points) : m_store(store), m_dissector(dissector), m_points(points) {}

    Part read(std::size_t begin, std::size_t end)
    {
        for (std::size_t row = begin; row < end; ++row) {
            const Frame frame = m_store.frame(row);
            m_dissector.dissect(frame, m_packet);
            if (const auto content = contentOf(frame, m_packet))
                add(row, frame, *content);
        }
        return std::move(m_part);
    }

private:
    void add(std::size_t row, const Frame &frame, const Content &content)
    {
        Sighting one{.row = static_cast<std::uint32_t>(row), .id = content.id, .timeToLive = content.timeToLive, .depth = content.depth, .link = content.link, .digest = content.digest,
                     .length = content.length, .sequence = content.sequence, .burst = content.burst, .key = content.key.value_or(0)};
        one.point = static_cast<std::uint16_t>(m_points.at(m_store.interfacePlace(row), JourneyPoints::ifindexOf(frame)));
        const auto [place, isNew] = m_places.try_emplace(content.tuple, static_cast<std::uint32_t>(m_part.tuples.size()));
        if (isNew)
            m_part.tuples.push_back(content.tuple);
        one.tuple = place->second;
        m_part.seen.push_back({one, !content.key});
    }

    const PacketStore &m_store;
    const Dissector &m_dissector;
    const JourneyPoints &m_points;
    Dissection m_packet;
    std::map<Tuple, std::uint32_t> m_places;
    Part m_part;
};

} // namespace

Sightings sightingsOf(const PacketStore &store, const Dissector &dissector, const JourneyPoints &points, const std::function<bool(std::size_t row)> &goOn)
{
    std::vector<Part> parts((store.size() + rowsOfPart - 1) / rowsOfPart);
    std::atomic<bool> isStopped = false;
    const auto caller = std::this_thread::get_id();
    forEachPart(parts.size(), [&](std::size_t part) {
        const std::size_t begin = part * rowsOfPart;
        if (goOn && std::this_thread::get_id() == caller && !goOn(begin))
            isStopped = true;
        if (!isStopped)
            parts[part] = PartReader(store, dissector, points).read(begin, std::min(begin + rowsOfPart, store.size()));
    });
    Sightings sightings;
    if (isStopped)
        return sightings;
    std::map<Tuple, std::uint32_t> places;
    for (const Part &part : parts) {
        std::vector<std::uint32_t> global;
        for (const Tuple &tuple : part.tuples) {
            const auto [place, isNew] = places.try_emplace(tuple, static_cast<std::uint32_t>(sightings.tuples.size()));
            if (isNew)
                sightings.tuples.push_back(tuple);
            global.push_back(place->second);
        }
        for (Seen seen : part.seen) {
            seen.sighting.tuple = global[seen.sighting.tuple];
            if (!seen.isCut) {
                sightings.all.push_back(seen.sighting);
                continue;
            }
            sightings.cut.push_back(seen.sighting.row);
            sightings.cutTuples.push_back(seen.sighting.tuple);
        }
    }
    return sightings;
}

} // namespace vethscope::journey
