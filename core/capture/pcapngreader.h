#pragma once

#include "core/capture/capturereader.h"
#include "core/bytes/pcapngoptions.h"

#include <vector>

namespace vethscope {

/// pcapng (draft-ietf-opsawg-pcapng): any number of sections in either byte order, any number of
/// interfaces with their own link type and time resolution; blocks it does not know are passed over.
class PcapngReader final : public CaptureReader
{
public:
    static bool recognises(Bytes file);
    static Result<std::unique_ptr<CaptureReader>> make(Bytes file, const Sentence &name, AddInterface addInterface);

    std::optional<Record> next() override;
    void read(const Record &record, const Interface &interface, Frame &frame) const override;
    PacketRemarks remarks(const Record &record, const Interface &interface) const override;
    std::uint64_t position() const override { return m_position; }

private:
    struct Block {
        std::uint32_t type;
        std::uint64_t offset;
        Bytes body; // without type and the two lengths
    };
    struct Known {
        std::uint32_t source; // place in the capture's list
        std::uint64_t unitsPerSecond;
        std::int64_t timeOffset;
    };

    PcapngReader(Bytes file, const Sentence &name, AddInterface addInterface);

    std::optional<Block> nextBlock();
    bool startSection(std::uint64_t left);
    void describeInterface(const Block &block);
    std::optional<Record> enhancedPacket(const Block &block);
    std::optional<Record> simplePacket(const Block &block);
    void readStatistics(const Block &block);
    void readSection(const Block &block);
    /// The options behind a block's first bytes; damaged ones are told of.
    PcapngOptions optionsOf(const Block &block, std::size_t fixed);
    std::int64_t timeOf(const Known &known, std::uint64_t ticks);
    /// Ends the walk with a sentence that says where.
    void refuse(Sentence what);
    void miss(Sentence what);

    Sentence m_name;
    AddInterface m_addInterface;
    std::vector<Known> m_interfaces; // of the current section
    bool m_bigEndian = false;
    std::uint64_t m_position = 0;
    bool m_timeWasAbsurd = false; // said once a file
};

} // namespace vethscope
