#include "core/journey/sightings.h"

#include "core/bytes/mixinghash.h"
#include "core/capture/rowwalk.h"
#include "core/journey/glance.h"
#include "core/journey/glimpse.h"
#include "core/journey/rowtimes.h"
#include "core/journey/shares.h"
#include "core/journey/tuplenumbers.h"
#include "core/journey/usualtuples.h"
#include "core/threads/parts.h"
#include "core/threads/perthread.h"

#include <algorithm>
#include <atomic>
#include <limits>
#include <numeric>
#include <optional>
#include <span>
#include <utility>

namespace vethscope::journey {
namespace {

constexpr std::size_t rowsOfPart = 8192;

void note(std::vector<Sightings::At> &seenAt, Sightings::At seen)
{
    const auto at = std::ranges::find(seenAt, seen.point, &Sightings::At::point);
    if (at == seenAt.end())
        seenAt.push_back(seen);
    else
        at->timeToLive = std::max(at->timeToLive, seen.timeToLive);
}

// Of the rows that one thread reads: it numbers tuples by itself.
class RowReader
{
public:
    RowReader(const PacketStore &store, const Dissector &dissector, const UsualFrames &usualFrames, const JourneyPoints &points, const RowTimes &times, KnownBy knownBy, Shares &shares)
        : m_store(store), m_walk(store), m_usualFrames(usualFrames), m_knownBy(knownBy), m_reader(dissector, knownBy), m_points(points), m_times(times), m_writer(shares.writer())
    {
    }

    void read(std::size_t begin, std::size_t end)
    {
        m_walk.over(begin, end, [&](std::size_t row, const Frame &frame, std::uint32_t interface, std::int64_t time) {
            read({static_cast<std::uint32_t>(row), interface, time}, frame);
        });
    }

    std::uint32_t writer() const { return m_writer.id(); }
    const std::vector<Tuple> &tuples() const { return m_numbers.all(); }
    std::uint32_t firstRow(std::size_t tuple) const { return m_firstRows[tuple]; }
    const std::vector<Sightings::At> &seenAt(std::size_t tuple) const { return m_seenAt[tuple]; }
    const std::vector<std::uint32_t> &cut() const { return m_cut; }
    bool areOptionsCut() const { return m_areOptionsCut; }

private:
    // A frame's row, its interface's place and its time.
    struct Row {
        std::uint32_t number = 0, interface = 0;
        std::int64_t time = 0;
    };

    void read(const Row &row, const Frame &frame)
    {
        if (const auto usual = m_usualFrames.of(frame)) {
            auto tuple = m_usualTuples.find(frame, *usual);
            if (!tuple) {
                const auto told = tupleOf(frame, *usual);
                if (!told)
                    return;
                tuple = numberOf(*told, row.number);
                m_usualTuples.remember(frame, *usual, *tuple);
            }
            Glanced seen;
            m_areOptionsCut |= usual->areOptionsCut(frame);
            add(row, *tuple, seen, glance(frame, *usual, m_knownBy, seen));
        } else if (const auto content = m_reader.of(m_store.frame(row.number))) {
            Glanced seen;
            m_areOptionsCut |= content->areOptionsCut;
            add(row, numberOf(content->tuple, row.number), seen, glance(*content, seen));
        }
    }

    std::uint32_t numberOf(const Tuple &tuple, std::uint32_t row)
    {
        const std::uint32_t number = m_numbers.numberOf(tuple);
        if (number == m_firstRows.size()) {
            m_firstRows.push_back(row);
            m_seenAt.emplace_back();
        }
        return number;
    }

    void add(const Row &row, std::uint32_t tuple, const Glanced &seen, bool isWhole)
    {
        if (!isWhole)
            return m_cut.push_back(row.number);
        const Glimpse one(row.number, tuple, m_points.of(m_store, row.number, row.interface), m_times.later(row.number, row.time), seen);
        note(m_seenAt[tuple], {one.point, seen.timeToLive});
        m_writer.add(MixingHash{one.key()}.value(), one);
    }

    const PacketStore &m_store;
    RowWalk m_walk;
    const UsualFrames &m_usualFrames;
    KnownBy m_knownBy;
    ContentReader m_reader;
    UsualTuples m_usualTuples;
    const JourneyPoints &m_points;
    const RowTimes &m_times;
    Shares::Writer m_writer;
    TupleNumbers m_numbers;
    std::vector<std::uint32_t> m_firstRows; // of each tuple
    std::vector<std::vector<Sightings::At>> m_seenAt;
    std::vector<std::uint32_t> m_cut;
    bool m_areOptionsCut = false;
};

// The tuples of all threads, by the first row of each.
Sightings together(const std::vector<const RowReader *> &readers, Shares &shares)
{
    TupleNumbers all;
    std::vector<std::uint32_t> firstRows;
    std::vector<std::vector<std::uint32_t>> numbers(readers.size()); // of each reader's tuples
    for (const RowReader *const reader : readers) {
        for (std::size_t tuple = 0; tuple < reader->tuples().size(); ++tuple) {
            const std::uint32_t number = all.numberOf(reader->tuples()[tuple]);
            if (number == firstRows.size())
                firstRows.push_back(reader->firstRow(tuple));
            firstRows[number] = std::min(firstRows[number], reader->firstRow(tuple));
            numbers[reader->writer()].push_back(number);
        }
    }
    std::vector<std::uint32_t> inOrder(firstRows.size()), places(firstRows.size());
    std::iota(inOrder.begin(), inOrder.end(), std::uint32_t{0});
    std::ranges::sort(inOrder, {}, [&](std::uint32_t number) { return firstRows[number]; });
    Sightings sightings;
    for (const std::uint32_t number : inOrder) {
        places[number] = static_cast<std::uint32_t>(sightings.tuples.size());
        sightings.tuples.push_back(all.all()[number]);
    }
    sightings.seenAt.resize(sightings.tuples.size());
    for (const RowReader *const reader : readers) {
        std::vector<std::uint32_t> &ofReader = numbers[reader->writer()];
        for (std::size_t tuple = 0; tuple < ofReader.size(); ++tuple) {
            ofReader[tuple] = places[ofReader[tuple]];
            for (const Sightings::At &at : reader->seenAt(tuple))
                note(sightings.seenAt[ofReader[tuple]], at);
        }
        sightings.cut.insert(sightings.cut.end(), reader->cut().begin(), reader->cut().end());
    }
    std::ranges::sort(sightings.cut);
    shares.setNumbers(std::move(numbers));
    return sightings;
}

} // namespace

std::optional<Sightings> sightingsOf(const PacketStore &store, const Dissector &dissector, const UsualFrames &usualFrames, const JourneyPoints &points, const RowTimes &times, KnownBy knownBy, Shares &shares, Asking &asking,
                      const std::optional<std::vector<std::uint32_t>> &only)
{
    const std::size_t rows = only ? only->size() : store.size();
    PerThread<RowReader> readers;
    std::atomic<bool> areOptionsCut = false;
    forEachPart((rows + rowsOfPart - 1) / rowsOfPart, [&](std::size_t part) {
        const std::size_t begin = part * rowsOfPart, end = std::min(begin + rowsOfPart, rows);
        if (areOptionsCut || !asking.goesOn(begin))
            return;
        RowReader &reader = readers.own([&] { return RowReader(store, dissector, usualFrames, points, times, knownBy, shares); });
        if (!only)
            reader.read(begin, end);
        else
            for (const std::uint32_t row : std::span(*only).subspan(begin, end - begin))
                reader.read(row, row + 1);
        if (knownBy == KnownBy::TimeStampsToo && reader.areOptionsCut())
            areOptionsCut = true;
    });
    if (areOptionsCut)
        return std::nullopt;
    std::vector<const RowReader *> all;
    for (const auto &[thread, reader] : readers.all())
        all.push_back(&reader);
    Sightings sightings = together(all, shares);
    sightings.knownBy = knownBy;
    return sightings;
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

std::optional<Tuple> Looker::tupleAt(std::uint32_t row)
{
    const auto content = m_reader.of(m_store.frame(row));
    return content ? std::optional(content->tuple) : std::nullopt;
}

} // namespace vethscope::journey
