#pragma once

#include "core/dissect/protocol.h"

#include <array>

namespace vethscope {

/// Whom IPv6 and its extension headers ask for: what means something else inside IPv6 (a tunnelled
/// packet is 4in6 here, not IP in IP) comes before what both versions carry alike.
constexpr std::array<Claim, 3> ipv6NextHeader(std::uint8_t number)
{
    return {{{Claim::Ipv6NextHeader, number}, {Claim::IpProtocol, number}}};
}

} // namespace vethscope
