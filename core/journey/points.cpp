#include "core/journey/points.h"

#include "core/journey/asking.h"
#include "core/threads/parts.h"

#include <algorithm>
#include <limits>
#include <mutex>
#include <set>

namespace vethscope::journey {
namespace {

constexpr std::uint32_t sll2 = 276; // LINKTYPE_LINUX_SLL2
constexpr std::size_t rowsBetweenAsks = 1 << 16; // rows

std::optional<CapturePoint> givenFor(const PacketStore &store, const Interface &interface, const std::vector<CaptureArgument> &arguments)
{
    const std::filesystem::path &file = store.paths()[interface.file];
    const auto found = std::ranges::find(arguments, file, &CaptureArgument::file);
    return found == arguments.end() ? std::nullopt : found->point;
}

std::optional<std::uint64_t> droppedAt(const FileNotes &notes, std::uint32_t interface)
{
    std::optional<std::uint64_t> dropped;
    for (const InterfaceStatistics &one : notes.statistics)
        if (one.source == interface && (one.dropped || one.droppedBySystem))
            dropped = std::max(dropped.value_or(0), one.dropped.value_or(0) + one.droppedBySystem.value_or(0));
    return dropped;
}

// Frames of one interface: how many, and when.
struct FramesSeen {
    std::int64_t begin = std::numeric_limits<std::int64_t>::max(), end = std::numeric_limits<std::int64_t>::min();
    std::uint64_t frames = 0;

    void add(std::int64_t time)
    {
        begin = std::min(begin, time);
        end = std::max(end, time);
        ++frames;
    }
};

// From when to when an interface was recorded: as the capturing program says, unless frames of that were taken out since; else its file's first to
// last frame.
class Recordings
{
public:
    explicit Recordings(const PacketStore &store) : m_ofFiles(store.paths().size()), m_ofInterfaces(store.interfaceCount()), m_frames(store.interfaceCount()), m_isTold(store.interfaceCount()) {}

    // So many frames of an interface, at those times.
    void add(std::uint32_t file, std::uint32_t interface, std::int64_t begin, std::int64_t end, std::uint64_t frames)
    {
        widen(m_ofFiles[file], begin, end);
        widen(m_ofInterfaces[interface], begin, end);
        m_frames[interface] += frames;
    }

    void add(const InterfaceStatistics &told, const PacketStore &store)
    {
        const bool isKnown = told.begin.value_or(0) > 0 && told.end && *told.begin <= *told.end; // 0 is written by who does not know
        if (!isKnown || told.received.value_or(0) > m_frames[told.source])
            return;
        widen(m_ofInterfaces[told.source], store.amended(*told.begin, told.source), store.amended(*told.end, told.source));
        m_isTold[told.source] = true;
    }

    std::optional<std::pair<std::int64_t, std::int64_t>> of(std::uint32_t file, std::uint32_t interface) const
    {
        return m_isTold[interface] ? m_ofInterfaces[interface] : m_ofFiles[file];
    }

private:
    using Span = std::optional<std::pair<std::int64_t, std::int64_t>>;

    static void widen(Span &span, std::int64_t begin, std::int64_t end)
    {
        span = {std::min(span ? span->first : begin, begin), std::max(span ? span->second : end, end)};
    }

    std::vector<Span> m_ofFiles, m_ofInterfaces;
    std::vector<std::uint64_t> m_frames; // of each interface
    std::vector<bool> m_isTold;
};

} // namespace

std::optional<std::uint32_t> JourneyPoints::ifindexOf(const Frame &frame)
{
    return frame.linkType == sll2 && frame.bytes.size() >= 8 ? std::optional(read32(frame.bytes, 4)) : std::nullopt;
}

std::vector<std::size_t> JourneyPoints::ofInterface(std::uint32_t interface) const
{
    std::vector<std::size_t> points;
    for (auto place = m_places.lower_bound({interface, std::nullopt}); place != m_places.end() && place->first.first == interface; ++place)
        points.push_back(place->second);
    return points;
}

JourneyPoints::JourneyPoints(const path::Places &places, const PacketStore &store, const Dissector &dissector, const std::vector<CaptureArgument> &arguments,
                             const std::function<bool()> &goOn)
{
    std::set<Place> seen;
    Recordings recordings(store);
    std::mutex adding;
    for (std::uint32_t interface = 0; interface < store.interfaceCount(); ++interface)
        m_isSll2.push_back(store.interface(interface).linkType == sll2);
    Asking asking([&](std::size_t) { return !goOn || goOn(); });
    forEachPart((store.size() + rowsBetweenAsks - 1) / rowsBetweenAsks, [&](std::size_t part) {
        if (!asking.goesOn())
            return;
        std::set<Place> devices;
        std::vector<FramesSeen> ofInterfaces(store.interfaceCount());
        for (std::size_t row = part * rowsBetweenAsks; row < std::min((part + 1) * rowsBetweenAsks, store.size()); ++row) {
            const std::uint32_t interface = store.interfacePlace(row);
            if (m_isSll2[interface])
                devices.emplace(interface, ifindexOf(store.ownFrame(row))); // of one that is ignored, too: it was captured there
            ofInterfaces[interface].add(store.time(row));
        }
        const std::scoped_lock lock(adding);
        for (std::uint32_t interface = 0; interface < ofInterfaces.size(); ++interface)
            if (const FramesSeen &one = ofInterfaces[interface]; one.frames > 0)
                recordings.add(store.interface(interface).file, interface, one.begin, one.end, one.frames);
        seen.merge(devices);
    });
    for (std::uint32_t interface = 0; interface < store.interfaceCount(); ++interface)
        if (const auto first = seen.lower_bound({interface, std::nullopt}); first == seen.end() || first->first != interface)
            seen.emplace(interface, std::nullopt); // it saw nothing: a point all the same
    explain::CommonMacs macs(store, dissector);
    const FileNotes notes = store.notes();
    for (const InterfaceStatistics &told : notes.statistics)
        recordings.add(told, store);
    std::vector<Place> inOrder(seen.begin(), seen.end()); // the store counts interfaces as it meets them, not by their files
    std::ranges::stable_sort(inOrder, {}, [&](const Place &place) { return store.interface(place.first).file; });
    for (const Place &key : inOrder) {
        const Interface &interface = store.interface(key.first);
        JourneyPoint point;
        point.place = explain::pointOfInterface(places, macs, key.first, givenFor(store, interface, arguments), key.second, goOn);
        if (point.place.interface.empty())
            point.ifindex = key.second;
        point.host = point.place.node;
        point.file = store.paths()[interface.file];
        if (const auto recording = recordings.of(interface.file, key.first)) {
            point.begin = recording->first;
            point.end = recording->second;
        }
        point.snapLength = interface.snapLength;
        point.filter = interface.filter.empty() ? std::string() : interface.filter.substr(1);
        point.dropped = droppedAt(notes, key.first);
        m_places.emplace(key, m_points.size());
        m_points.push_back(std::move(point));
    }
    for (std::uint32_t interface = 0; interface < store.interfaceCount(); ++interface)
        m_first.push_back(m_places.lower_bound({interface, std::nullopt})->second);
}

} // namespace vethscope::journey
