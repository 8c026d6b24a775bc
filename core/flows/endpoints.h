#pragma once

#include "core/bytes/bytes.h"

#include <algorithm>
#include <array>
#include <cstdint>

namespace vethscope {

/// The two ends of a conversation, the same for packets of both directions.
struct Endpoints {
    std::array<std::byte, 16> lowAddress{}; // IPv4's in the first four bytes
    std::array<std::byte, 16> highAddress{};
    std::uint16_t lowPort = 0;
    std::uint16_t highPort = 0;
    std::uint8_t addressSize = 0;

    Bytes low() const { return Bytes(lowAddress).first(addressSize); }
    Bytes high() const { return Bytes(highAddress).first(addressSize); }

    /// Differs from process to process, so that nobody can make a capture whose conversations all collide.
    std::uint64_t hash() const;

    friend bool operator==(const Endpoints &, const Endpoints &) = default;
};

/// The ends of one packet, and which of them sent it.
struct DirectedEndpoints {
    Endpoints ends;
    bool fromLow = true; // between the same address and port nobody can tell: always true
};

/// Both addresses have the same size: 4 or 16 bytes, or the 6 of a MAC address.
DirectedEndpoints endpointsOf(Bytes source, std::uint16_t sourcePort, Bytes destination, std::uint16_t destinationPort);

} // namespace vethscope
