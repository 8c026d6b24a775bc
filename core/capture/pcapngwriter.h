#pragma once

#include "core/bytes/bytes.h"
#include "core/capture/filenotes.h"
#include "core/capture/packetremarks.h"

#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace vethscope {

/// Writes pcapng (draft-ietf-opsawg-pcapng) in the machine's own byte order. Each
/// call hands one whole block to the sink, so that a file cut short anywhere between blocks is sound.
class PcapngWriter
{
public:
    /// Takes a block; false when it could not be kept.
    using Sink = std::function<bool(Bytes)>;

    explicit PcapngWriter(Sink sink) : m_sink(std::move(sink)) { }

    /// The section header, before everything else; `application` as in "Vethscope 0.1".
    bool section(std::string_view application, std::span<const std::string> comments = {});

    struct InterfaceDescription {
        std::string name{};
        std::string description{};
        std::string filter{}; // a libpcap filter as text
        std::string comment{};
        std::uint32_t linkType = 1;
        std::uint32_t snapLength = 0;
        std::uint64_t unitsPerSecond = 1'000'000'000; // of the times in the file: a power of ten, nanoseconds at the finest
    };
    /// Interfaces are numbered from 0 in the order of these calls.
    bool interface(const InterfaceDescription &description);

    struct Packet {
        std::uint32_t interface = 0;
        std::int64_t time = 0; // nanoseconds since 1970-01-01 UTC
        Bytes bytes;
        std::uint32_t originalLength = 0;
        std::span<const std::string_view> comments{};
        std::optional<std::uint32_t> flags{}; // epb_flags
        std::optional<std::uint64_t> id{};    // epb_packetid: the same for one packet at several interfaces
        std::optional<std::uint64_t> dropCount{};
        std::optional<std::uint32_t> queue{};
        std::span<const PacketVerdict> verdicts{};

        /// What another file says of it beside its bytes; the remarks live on until it is written.
        void remark(const PacketRemarks &remarks);
    };
    bool packet(const Packet &packet);
    /// A packet of interface 0 without a time, as a Simple Packet Block.
    bool simplePacket(const Packet &packet);

    struct Statistics {
        std::uint32_t interface = 0;
        std::int64_t time = 0; // of the counts
        std::optional<std::uint64_t> received{}, dropped{}, droppedBySystem{};
        std::optional<std::int64_t> begin{}, end{}; // of what the interface recorded
    };
    bool statistics(const Statistics &statistics);

    /// Names of addresses, before the packets that have them.
    bool names(std::span<const ResolvedName> names);

private:
    void begin(std::uint32_t type);
    bool end();
    void put16(std::uint16_t value);
    void put32(std::uint32_t value);
    void put64(std::uint64_t value);
    void putTime(std::uint32_t interface, std::int64_t nanoseconds);
    void putPadded(Bytes bytes);
    void option(std::uint16_t code, Bytes value);
    void option(std::uint16_t code, std::string_view text) { option(code, asBytes(text)); }

    Sink m_sink;
    std::vector<std::uint64_t> m_nanosecondsPerUnit; // of each interface
    std::vector<std::byte> m_block; // used again for every block
};

} // namespace vethscope
