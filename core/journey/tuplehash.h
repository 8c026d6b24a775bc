#pragma once

#include "core/bytes/mixinghash.h"
#include "core/journey/content.h"

#include <array>
#include <bit>
#include <cstdint>

namespace vethscope::journey {

using AddressWords = std::array<std::uint64_t, 2>;

inline AddressWords wordsOf(const IpAddress &address)
{
    return std::bit_cast<AddressWords>(address.bytes());
}

/// All of a tuple but its addresses.
inline std::uint64_t endsOf(const Tuple &tuple)
{
    return std::uint64_t{tuple.sourcePort} << 32 | std::uint64_t{tuple.destinationPort} << 16 | std::uint64_t{tuple.protocol} << 1 | std::uint64_t{tuple.source.isV6()};
}

/// Well mixed.
inline std::uint64_t hashOfTuple(const Tuple &tuple)
{
    const AddressWords source = wordsOf(tuple.source), destination = wordsOf(tuple.destination);
    MixingHash hash{endsOf(tuple), source[0] ^ std::rotl(destination[0], 32)};
    if (tuple.source.isV6())
        hash.add(source[1] ^ std::rotl(destination[1], 32));
    return hash.value();
}

} // namespace vethscope::journey
