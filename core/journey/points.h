#pragma once

#include "core/capture/capturepoint.h"
#include "core/explain/point.h"

#include <algorithm>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace vethscope::journey {

/// A place where frames were captured (contract.md, "Capture points"), and how well it saw what came by.
struct JourneyPoint {
    explain::Point place{};
    std::string host{};                     // whose clock wrote the times; empty: one of its own
    std::filesystem::path file{};
    std::optional<std::uint32_t> ifindex{}; // of a device without name in an `any` capture
    std::optional<std::int64_t> begin{}, end{}; // when it recorded, nanoseconds since 1970-01-01 UTC
    std::uint32_t snapLength = 0;           // 0: whole frames
    std::string filter{};                   // the capture filter, where the file says it
    std::optional<std::uint64_t> dropped{}; // frames that came by and were not kept; nothing where the file does not say
};

/// The points of opened captures, in the command line's order, then the interfaces', then ifindexes'.
class JourneyPoints
{
public:
    /// `arguments` are those that the store was opened with. The store has come to its end. `goOn` is asked now and then; where it says no,
    /// what is here then is good for nothing.
    JourneyPoints(const path::Places &places, const PacketStore &store, const Dissector &dissector, const std::vector<CaptureArgument> &arguments,
                  const std::function<bool()> &goOn = {});

    const std::vector<JourneyPoint> &all() const { return m_points; }
    const JourneyPoint &operator[](std::size_t id) const { return m_points[id]; }
    std::size_t size() const { return m_points.size(); }
    /// Of a frame, by its interface's place in the store and the ifindex that SLL2 names.
    std::size_t at(std::uint32_t interface, std::optional<std::uint32_t> ifindex) const { return m_places.at({interface, ifindex}); }

    /// Of the frame in that row of the store.
    std::uint16_t of(const PacketStore &store, std::size_t row) const { return of(store, row, store.interfacePlace(row)); }
    /// The same, of the interface at that place in the store.
    std::uint16_t of(const PacketStore &store, std::size_t row, std::uint32_t interface) const
    {
        return static_cast<std::uint16_t>(m_isSll2[interface] ? at(interface, ifindexOf(store.ownFrame(row))) : m_first[interface]);
    }

    /// Of an interface of the store: several where SLL2 names devices.
    std::vector<std::size_t> ofInterface(std::uint32_t interface) const;

    using Span = std::pair<std::int64_t, std::int64_t>;
    /// From when the first of those points recorded to when the last one did, as their own clocks have it; nothing where none of them says.
    template <typename Counts>
    std::optional<Span> recorded(Counts counts) const
    {
        std::optional<Span> span;
        for (std::size_t point = 0; point < m_points.size(); ++point)
            if (const JourneyPoint &one = m_points[point]; one.begin && one.end && counts(point))
                span = {std::min(span ? span->first : *one.begin, *one.begin), std::max(span ? span->second : *one.end, *one.end)};
        return span;
    }

    /// What SLL2 names (LINKTYPE_LINUX_SLL2, sll2_if_index); nothing for other frames.
    static std::optional<std::uint32_t> ifindexOf(const Frame &frame);

private:
    using Place = std::pair<std::uint32_t, std::optional<std::uint32_t>>; // interface, ifindex

    std::vector<JourneyPoint> m_points;
    std::map<Place, std::size_t> m_places;
    std::vector<bool> m_isSll2;       // of each interface,
    std::vector<std::size_t> m_first; // and its first point
};

} // namespace vethscope::journey
