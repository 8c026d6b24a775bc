#include "core/kernel/groupmac.h"

namespace vethscope::kernel {
namespace {

MacAddress macOf(const std::array<std::uint8_t, 6> &bytes)
{
    return *MacAddress::fromBytes(std::as_bytes(std::span(bytes)));
}

} // namespace

MacAddress multicastMac(const IpAddress &group)
{
    const auto &address = group.bytes();
    if (group.isV6())
        return macOf({0x33, 0x33, address[12], address[13], address[14], address[15]});
    return macOf({0x01, 0x00, 0x5e, static_cast<std::uint8_t>(address[1] & 0x7f), address[2], address[3]});
}

MacAddress broadcastMac()
{
    return macOf({0xff, 0xff, 0xff, 0xff, 0xff, 0xff});
}

} // namespace vethscope::kernel
