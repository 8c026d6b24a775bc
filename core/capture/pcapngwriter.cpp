#include "core/capture/pcapngwriter.h"

#include "core/bytes/pcapngoptions.h"

#include <algorithm>
#include <array>
#include <utility>

namespace vethscope {
namespace {

constexpr std::uint16_t endOfOptions = 0;
constexpr std::uint16_t writtenComment = 1;
constexpr std::size_t longestOption = 0xffff;
constexpr std::size_t longestName = 1024; // Wireshark refuses much longer ones
constexpr std::uint64_t second = 1'000'000'000; // in nanoseconds

template <typename T>
void append(std::vector<std::byte> &block, T value)
{
    const Bytes bytes = std::as_bytes(std::span(&value, 1));
    block.insert(block.end(), bytes.begin(), bytes.end());
}

std::vector<std::byte> verdictBytes(const PacketVerdict &verdict)
{
    std::vector<std::byte> bytes{std::byte{verdict.kind}};
    if (verdict.number)
        append(bytes, *verdict.number);
    else
        bytes.insert(bytes.end(), verdict.bytes.begin(), verdict.bytes.end());
    return bytes;
}

} // namespace

void PcapngWriter::Packet::remark(const PacketRemarks &remarks)
{
    comments = remarks.comments;
    flags = remarks.flags;
    id = remarks.id;
    dropCount = remarks.dropCount;
    queue = remarks.queue;
    verdicts = remarks.verdicts;
}

void PcapngWriter::put16(std::uint16_t value)
{
    append(m_block, value);
}

void PcapngWriter::put32(std::uint32_t value)
{
    append(m_block, value);
}

void PcapngWriter::put64(std::uint64_t value)
{
    append(m_block, value);
}

void PcapngWriter::putTime(std::uint32_t interface, std::int64_t nanoseconds)
{
    const auto ticks = static_cast<std::uint64_t>(nanoseconds) / m_nanosecondsPerUnit.at(interface);
    put32(static_cast<std::uint32_t>(ticks >> 32));
    put32(static_cast<std::uint32_t>(ticks & 0xffffffff));
}

void PcapngWriter::putPadded(Bytes bytes)
{
    m_block.insert(m_block.end(), bytes.begin(), bytes.end());
    m_block.resize((m_block.size() + 3) & ~std::size_t{3});
}

void PcapngWriter::option(std::uint16_t code, Bytes value)
{
    value = value.first(std::min(value.size(), longestOption));
    put16(code);
    put16(static_cast<std::uint16_t>(value.size()));
    putPadded(value);
}

void PcapngWriter::begin(std::uint32_t type)
{
    m_block.clear();
    put32(type);
    put32(0); // the length, filled in at the end
}

bool PcapngWriter::end()
{
    const auto length = static_cast<std::uint32_t>(m_block.size() + 4);
    put32(length);
    std::memcpy(m_block.data() + 4, &length, sizeof length);
    return m_sink(m_block);
}

bool PcapngWriter::section(std::string_view application, std::span<const std::string> comments)
{
    m_nanosecondsPerUnit.clear(); // interfaces are numbered anew
    begin(0x0a0d0d0a);
    put32(0x1a2b3c4d);
    put16(1);
    put16(0);
    put64(UINT64_MAX); // the section's length is not known beforehand
    for (const std::string &comment : comments)
        option(writtenComment, comment);
    option(4, application);
    option(endOfOptions, Bytes{});
    return end();
}

bool PcapngWriter::interface(const InterfaceDescription &description)
{
    begin(1);
    put16(static_cast<std::uint16_t>(description.linkType));
    put16(0);
    put32(description.snapLength);
    if (!description.name.empty())
        option(2, description.name);
    if (!description.comment.empty())
        option(writtenComment, description.comment);
    if (!description.description.empty())
        option(3, description.description);
    std::byte resolution{0}; // if_tsresol: a power of ten
    std::uint64_t units = 1;
    for (; units < std::min(description.unitsPerSecond, second); units *= 10)
        resolution = static_cast<std::byte>(std::to_integer<int>(resolution) + 1);
    m_nanosecondsPerUnit.push_back(second / units);
    option(9, Bytes(&resolution, 1));
    if (!description.filter.empty())
        option(11, std::string(1, '\0') + description.filter); // code 0: a libpcap filter as text
    option(endOfOptions, Bytes{});
    return end();
}

bool PcapngWriter::packet(const Packet &packet)
{
    begin(6);
    put32(packet.interface);
    putTime(packet.interface, packet.time);
    put32(static_cast<std::uint32_t>(packet.bytes.size()));
    put32(packet.originalLength);
    putPadded(packet.bytes);
    const std::size_t before = m_block.size();
    const auto optionalNumber = [&](std::uint16_t code, const auto &value) {
        if (value)
            option(code, std::as_bytes(std::span(&*value, 1)));
    };
    for (const std::string_view comment : packet.comments)
        option(epb::comment, comment);
    optionalNumber(epb::flags, packet.flags);
    optionalNumber(epb::dropCount, packet.dropCount);
    optionalNumber(epb::packetId, packet.id);
    optionalNumber(epb::queue, packet.queue);
    for (const PacketVerdict &verdict : packet.verdicts)
        option(epb::verdict, verdictBytes(verdict));
    if (m_block.size() > before)
        option(endOfOptions, Bytes{});
    return end();
}

bool PcapngWriter::simplePacket(const Packet &packet)
{
    begin(3);
    put32(packet.originalLength);
    putPadded(packet.bytes);
    return end();
}

bool PcapngWriter::statistics(const Statistics &statistics)
{
    begin(5);
    put32(statistics.interface);
    putTime(statistics.interface, statistics.time);
    for (const auto &[code, time] : {std::pair<std::uint16_t, std::optional<std::int64_t>>{2, statistics.begin}, {3, statistics.end}})
        if (time) {
            put16(code);
            put16(8);
            putTime(statistics.interface, *time);
        }
    for (const auto &[code, count] : {std::pair<std::uint16_t, std::optional<std::uint64_t>>{4, statistics.received}, {5, statistics.dropped}, {7, statistics.droppedBySystem}})
        if (count)
            option(code, std::as_bytes(std::span(&*count, 1)));
    option(endOfOptions, Bytes{});
    return end();
}

bool PcapngWriter::names(std::span<const ResolvedName> names)
{
    if (names.empty())
        return true;
    begin(4);
    for (const ResolvedName &one : names) {
        const std::string record = one.address + one.name.substr(0, longestName) + '\0';
        option(one.address.size() == 4 ? 1 : 2, record); // records are laid out as options are
    }
    option(endOfOptions, Bytes{});
    return end();
}

} // namespace vethscope
