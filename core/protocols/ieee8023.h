#pragma once

#include "core/protocols/names.h"
#include "core/protocols/protocols.h"

namespace vethscope {

/// The step of a header whose type field is an EtherType or, up to 1500, the length of an IEEE 802.3
/// payload. Behind a length stands LLC; only Novell's raw IPX begins with its unused checksum instead.
inline Step typeOrLengthStep(Bytes bytes, std::size_t headerSize, std::uint16_t type)
{
    if (isEtherType(type))
        return {.size = headerSize, .claims = {{{Claim::EtherType, type}}}};
    if (type > maximumLength || type == 0)
        return {.size = headerSize};
    const bool rawIpx = bytes.size() >= headerSize + 2 && read16(bytes, headerSize) == 0xffff;
    return {.size = headerSize, .next = rawIpx ? nullptr : &protocols::llc, .payload = type};
}

} // namespace vethscope
