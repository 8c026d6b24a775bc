#pragma once

#include "core/journey/carrier.h"
#include "core/journey/content.h"
#include "core/journey/glimpse.h"
#include "core/journey/usualframe.h"

#include <algorithm>
#include <cstdint>
#include <optional>

namespace vethscope::journey {

/// Whose packet is in a usual frame; nothing where it is not from one machine to another.
std::optional<Tuple> tupleOf(const Frame &frame, const UsualFrame &usual);

/// Whether a packet was not cut before what would recognise it. What is kept of it then.
bool glance(const Content &content, Glanced &seen);

inline void keepData(std::uint64_t burst, std::uint32_t sequence, std::uint32_t length, std::uint8_t ends, Glanced &seen)
{
    seen.burst = burst & 0xff'ffff;
    seen.rest = sequence + static_cast<std::uint32_t>(burst >> 24);
    seen.length = std::min(length, Glimpse::longest);
    seen.ends = ends;
}

inline void keepKey(std::uint64_t key, Glanced &seen)
{
    seen.burst = key >> 32 & 0xff'ffff;
    seen.rest = static_cast<std::uint32_t>(key);
}

/// The same, of a usual frame whose whole content nobody needs.
inline bool glance(const Frame &frame, const UsualFrame &usual, KnownBy knownBy, Glanced &seen)
{
    const Carrier carrier = carrierOf(frame, usual);
    const Bytes internet = frame.bytes.subspan(usual.internet, usual.transport - usual.internet);
    seen.timeToLive = byteAt(internet, usual.isV4 ? 8 : 7);
    seen.id = usual.isV4 ? read16(internet, 4) : std::uint16_t{0};
    seen.depth = usual.depth;
    if (usual.isTcp) {
        const std::uint64_t burst = burstOf(carrier.header, knownBy);
        const auto length = static_cast<std::uint32_t>(carrier.payloadLength);
        if (length > 0)
            keepData(burst, read32(carrier.header, 4), length, bitsOf(endFlagsOf(carrier.header)), seen);
        else
            keepKey(keyOfSegment(carrier.header, burst, length), seen);
        return true;
    }
    const auto key = firstBytes(carrier, telling);
    if (!key)
        return false;
    keepKey(*key, seen);
    seen.hasDigest = hasDigest(carrier);
    return true;
}

} // namespace vethscope::journey
