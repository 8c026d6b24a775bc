#include "core/journey/points.h"

#include <algorithm>
#include <set>
#include <tuple>

namespace vethscope::journey {
namespace {

constexpr std::uint32_t sll2 = 276; // LINKTYPE_LINUX_SLL2

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

using Recording = std::pair<std::int64_t, std::int64_t>;

void widen(std::optional<Recording> &recording, std::int64_t time)
{
    const Recording before = recording.value_or(Recording(time, time));
    recording = {std::min(before.first, time), std::max(before.second, time)};
}

// Of several counts of an interface, the whole time.
std::pair<std::optional<std::int64_t>, std::optional<std::int64_t>> toldRecording(const FileNotes &notes, std::uint32_t interface)
{
    std::optional<std::int64_t> begin, end;
    for (const InterfaceStatistics &one : notes.statistics) {
        if (one.source != interface)
            continue;
        if (one.begin && *one.begin > 0) // 0 is written by who does not know
            begin = std::min(begin.value_or(*one.begin), *one.begin);
        if (one.end && *one.end > 0)
            end = std::max(end.value_or(*one.end), *one.end);
    }
    return {begin, end};
}

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

JourneyPoints::JourneyPoints(const path::Places &places, const PacketStore &store, const Dissector &dissector, const std::vector<CaptureArgument> &arguments)
{
    std::set<Place> seen;
    std::vector<std::optional<Recording>> ofFiles(store.paths().size()), ofInterfaces(store.interfaceCount());
    for (std::size_t row = 0; row < store.size(); ++row) {
        const std::uint32_t interface = store.interfacePlace(row);
        seen.emplace(interface, store.interface(interface).linkType == sll2 ? ifindexOf(store.frame(row)) : std::nullopt);
        const std::int64_t time = store.time(row);
        widen(ofFiles[store.interface(interface).file], time);
        widen(ofInterfaces[interface], time);
    }
    for (std::uint32_t interface = 0; interface < store.interfaceCount(); ++interface)
        if (const auto first = seen.lower_bound({interface, std::nullopt}); first == seen.end() || first->first != interface)
            seen.emplace(interface, std::nullopt); // it saw nothing: a point all the same
    explain::CommonMacs macs(store, dissector);
    const FileNotes notes = store.notes();
    std::vector<Place> inOrder(seen.begin(), seen.end()); // the store counts interfaces as it meets them, not by their files
    std::ranges::stable_sort(inOrder, {}, [&](const Place &place) { return store.interface(place.first).file; });
    for (const Place &key : inOrder) {
        const Interface &interface = store.interface(key.first);
        JourneyPoint point;
        point.place = explain::pointOfInterface(places, macs, key.first, givenFor(store, interface, arguments), key.second);
        if (point.place.interface.empty())
            point.ifindex = key.second;
        point.host = point.place.node;
        point.file = store.paths()[interface.file];
        // What the capturing program says of itself, as far as the interface's own frames agree; else what the file's frames show.
        const auto [begin, end] = toldRecording(notes, key.first);
        const std::optional<Recording> &own = ofInterfaces[key.first];
        if (const auto &ofFile = ofFiles[interface.file])
            std::tie(point.begin, point.end) = *ofFile;
        if (begin)
            point.begin = own ? std::min(*begin, own->first) : *begin;
        if (end)
            point.end = own ? std::max(*end, own->second) : *end;
        if (point.begin.has_value() != point.end.has_value() || point.begin > point.end)
            point.begin = point.end = std::nullopt;
        point.snapLength = interface.snapLength;
        point.filter = interface.filter.empty() ? std::string() : interface.filter.substr(1);
        point.dropped = droppedAt(notes, key.first);
        m_places.emplace(key, m_points.size());
        m_points.push_back(std::move(point));
    }
}

} // namespace vethscope::journey
