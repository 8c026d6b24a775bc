#include "core/capture/pcapreader.h"

#include "core/bytes/endian.h"

namespace vethscope {
namespace {

constexpr std::size_t fileHeader = 24;
constexpr std::size_t plainRecord = 16;
constexpr std::size_t modifiedRecord = 24;

} // namespace

std::optional<PcapReader::Format> PcapReader::formatOf(Bytes file)
{
    if (file.size() < 4)
        return std::nullopt;
    switch (read32(file, 0)) {
    case 0xa1b2c3d4: return Format{true, false, plainRecord};
    case 0xd4c3b2a1: return Format{false, false, plainRecord};
    case 0xa1b23c4d: return Format{true, true, plainRecord};
    case 0x4d3cb2a1: return Format{false, true, plainRecord};
    case 0xa1b2cd34: return Format{true, false, modifiedRecord};
    case 0x34cdb2a1: return Format{false, false, modifiedRecord};
    default: return std::nullopt;
    }
}

bool PcapReader::recognises(Bytes file)
{
    return formatOf(file).has_value();
}

Result<std::unique_ptr<CaptureReader>> PcapReader::make(Bytes file, const Sentence &name, AddInterface addInterface)
{
    const Format format = *formatOf(file);
    if (file.size() < fileHeader)
        return std::unexpected(Error{Sentence::of("{} is cut short: a pcap file header has {} bytes, only {} are there",
                                                  name, fileHeader, file.size())});
    Interface interface;
    interface.bigEndian = format.bigEndian;
    interface.unitsPerSecond = format.nanoseconds ? 1'000'000'000 : 1'000'000;
    interface.snapLength = readOrdered<std::uint32_t>(file, 16, format.bigEndian);
    // The upper bits tell of a frame check sequence, not of the link.
    interface.linkType = readOrdered<std::uint32_t>(file, 20, format.bigEndian) & 0x03ffffff;
    return std::unique_ptr<CaptureReader>(new PcapReader(file, name, format, addInterface(std::move(interface))));
}

PcapReader::PcapReader(Bytes file, const Sentence &name, Format format, std::uint32_t source)
    : CaptureReader(file), m_name(name), m_format(format), m_source(source), m_position(fileHeader)
{
}

std::optional<Record> PcapReader::next()
{
    const std::uint64_t left = m_file.size() - m_position;
    if (left == 0 || problem())
        return std::nullopt;
    lookAhead(m_position);
    const auto missing = [&](std::uint64_t needed) {
        cutShort(Sentence::of("{} is cut short in packet {} at byte {}: needs {} bytes, only {} are there", m_name, m_count + 1,
                              m_position, needed, left));
        return std::nullopt;
    };
    if (left < m_format.recordHeader)
        return missing(m_format.recordHeader);
    const std::uint32_t seconds = readOrdered<std::uint32_t>(m_file, m_position, m_format.bigEndian);
    const std::uint32_t fraction = readOrdered<std::uint32_t>(m_file, m_position + 4, m_format.bigEndian);
    const std::uint32_t captured = readOrdered<std::uint32_t>(m_file, m_position + 8, m_format.bigEndian);
    if (captured > longestFrame) {
        damaged(Sentence::of("{} is damaged in packet {} at byte {}: its length says {} bytes, more than any frame has", m_name,
                             m_count + 1, m_position, captured));
        return std::nullopt;
    }
    if (left < m_format.recordHeader + captured)
        return missing(m_format.recordHeader + captured);
    const Record record{m_position, seconds * std::int64_t{1'000'000'000} + fraction * std::int64_t{m_format.nanoseconds ? 1 : 1000}, m_source};
    m_position += m_format.recordHeader + captured;
    ++m_count;
    return record;
}

void PcapReader::read(const Record &record, const Interface &, Frame &frame) const
{
    const Bytes header = walked(record.offset, m_format.recordHeader);
    if (header.size() < m_format.recordHeader)
        return;
    const std::uint32_t captured = readOrdered<std::uint32_t>(header, 8, m_format.bigEndian);
    frame.bytes = walked(record.offset + m_format.recordHeader, captured);
    frame.originalLength = readOrdered<std::uint32_t>(header, 12, m_format.bigEndian);
}

} // namespace vethscope
