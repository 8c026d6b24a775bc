#include "core/session/packetplaces.h"

#include <algorithm>
#include <map>

namespace vethscope {
namespace {

// Tells row by row which packet of which file it is.
class Counter
{
public:
    Counter(const PacketStore &store, const std::vector<std::size_t> &captures) : m_store(store), m_captures(captures), m_counts(captures.size()) { }

    SavedPacket next()
    {
        const std::uint32_t file = m_store.interfaceOf(m_row++).file;
        return {m_captures[file], ++m_counts[file]};
    }

private:
    const PacketStore &m_store;
    const std::vector<std::size_t> &m_captures;
    std::vector<std::uint64_t> m_counts;
    std::size_t m_row = 0;
};

auto keyOf(const SavedPacket &packet)
{
    return std::pair(packet.capture, packet.number);
}

} // namespace

PacketPlaces::PacketPlaces(const PacketStore &store, std::span<const SavedCapture> captures) : m_store(store), m_present(captures.size())
{
    std::size_t next = 0;
    for (const std::filesystem::path &file : store.paths()) {
        while (next < captures.size() && captures[next].file != file)
            ++next;
        m_captures.push_back(next);
        if (next < captures.size())
            m_present[next++] = true;
    }
}

std::vector<std::pair<std::size_t, std::size_t>> PacketPlaces::interfaces() const
{
    std::vector<std::pair<std::size_t, std::size_t>> all;
    std::vector<std::size_t> counts(m_captures.size());
    for (std::size_t i = 0; i < m_store.interfaceCount(); ++i) {
        const std::uint32_t file = m_store.interface(i).file;
        all.emplace_back(m_captures[file], counts[file]++);
    }
    return all;
}

std::vector<SavedPacket> PacketPlaces::packets(std::span<const std::size_t> rows) const
{
    std::vector<SavedPacket> packets;
    Counter counter(m_store, m_captures);
    std::size_t row = 0;
    for (const std::size_t wanted : rows) {
        SavedPacket packet;
        for (; row <= wanted && row < m_store.size(); ++row)
            packet = counter.next();
        packets.push_back(packet);
    }
    return packets;
}

std::vector<SavedMarks> PacketPlaces::marks(std::span<const std::size_t> rows) const
{
    std::vector<SavedMarks> marks;
    std::map<std::size_t, std::size_t> lastOf; // of each capture, its place in `marks`
    for (const SavedPacket &packet : packets(rows)) {
        const auto last = lastOf.find(packet.capture);
        if (last != lastOf.end() && marks[last->second].last + 1 == packet.number) {
            ++marks[last->second].last;
            continue;
        }
        lastOf[packet.capture] = marks.size();
        marks.push_back({packet.capture, packet.number, packet.number});
    }
    return marks;
}

std::vector<std::optional<std::size_t>> PacketPlaces::rows(std::span<const SavedPacket> packets) const
{
    std::vector<std::optional<std::size_t>> rows(packets.size());
    std::multimap<std::pair<std::size_t, std::uint64_t>, std::size_t> wanted;
    for (std::size_t i = 0; i < packets.size(); ++i)
        wanted.emplace(keyOf(packets[i]), i);
    Counter counter(m_store, m_captures);
    const std::size_t size = wanted.empty() ? 0 : m_store.size();
    for (std::size_t row = 0; row < size; ++row) {
        const auto [first, end] = wanted.equal_range(keyOf(counter.next()));
        for (auto one = first; one != end; ++one)
            rows[one->second] = row;
    }
    return rows;
}

std::vector<std::size_t> PacketPlaces::rows(std::span<const SavedMarks> marks, std::uint64_t &missing) const
{
    // By capture, sorted and free of overlap, so that one look at the next range will do for each row.
    std::map<std::size_t, std::vector<SavedMarks>> ranges;
    for (const SavedMarks &range : marks)
        if (range.first <= range.last && range.capture < m_present.size() && m_present[range.capture])
            ranges[range.capture].push_back(range);
    std::uint64_t wanted = 0;
    for (auto &[capture, list] : ranges) {
        std::ranges::sort(list, {}, &SavedMarks::first);
        std::uint64_t end = 0;
        for (SavedMarks &range : list) {
            range.first = std::max(range.first, end + 1);
            end = std::max(end, range.last);
            wanted += range.last >= range.first ? range.last - range.first + 1 : 0;
        }
        std::erase_if(list, [](const SavedMarks &range) { return range.first > range.last; });
    }
    std::vector<std::size_t> rows;
    std::map<std::size_t, std::size_t> at; // the next range of each capture
    Counter counter(m_store, m_captures);
    const std::size_t size = ranges.empty() ? 0 : m_store.size();
    for (std::size_t row = 0; row < size; ++row) {
        const SavedPacket packet = counter.next();
        const auto list = ranges.find(packet.capture);
        if (list == ranges.end())
            continue;
        std::size_t &next = at[packet.capture];
        while (next < list->second.size() && list->second[next].last < packet.number)
            ++next;
        if (next < list->second.size() && list->second[next].first <= packet.number)
            rows.push_back(row);
    }
    missing = wanted - rows.size();
    return rows;
}

} // namespace vethscope
