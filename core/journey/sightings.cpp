#include "core/journey/sightings.h"

#include "core/threads/parts.h"

#include <algorithm>
#include <array>
#include <atomic>
#include <bit>
#include <map>
#include <mutex>
#include <thread>
#include <unordered_map>

namespace vethscope::journey {
namespace {

constexpr std::size_t rowsOfPart = 8192;

// Every frame asks for its tuple's number.
struct HashOfTuple {
    std::size_t operator()(const Tuple &tuple) const
    {
        std::uint64_t hash = std::uint64_t{tuple.sourcePort} << 32 | std::uint64_t{tuple.destinationPort} << 16 | tuple.protocol;
        for (const IpAddress &address : {tuple.source, tuple.destination}) {
            const auto words = std::bit_cast<std::array<std::uint64_t, 2>>(address.bytes());
            for (const std::uint64_t word : words)
                hash = (hash ^ word) * 0x9e3779b97f4a7c15 ^ hash >> 29;
        }
        return static_cast<std::size_t>(hash ^ hash >> 32);
    }
};
using TupleNumbers = std::unordered_map<Tuple, std::uint32_t, HashOfTuple>;

// Of some rows, each with its own tuple: `tuple` is a place in `tuples` here.
struct Part {
    std::vector<Glimpse> seen{};
    std::vector<std::uint32_t> cut{};
    std::vector<Tuple> tuples{};
};

std::uint64_t keyOf(const Content &content)
{
    return content.length > 0 ? content.burst << 32 | (*content.key & 0xffff'ffff) : *content.key;
}

class PartReader
{
public:
    PartReader(const PacketStore &store, const Dissector &dissector) : m_store(store), m_dissector(dissector) {}

    Part read(std::size_t begin, std::size_t end)
    {
        for (std::size_t row = begin; row < end; ++row) {
            const Frame frame = m_store.frame(row);
            m_dissector.dissect(frame, m_packet);
            if (const auto content = contentOf(frame, m_packet))
                add(static_cast<std::uint32_t>(row), *content);
        }
        return std::move(m_part);
    }

private:
    void add(std::uint32_t row, const Content &content)
    {
        const auto [place, isNew] = m_places.try_emplace(content.tuple, static_cast<std::uint32_t>(m_part.tuples.size()));
        if (isNew)
            m_part.tuples.push_back(content.tuple);
        const std::uint32_t tuple = place->second;
        if (!content.key) {
            m_part.cut.push_back(row);
            return;
        }
        m_part.seen.push_back({.key = keyOf(content) & 0xff'ffff'ffff'ffff, .timeToLive = content.timeToLive, .row = row, .tuple = tuple});
    }

    const PacketStore &m_store;
    const Dissector &m_dissector;
    Dissection m_packet;
    TupleNumbers m_places;
    Part m_part;
};

// Puts parts behind each other as soon as it can, so that few of them wait, and gives each tuple its one number.
class Gatherer
{
public:
    Gatherer(const PacketStore &store, const JourneyPoints &points) : m_store(store), m_points(points) { m_sightings.all.reserve(store.size()); }

    // From any thread.
    void add(std::size_t place, Part part)
    {
        const std::scoped_lock lock(m_mutex);
        m_waiting.emplace(place, std::move(part));
        for (; m_waiting.begin() != m_waiting.end() && m_waiting.begin()->first == m_next; ++m_next)
            take(m_waiting.extract(m_waiting.begin()).mapped());
    }
    Sightings take() { return std::move(m_sightings); }

private:
    void take(const Part &part)
    {
        std::vector<std::uint32_t> numbers;
        for (const Tuple &tuple : part.tuples) {
            const auto [place, isNew] = m_places.try_emplace(tuple, static_cast<std::uint32_t>(m_sightings.tuples.size()));
            if (isNew)
                m_sightings.tuples.push_back(tuple);
            numbers.push_back(place->second);
        }
        m_sightings.seenAt.resize(m_sightings.tuples.size());
        for (Glimpse seen : part.seen) {
            seen.tuple = numbers[seen.tuple];
            m_sightings.all.push_back(seen);
            note(m_sightings.seenAt[seen.tuple], m_points.of(m_store, seen.row), static_cast<std::uint8_t>(seen.timeToLive));
        }
        m_sightings.cut.insert(m_sightings.cut.end(), part.cut.begin(), part.cut.end());
    }

    static void note(std::vector<Sightings::At> &seenAt, std::uint16_t point, std::uint8_t timeToLive)
    {
        auto at = std::ranges::find(seenAt, point, &Sightings::At::point);
        if (at == seenAt.end())
            at = seenAt.insert(at, {point, timeToLive});
        at->timeToLive = std::max(at->timeToLive, timeToLive);
    }

    const PacketStore &m_store;
    const JourneyPoints &m_points;
    Sightings m_sightings;
    TupleNumbers m_places;
    std::mutex m_mutex;
    std::map<std::size_t, Part> m_waiting;
    std::size_t m_next = 0;
};

} // namespace

Sightings sightingsOf(const PacketStore &store, const Dissector &dissector, const JourneyPoints &points, const std::function<bool(std::size_t row)> &goOn)
{
    Gatherer gatherer(store, points);
    std::atomic<bool> isStopped = false;
    const auto caller = std::this_thread::get_id();
    forEachPart((store.size() + rowsOfPart - 1) / rowsOfPart, [&](std::size_t part) {
        const std::size_t begin = part * rowsOfPart;
        if (goOn && std::this_thread::get_id() == caller && !goOn(begin))
            isStopped = true;
        if (!isStopped)
            gatherer.add(part, PartReader(store, dissector).read(begin, std::min(begin + rowsOfPart, store.size())));
    });
    return isStopped ? Sightings() : gatherer.take();
}

CloseLook Looker::at(std::uint32_t row, std::uint32_t tuple)
{
    const Frame frame = m_store.frame(row);
    m_dissector.dissect(frame, m_packet);
    const auto content = contentOf(frame, m_packet);
    CloseLook look{{.row = row, .tuple = tuple, .point = m_points.of(m_store, row)}};
    if (!content)
        return look;
    look.timeToLive = content->timeToLive;
    look.id = content->id;
    look.depth = content->depth;
    look.link = content->link;
    look.digest = content->digest;
    look.length = content->length;
    look.sequence = content->sequence;
    look.burst = content->burst;
    look.key = content->key.value_or(0);
    return look;
}

Sighting Looker::sighting(const Glimpse &glimpse) const
{
    return {glimpse.row, glimpse.tuple, m_points.of(m_store, glimpse.row), static_cast<std::uint8_t>(glimpse.timeToLive)};
}

} // namespace vethscope::journey
