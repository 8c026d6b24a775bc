#include "core/journey/glance.h"

#include "core/journey/carrier.h"

#include <algorithm>

namespace vethscope::journey {
namespace {

void keepData(std::uint64_t burst, std::uint32_t sequence, std::uint32_t length, std::uint8_t ends, Glimpse &one)
{
    one.burst = burst & 0xff'ffff;
    one.rest = sequence + static_cast<std::uint32_t>(burst >> 24);
    one.length = std::min(length, Glimpse::longest) & Glimpse::longest;
    one.ends = ends & 0xf;
}

void keepKey(std::uint64_t key, Glimpse &one)
{
    one.burst = key >> 32 & 0xff'ffff;
    one.rest = static_cast<std::uint32_t>(key);
}

} // namespace

std::optional<Glimpse> glimpseOf(const Content &content)
{
    if (!content.key)
        return std::nullopt;
    Glimpse one{.timeToLive = content.timeToLive, .id = content.id, .hasDigest = content.digest != 0, .depth = content.depth};
    if (content.length > 0)
        keepData(content.burst, content.sequence, content.length, content.ends, one);
    else
        keepKey(*content.key, one);
    return one;
}

std::optional<Glimpse> glimpseOf(const Frame &frame, const UsualFrame &usual)
{
    const Carrier carrier = carrierOf(frame, usual);
    const Bytes internet = frame.bytes.subspan(usual.internet, usual.transport - usual.internet);
    Glimpse one{.timeToLive = byteAt(internet, usual.isV4 ? 8 : 7), .id = usual.isV4 ? read16(internet, 4) : std::uint16_t{0}, .depth = usual.depth};
    if (usual.isTcp) {
        const std::uint64_t burst = burstOf(carrier.header);
        const auto length = static_cast<std::uint32_t>(carrier.payloadLength);
        if (length > 0)
            keepData(burst, read32(carrier.header, 4), length, bitsOf(endFlagsOf(carrier.header)), one);
        else
            keepKey(keyOfSegment(carrier.header, burst, length), one);
        return one;
    }
    const auto key = firstBytes(carrier, telling);
    if (!key)
        return std::nullopt;
    keepKey(*key, one);
    one.hasDigest = hasDigest(carrier);
    return one;
}

} // namespace vethscope::journey
