#pragma once

#include "core/bytes/bytes.h"
#include "core/protocols/names.h"
#include "core/protocols/protocols.h"

namespace vethscope {

/// Whether bytes can be an Ethernet frame: a source that is one station, and a type that is known or a
/// length followed by LLC. For carriers that do not say what they carry.
inline bool looksLikeEthernet(Bytes bytes)
{
    constexpr std::size_t headerSize = 14;
    if (bytes.size() < headerSize || (byteAt(bytes, 6) & 1) != 0)
        return false;
    const std::uint16_t type = read16(bytes, 12);
    if (isEtherType(type))
        return !nameOf(etherTypeNames, type).empty();
    return type <= maximumLength && bytes.size() >= headerSize + 2 && byteAt(bytes, 14) == byteAt(bytes, 15) && byteAt(bytes, 14) != 0;
}

inline const Protocol *frameOrNothing(Bytes bytes)
{
    return looksLikeEthernet(bytes) ? &protocols::ethernet : nullptr;
}

} // namespace vethscope
