#include "core/journey/sightings.h"

#include "core/journey/tuplenumbers.h"
#include "core/threads/parts.h"

#include <algorithm>
#include <condition_variable>
#include <map>
#include <mutex>

namespace vethscope::journey {
namespace {

constexpr std::size_t rowsOfPart = 8192;

// Of some rows, each with its own tuple: `tuple` is a place in `tuples` here.
struct Part {
    std::vector<Glimpse> seen{};
    std::vector<std::uint32_t> cut{};
    std::vector<Tuple> tuples{};
};

constexpr std::size_t readAhead = 12;  // rows
constexpr std::size_t mostWaiting = 32; // parts

std::uint64_t keyOf(const Content &content)
{
    return content.length > 0 ? content.burst << 32 | (*content.key & 0xffff'ffff) : *content.key;
}

class PartReader
{
public:
    PartReader(const PacketStore &store, const Dissector &dissector, const UsualFrames &usualFrames) : m_store(store), m_reader(dissector, &usualFrames) {}

    Part read(std::size_t begin, std::size_t end)
    {
        m_part.seen.reserve(end - begin);
        for (std::size_t row = begin; row < end; ++row) {
            m_store.expect(row + readAhead);
            if (const auto content = m_reader.of(m_store.frame(row)))
                add(static_cast<std::uint32_t>(row), *content);
        }
        m_part.tuples = m_numbers.take();
        return std::move(m_part);
    }

private:
    void add(std::uint32_t row, const Content &content)
    {
        const std::uint32_t tuple = m_numbers.numberOf(content.tuple);
        if (!content.key)
            return m_part.cut.push_back(row);
        const std::uint64_t key = keyOf(content);
        m_part.seen.push_back({.row = row, .tuple = tuple, .rest = static_cast<std::uint32_t>(key), .burst = static_cast<std::uint32_t>(key >> 32) & 0xff'ffff, .timeToLive = content.timeToLive,
                               .id = content.id, .depth = content.depth, .hasData = content.length > 0, .hasDigest = content.digest != 0});
    }

    const PacketStore &m_store;
    ContentReader m_reader;
    TupleNumbers m_numbers;
    Part m_part;
};

// Puts parts behind each other as soon as it can, so that few of them wait, and gives each tuple its one number.
class Gatherer
{
public:
    Gatherer(const PacketStore &store, const JourneyPoints &points) : m_store(store), m_points(points) { m_sightings.all.reserve(store.size()); }

    // From any thread. Whoever is far ahead of the others waits for them.
    void add(std::size_t place, Part part)
    {
        std::unique_lock lock(m_mutex);
        m_moved.wait(lock, [&] { return m_isStopped || place < m_next + mostWaiting; });
        m_waiting.emplace(place, std::move(part));
        for (; m_waiting.begin() != m_waiting.end() && m_waiting.begin()->first == m_next; ++m_next)
            take(m_waiting.extract(m_waiting.begin()).mapped());
        m_moved.notify_all();
    }
    // Some parts will never come.
    void stop()
    {
        const std::scoped_lock lock(m_mutex);
        m_isStopped = true;
        m_moved.notify_all();
    }
    Sightings take()
    {
        m_sightings.tuples = m_numbers.take();
        return std::move(m_sightings);
    }

private:
    void take(const Part &part)
    {
        std::vector<std::uint32_t> numbers;
        for (const Tuple &tuple : part.tuples)
            numbers.push_back(m_numbers.numberOf(tuple));
        m_sightings.seenAt.resize(m_numbers.all().size());
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
    TupleNumbers m_numbers;
    std::mutex m_mutex;
    std::condition_variable m_moved;
    std::map<std::size_t, Part> m_waiting;
    std::size_t m_next = 0;
    bool m_isStopped = false;
};

} // namespace

Sightings sightingsOf(const PacketStore &store, const Dissector &dissector, const UsualFrames &usualFrames, const JourneyPoints &points, Asking &asking)
{
    Gatherer gatherer(store, points);
    forEachPart((store.size() + rowsOfPart - 1) / rowsOfPart, [&](std::size_t part) {
        const std::size_t begin = part * rowsOfPart;
        if (!asking.goesOn(begin))
            gatherer.stop();
        else
            gatherer.add(part, PartReader(store, dissector, usualFrames).read(begin, std::min(begin + rowsOfPart, store.size())));
    });
    return asking.isStopped() ? Sightings() : gatherer.take();
}

CloseLook Looker::at(std::uint32_t row, std::uint32_t tuple)
{
    const auto content = m_reader.of(m_store.frame(row));
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

} // namespace vethscope::journey
