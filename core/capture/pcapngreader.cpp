#include "core/capture/pcapngreader.h"

#include "core/bytes/endian.h"
#include "core/capture/nameresolution.h"

#include <fmt/format.h>

namespace vethscope {
namespace {

constexpr std::uint32_t sectionHeader = 0x0a0d0d0a; // reads the same in both byte orders
constexpr std::uint32_t interfaceDescription = 1;
constexpr std::uint32_t obsoletePacket = 2;
constexpr std::uint32_t simplePacketBlock = 3;
constexpr std::uint32_t nameResolution = 4;
constexpr std::uint32_t interfaceStatistics = 5;
constexpr std::uint32_t enhancedPacketBlock = 6;

// How vethscope-capture describes an interface whose node the user named.
constexpr std::string_view nodeDescription = "node ";

constexpr std::size_t smallestBlock = 12;
constexpr std::size_t sectionFixed = 16;
constexpr std::size_t interfaceFixed = 8;
constexpr std::size_t statisticsFixed = 12;
constexpr std::size_t enhancedFixed = 20;
constexpr std::uint16_t commentOption = 1;

constexpr std::size_t padded(std::size_t size)
{
    return (size + 3) & ~std::size_t{3};
}

// Nothing when it is farther from 1970 than times are kept.
std::optional<std::int64_t> nanoseconds(std::uint64_t ticks, std::uint64_t unitsPerSecond, std::int64_t offsetSeconds)
{
    std::int64_t seconds = 0;
    constexpr std::int64_t most = farthestTime / 1'000'000'000 - 1;
    if (__builtin_add_overflow(ticks / unitsPerSecond, offsetSeconds, &seconds) || seconds > most || seconds < -most)
        return std::nullopt;
    const std::uint64_t rest = ticks % unitsPerSecond;
    // Exact for every power of ten up to nanoseconds; finer and binary units are rounded down, as tshark does.
    constexpr std::uint64_t second = 1'000'000'000u;
    const std::uint64_t fraction = unitsPerSecond <= second ? rest * second / unitsPerSecond
                                                            : static_cast<std::uint64_t>(static_cast<long double>(rest) * second / static_cast<long double>(unitsPerSecond));
    return seconds * std::int64_t{1'000'000'000} + static_cast<std::int64_t>(fraction);
}

// Its number in this machine's byte order: that is how it is written again.
PacketVerdict verdictIn(const PcapngOption &option, bool bigEndian)
{
    if (option.value.empty())
        return {};
    PacketVerdict verdict{byteAt(option.value, 0), std::nullopt, option.value.subspan(1)};
    if (verdict.kind != epb::byHardware && verdict.bytes.size() == 8)
        verdict.number = readOrdered<std::uint64_t>(verdict.bytes, 0, bigEndian);
    return verdict;
}

// isb_starttime and isb_endtime, section 4.6, are as packets' times. dumpcap writes microseconds there whatever if_tsresol says (pcapio.c), which
// makes January 1970 of today.
std::optional<std::int64_t> statisticsTime(std::uint64_t ticks, std::uint64_t unitsPerSecond, std::int64_t offsetSeconds)
{
    constexpr std::int64_t year1990 = 631'152'000'000'000'000;
    const auto time = nanoseconds(ticks, unitsPerSecond, offsetSeconds);
    if (time && *time >= year1990)
        return time;
    const auto asMicroseconds = nanoseconds(ticks, 1'000'000, 0);
    return asMicroseconds && *asMicroseconds >= year1990 ? asMicroseconds : time;
}

// if_tsresol, section 4.2: the highest bit chooses powers of two over powers of ten.
std::uint64_t unitsOf(std::uint8_t resolution)
{
    const unsigned exponent = resolution & 0x7f;
    if (resolution & 0x80)
        return std::uint64_t{1} << std::min(exponent, 63u);
    std::uint64_t units = 1;
    for (unsigned i = 0; i < std::min(exponent, 19u); ++i)
        units *= 10;
    return units;
}

} // namespace

bool PcapngReader::recognises(Bytes file)
{
    return file.size() >= 4 && read32(file, 0) == sectionHeader;
}

Result<std::unique_ptr<CaptureReader>> PcapngReader::make(Bytes file, const Sentence &name, AddInterface addInterface)
{
    std::unique_ptr<PcapngReader> reader(new PcapngReader(file, name, std::move(addInterface)));
    if (!reader->startSection(file.size()))
        return std::unexpected(*reader->problem());
    return std::unique_ptr<CaptureReader>(std::move(reader));
}

PcapngReader::PcapngReader(Bytes file, const Sentence &name, AddInterface addInterface)
    : CaptureReader(file), m_name(name), m_addInterface(std::move(addInterface))
{
}

void PcapngReader::refuse(Sentence what)
{
    damaged(Sentence::of("{} is damaged: {} at byte {}", m_name, std::move(what), m_position));
}

void PcapngReader::miss(Sentence what)
{
    cutShort(Sentence::of("{} is cut short: {} at byte {}", m_name, std::move(what), m_position));
}

bool PcapngReader::startSection(std::uint64_t left)
{
    if (left < 12) {
        miss(Sentence::of("a pcapng section header needs 28 bytes, only {} are there", left));
        return false;
    }
    const std::uint32_t magic = read32(m_file, m_position + 8);
    if (magic != 0x1a2b3c4d && magic != 0x4d3c2b1a) {
        refuse(Sentence::of("a pcapng section header has the byte-order magic {}", fmt::format("{:08x}", magic)));
        return false;
    }
    m_bigEndian = magic == 0x1a2b3c4d;
    m_interfaces.clear();
    return true;
}

std::optional<PcapngReader::Block> PcapngReader::nextBlock()
{
    const std::uint64_t left = m_file.size() - m_position;
    if (left == 0 || problem())
        return std::nullopt;
    lookAhead(m_position);
    if (left < smallestBlock) {
        miss(Sentence::of("a pcapng block needs {} bytes, only {} are there", smallestBlock, left));
        return std::nullopt;
    }
    const std::uint32_t type = readOrdered<std::uint32_t>(m_file, m_position, m_bigEndian);
    if (read32(m_file, m_position) == sectionHeader && !startSection(left))
        return std::nullopt;
    const std::uint32_t length = readOrdered<std::uint32_t>(m_file, m_position + 4, m_bigEndian);
    if (length < smallestBlock || length % 4 != 0) {
        refuse(Sentence::of("a pcapng block says it has {} bytes, which no block has,", length));
        return std::nullopt;
    }
    if (length > left) {
        miss(Sentence::of("a pcapng block says it has {} bytes, only {} are there", length, left));
        return std::nullopt;
    }
    const std::uint32_t again = readOrdered<std::uint32_t>(m_file, m_position + length - 4, m_bigEndian);
    if (again != length) {
        refuse(Sentence::of("a pcapng block says it has {} bytes at its start and {} at its end,", length, again));
        return std::nullopt;
    }
    const Block block{type, m_position, m_file.subspan(m_position + 8, length - smallestBlock)};
    m_position += length;
    return block;
}

PcapngOptions PcapngReader::optionsOf(const Block &block, std::size_t fixed)
{
    const PcapngOptions options(block.body.subspan(std::min(fixed, block.body.size())), m_bigEndian);
    if (!options.sound())
        m_notes.oddities.push_back({Sentence::of("{} has a block at byte {} with an option that is longer than the block; this option and "
                                                 "those behind it are left out", m_name, block.offset)});
    return options;
}

void PcapngReader::readSection(const Block &block)
{
    if (block.body.size() < sectionFixed)
        return;
    const std::uint16_t version = readOrdered<std::uint16_t>(block.body, 4, m_bigEndian);
    if (version != 1)
        m_notes.oddities.push_back({Sentence::of("{} says at byte {} that it is pcapng version {}.{}; it is read as version 1.0", m_name,
                                                 block.offset, version, readOrdered<std::uint16_t>(block.body, 6, m_bigEndian))});
    for (const PcapngOption &option : optionsOf(block, sectionFixed))
        if (option.code == commentOption)
            m_notes.comments.emplace_back(asText(option.value));
}

void PcapngReader::describeInterface(const Block &block)
{
    Interface interface;
    interface.id = static_cast<std::uint32_t>(m_interfaces.size());
    interface.described = true;
    interface.bigEndian = m_bigEndian;
    if (block.body.size() >= interfaceFixed) {
        interface.linkType = readOrdered<std::uint16_t>(block.body, 0, m_bigEndian);
        interface.snapLength = readOrdered<std::uint32_t>(block.body, 4, m_bigEndian);
        for (const PcapngOption &option : optionsOf(block, interfaceFixed)) {
            if (option.code == 2)
                interface.name = asText(option.value);
            else if (option.code == 3)
                interface.description = asText(option.value);
            else if (option.code == 1)
                interface.comment = asText(option.value);
            else if (option.code == 11)
                interface.filter = asText(option.value);
            else if (option.code == 9 && option.value.size() == 1)
                interface.unitsPerSecond = unitsOf(byteAt(option.value, 0));
            else if (option.code == 14 && option.value.size() == 8)
                interface.timeOffset = static_cast<std::int64_t>(readOrdered<std::uint64_t>(option.value, 0, m_bigEndian));
        }
    }
    if (interface.description.starts_with(nodeDescription))
        interface.pointNode = interface.description.substr(nodeDescription.size());
    const Known known{0, interface.unitsPerSecond, interface.timeOffset};
    m_interfaces.push_back(known);
    m_interfaces.back().source = m_addInterface(std::move(interface));
}

std::int64_t PcapngReader::timeOf(const Known &known, std::uint64_t ticks)
{
    if (const auto time = nanoseconds(ticks, known.unitsPerSecond, known.timeOffset))
        return *time;
    if (!std::exchange(m_timeWasAbsurd, true))
        m_notes.oddities.push_back({Sentence::of("{} has times that no clock shows, the first in the block at byte {}: {} units of 1/{} s and an "
                                                 "offset of {} s; they are shown as the year {}",
                                                 m_name, m_position, ticks, known.unitsPerSecond, known.timeOffset,
                                                 known.timeOffset < 0 ? 1823 : 2116)});
    return known.timeOffset < 0 ? -farthestTime : farthestTime;
}

void PcapngReader::readStatistics(const Block &block)
{
    if (block.body.size() < statisticsFixed)
        return;
    const std::uint32_t id = readOrdered<std::uint32_t>(block.body, 0, m_bigEndian);
    if (id >= m_interfaces.size()) {
        m_notes.oddities.push_back({Sentence::of("{} has statistics of interface {} at byte {}, but its section declares {}", m_name, id,
                                                 block.offset, m_interfaces.size())});
        return;
    }
    InterfaceStatistics statistics{.source = m_interfaces[id].source, .received = {}, .dropped = {}, .droppedBySystem = {}};
    for (const PcapngOption &option : optionsOf(block, statisticsFixed)) {
        if (option.value.size() != 8)
            continue;
        const std::uint64_t count = readOrdered<std::uint64_t>(option.value, 0, m_bigEndian);
        const std::uint64_t ticks = std::uint64_t{readOrdered<std::uint32_t>(option.value, 0, m_bigEndian)} << 32 | readOrdered<std::uint32_t>(option.value, 4, m_bigEndian);
        switch (option.code) {
        case 2: statistics.begin = statisticsTime(ticks, m_interfaces[id].unitsPerSecond, m_interfaces[id].timeOffset); break;
        case 3: statistics.end = statisticsTime(ticks, m_interfaces[id].unitsPerSecond, m_interfaces[id].timeOffset); break;
        case 4: statistics.received = count; break;
        case 5: statistics.dropped = count; break;
        case 7: statistics.droppedBySystem = count; break;
        default: break;
        }
    }
    m_notes.statistics.push_back(statistics);
}

std::optional<Record> PcapngReader::enhancedPacket(const Block &block)
{
    const auto stop = [&](Sentence what) {
        m_position = block.offset;
        refuse(std::move(what));
        return std::nullopt;
    };
    if (block.body.size() < enhancedFixed)
        return stop(Sentence::of("a packet block has {} bytes, but needs {}", block.body.size(), enhancedFixed));
    // The obsolete Packet Block has a 16-bit interface and a drop count where the enhanced one has 32 bits.
    const std::uint32_t id = block.type == obsoletePacket ? readOrdered<std::uint16_t>(block.body, 0, m_bigEndian)
                                                          : readOrdered<std::uint32_t>(block.body, 0, m_bigEndian);
    if (id >= m_interfaces.size())
        return stop(Sentence::of("a packet names interface {}, but its section declares {}", id, m_interfaces.size()));
    const std::uint32_t captured = readOrdered<std::uint32_t>(block.body, 12, m_bigEndian);
    if (captured > block.body.size() - enhancedFixed)
        return stop(Sentence::of("a packet says it has {} bytes, but its block holds {}", captured,
                                  block.body.size() - enhancedFixed));
    if (captured > longestFrame)
        return stop(Sentence::of("a packet says it has {} bytes, more than any frame has,", captured));
    const std::uint64_t ticks = std::uint64_t{readOrdered<std::uint32_t>(block.body, 4, m_bigEndian)} << 32
        | readOrdered<std::uint32_t>(block.body, 8, m_bigEndian);
    const Known &known = m_interfaces[id];
    return Record{block.offset, timeOf(known, ticks), known.source};
}

std::optional<Record> PcapngReader::simplePacket(const Block &block)
{
    if (block.body.size() < 4 || m_interfaces.empty()) {
        m_position = block.offset;
        refuse(m_interfaces.empty() ? Sentence::of("a packet comes before any interface is declared")
                                    : Sentence::of("a simple packet block has {} bytes, but needs 4", block.body.size()));
        return std::nullopt;
    }
    return Record{block.offset, 0, m_interfaces.front().source};
}

std::optional<Record> PcapngReader::next()
{
    while (const auto block = nextBlock()) {
        switch (block->type) {
        case sectionHeader:
            readSection(*block);
            break;
        case nameResolution:
            readNames(block->body, m_bigEndian, m_notes.names);
            break;
        case interfaceStatistics:
            readStatistics(*block);
            break;
        case interfaceDescription:
            describeInterface(*block);
            break;
        case enhancedPacketBlock:
        case obsoletePacket:
            return enhancedPacket(*block);
        case simplePacketBlock:
            return simplePacket(*block);
        default: // decryption secrets, custom blocks and what is not known carry no packet
            break;
        }
    }
    return std::nullopt;
}

void PcapngReader::read(const Record &record, const Interface &interface, Frame &frame) const
{
    const bool bigEndian = interface.bigEndian;
    const Bytes head = walked(record.offset, 8);
    if (head.size() < 8)
        return;
    const std::uint32_t type = readOrdered<std::uint32_t>(head, 0, bigEndian);
    const std::uint32_t length = readOrdered<std::uint32_t>(head, 4, bigEndian);
    const Bytes body = walked(record.offset + 8, std::max<std::size_t>(length, smallestBlock) - smallestBlock);
    if (body.size() < (type == simplePacketBlock ? 4 : enhancedFixed))
        return;
    if (type == simplePacketBlock) {
        frame.originalLength = readOrdered<std::uint32_t>(body, 0, bigEndian);
        std::size_t captured = std::min<std::size_t>(frame.originalLength, body.size() - 4);
        if (interface.snapLength > 0)
            captured = std::min<std::size_t>(captured, interface.snapLength);
        frame.bytes = body.subspan(4, captured);
        frame.timed = false;
        return;
    }
    const std::size_t captured = std::min<std::size_t>(readOrdered<std::uint32_t>(body, 12, bigEndian), body.size() - enhancedFixed);
    frame.bytes = body.subspan(enhancedFixed, captured);
    frame.originalLength = readOrdered<std::uint32_t>(body, 16, bigEndian);
    const std::size_t optionsAt = enhancedFixed + padded(captured);
    if (optionsAt >= body.size())
        return;
    frame.options = body.subspan(optionsAt);
    frame.bigEndianOptions = bigEndian;
    for (const PcapngOption &option : PcapngOptions(frame.options, bigEndian))
        if (option.code == commentOption && frame.comment.empty())
            frame.comment = asText(option.value);
}

PacketRemarks PcapngReader::remarks(const Record &record, const Interface &interface) const
{
    const bool bigEndian = interface.bigEndian;
    PacketRemarks remarks;
    const Bytes head = walked(record.offset, 8 + enhancedFixed);
    if (head.size() < 8 + enhancedFixed || readOrdered<std::uint32_t>(head, 0, bigEndian) == simplePacketBlock)
        return remarks; // simple packets have no options
    const std::size_t optionsAt = 8 + enhancedFixed + padded(readOrdered<std::uint32_t>(head, 20, bigEndian));
    const std::size_t end = std::max<std::size_t>(readOrdered<std::uint32_t>(head, 4, bigEndian), 4) - 4;
    if (optionsAt >= end)
        return remarks;
    for (const PcapngOption &option : PcapngOptions(walked(record.offset + optionsAt, end - optionsAt), bigEndian)) {
        switch (option.code) {
        case epb::comment: remarks.comments.push_back(asText(option.value)); break;
        case epb::flags: remarks.flags = optionNumber<std::uint32_t>(option, bigEndian); break;
        case epb::dropCount: remarks.dropCount = optionNumber<std::uint64_t>(option, bigEndian); break;
        case epb::packetId: remarks.id = optionNumber<std::uint64_t>(option, bigEndian); break;
        case epb::queue: remarks.queue = optionNumber<std::uint32_t>(option, bigEndian); break;
        case epb::verdict: remarks.verdicts.push_back(verdictIn(option, bigEndian)); break;
        default: break;
        }
    }
    return remarks;
}

} // namespace vethscope
