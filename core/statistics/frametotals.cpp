#include "core/statistics/frametotals.h"

#include <algorithm>

namespace vethscope {
namespace {

constexpr std::size_t untilLook = 4096; // packets between two looks at whether somebody still wants to know
constexpr std::size_t rowsAhead = 8;

// Without what it goes on with in other frames: its length is its own, and its time as the user has set its clock.
Frame asAmended(const PacketStore &store, std::size_t row)
{
    Frame frame = store.ownFrame(row);
    frame.time = store.time(row);
    return frame;
}

} // namespace

void FrameTotals::count(const Frame &frame)
{
    ++packets;
    wire += frame.originalLength;
    captured += frame.captured();
    if (!frame.timed)
        return;
    first = std::min(first.value_or(frame.time), frame.time);
    last = std::max(last.value_or(frame.time), frame.time);
}

std::optional<double> FrameTotals::seconds() const
{
    return first && *last > *first ? std::optional(static_cast<double>(*last - *first) / 1e9) : std::nullopt;
}

std::optional<CaptureTotals> totalsOf(const PacketStore &store, const std::stop_token &stop)
{
    CaptureTotals totals;
    const std::size_t size = store.size();
    totals.interfaces.resize(store.interfaceCount());
    for (std::size_t row = 0; row < size; ++row) {
        if (row % untilLook == 0 && stop.stop_requested())
            return std::nullopt;
        if (row + rowsAhead < size)
            store.expect(row + rowsAhead);
        const Frame frame = asAmended(store, row);
        totals.all.count(frame);
        const std::size_t place = store.interfacePlace(row);
        if (place >= totals.interfaces.size()) // a file that still grows may get another one
            totals.interfaces.resize(place + 1);
        totals.interfaces[place].count(frame);
    }
    return totals;
}

std::optional<FrameTotals> totalsOf(const PacketStore &store, std::span<const std::uint32_t> rows, const std::stop_token &stop)
{
    FrameTotals totals;
    for (std::size_t i = 0; i < rows.size(); ++i) {
        if (i % untilLook == 0 && stop.stop_requested())
            return std::nullopt;
        totals.count(asAmended(store, rows[i]));
    }
    return totals;
}

std::string formatOf(const Interface &interface)
{
    constexpr std::uint64_t nanoseconds = 1'000'000'000;
    if (interface.described)
        return "pcapng";
    return interface.unitsPerSecond == nanoseconds ? "pcap, nanoseconds" : "pcap";
}

} // namespace vethscope
