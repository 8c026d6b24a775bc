#pragma once

#include "core/bytes/bytes.h"
#include "core/dissect/protocol.h"

namespace vethscope {

/// Where the optional parts of a GRE header stand; 0 for one that is not there.
struct GreHeader {
    static constexpr std::size_t smallest = 4;
    static constexpr std::size_t routeEntry = 4;

    std::uint8_t version = 0;
    std::uint16_t protocol = 0;
    std::size_t checksumAt = 0;
    std::size_t keyAt = 0;
    std::size_t sequenceAt = 0;
    std::size_t acknowledgmentAt = 0;
    std::size_t routingAt = 0;
    std::size_t size = smallest;
};

inline Result<GreHeader, Damage> readGreHeader(Bytes bytes)
{
    const std::uint16_t flags = read16(bytes, 0);
    GreHeader header{.version = static_cast<std::uint8_t>(flags & 7), .protocol = read16(bytes, 2)};
    const auto take = [&](bool present, std::size_t &place) {
        if (present) {
            place = header.size;
            header.size += 4;
        }
    };
    const bool routed = (flags & 0x4000) != 0;
    take((flags & 0xc000) != 0, header.checksumAt);
    take((flags & 0x2000) != 0, header.keyAt);
    take((flags & 0x1000) != 0, header.sequenceAt);
    take(header.version == 1 && (flags & 0x0080) != 0, header.acknowledgmentAt);
    if (routed) {
        header.routingAt = header.size;
        for (bool last = false; !last;) {
            if (header.size + GreHeader::routeEntry > bytes.size())
                return std::unexpected(Damage::tooShort(header.size + GreHeader::routeEntry, bytes.size()));
            const std::size_t length = byteAt(bytes, header.size + 3);
            last = length == 0 && read16(bytes, header.size) == 0;
            header.size += GreHeader::routeEntry + length;
        }
    }
    if (header.size > bytes.size())
        return std::unexpected(Damage::tooShort(header.size, bytes.size()));
    return header;
}

} // namespace vethscope
