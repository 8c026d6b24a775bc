#include "core/capture/packetexport.h"

#include <algorithm>

namespace vethscope {
namespace {

// Powers of two cannot be kept: no number of decimal digits holds them.
std::uint64_t writableUnits(std::uint64_t units)
{
    constexpr std::uint64_t finest = 1'000'000'000;
    std::uint64_t power = 1;
    while (power < finest && power < units)
        power *= 10;
    return power == units ? units : finest;
}

} // namespace

PacketExport::PacketExport(const PacketStore &store, PcapngWriter::Sink sink, std::vector<ResolvedName> names)
    : m_store(store), m_writer(std::move(sink)), m_given(std::move(names))
{
}

bool PacketExport::begin()
{
    const FileNotes notes = m_store.notes();
    return m_writer.section("Vethscope", notes.comments) && m_writer.names(m_given) && writeNames() && describeInterfaces();
}

// Those of addresses that have none yet.
bool PacketExport::writeNames()
{
    std::vector<ResolvedName> names = m_store.notes().names;
    names.erase(names.begin(), names.begin() + std::ptrdiff_t(std::min(m_named, names.size())));
    m_named += names.size();
    std::erase_if(names, [this](const ResolvedName &one) { return std::ranges::find(m_given, one.address, &ResolvedName::address) != m_given.end(); });
    return m_writer.names(names);
}

bool PacketExport::describeInterfaces()
{
    constexpr std::string_view textFilter("\0", 1); // if_filter's kinds: 0 is what libpcap compiles
    for (const std::size_t known = m_store.interfaceCount(); m_described < known; ++m_described) {
        const Interface &interface = m_store.interface(m_described);
        const PcapngWriter::InterfaceDescription description{
            .name = interface.name,
            .description = interface.description,
            .filter = interface.filter.starts_with(textFilter) ? interface.filter.substr(1) : std::string(),
            .comment = interface.comment,
            .linkType = interface.linkType,
            .snapLength = interface.snapLength,
            .unitsPerSecond = writableUnits(interface.unitsPerSecond),
        };
        if (!m_writer.interface(description))
            return false;
    }
    return true;
}

bool PacketExport::write(std::size_t row)
{
    const std::uint32_t interface = m_store.interfacePlace(row);
    if (interface >= m_described && !describeInterfaces())
        return false;
    const Frame frame = m_store.frame(row);
    const PacketRemarks remarks = m_store.remarks(row);
    PcapngWriter::Packet packet{.interface = interface, .time = frame.time, .bytes = frame.bytes, .originalLength = frame.originalLength};
    packet.remark(remarks);
    if (!(!frame.timed && interface == 0 ? m_writer.simplePacket(packet) : m_writer.packet(packet)))
        return false;
    ++m_written;
    m_lastTime = std::max(m_lastTime, frame.time);
    return true;
}

bool PacketExport::end()
{
    if (!describeInterfaces() || !writeNames())
        return false;
    for (const InterfaceStatistics &one : m_store.notes().statistics) {
        if (one.source >= m_described)
            continue;
        const auto amended = [&](std::int64_t time) { return m_store.amended(time, one.source); }; // as the packets' times are
        const std::optional<std::int64_t> begin = one.begin.transform(amended), end = one.end.transform(amended);
        if (!m_writer.statistics({.interface = one.source, .time = end.value_or(m_lastTime), .received = one.received, .dropped = one.dropped,
                                  .droppedBySystem = one.droppedBySystem, .begin = begin, .end = end}))
            return false;
    }
    return true;
}

} // namespace vethscope
