#pragma once

#include "core/address/address.h"

#include <algorithm>
#include <array>
#include <cstdint>

namespace vethscope::diagnose {

/// Whether many devices have it and nothing is wrong with that: Calico's on its veths, VRRP's (RFC 9568, section 7.3).
inline bool isSharedByDesign(const MacAddress &mac)
{
    constexpr std::array<std::uint8_t, 6> calico{0xee, 0xee, 0xee, 0xee, 0xee, 0xee};
    constexpr std::array<std::uint8_t, 5> vrrp4{0x00, 0x00, 0x5e, 0x00, 0x01}, vrrp6{0x00, 0x00, 0x5e, 0x00, 0x02};
    const auto begins = [&](const std::array<std::uint8_t, 5> &prefix) { return std::equal(prefix.begin(), prefix.end(), mac.bytes().begin()); };
    return mac.isZero() || mac.isGroup() || mac.bytes() == calico || begins(vrrp4) || begins(vrrp6);
}

} // namespace vethscope::diagnose
