#include "core/journey/carrier.h"

#include "core/bytes/fnv1a.h"

namespace vethscope::journey {

std::optional<std::uint64_t> firstBytes(const Carrier &carrier, std::size_t most)
{
    const std::size_t wanted = std::min(most, carrier.payloadLength);
    if (carrier.payload.size() < wanted)
        return std::nullopt;
    Fnv1a hash;
    hash.addNumber(carrier.payloadLength);
    hash.add(carrier.payload.first(wanted));
    return hash.value();
}

} // namespace vethscope::journey
