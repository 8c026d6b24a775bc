#include "core/path/timetolive.h"

#include "core/kernel/setting.h"

#include <charconv>

namespace vethscope::path {

Traced<std::optional<std::uint8_t>> defaultTimeToLive(const Place &place, bool v6)
{
    const auto set = kernel::setting(*place.net, v6 ? "net.ipv6.conf.all.hop_limit" : "net.ipv4.ip_default_ttl");
    Traced<std::optional<std::uint8_t>> traced{std::uint8_t{64}, {Origin::Kind::Constant, {}, {}, {}, {}}, {}, {}};
    if (set.isFound()) {
        traced.value = static_cast<std::uint8_t>(*set);
        traced.evidence = set.evidence;
    }
    return traced;
}

namespace {

Traced<std::optional<std::uint8_t>> copied(const IpHeader &inner)
{
    Traced<std::optional<std::uint8_t>> traced = inner.timeToLive;
    traced.origin.kind = Origin::Kind::Copied;
    return traced;
}

} // namespace

Traced<std::optional<std::uint8_t>> tunnelTimeToLive(const Place &place, const NetworkInterface &device, const IpHeader &inner, bool outerIsV6)
{
    const bool isIpInIp = device.kind == LinkKind::Ipip || device.kind == LinkKind::Gre;
    const Known<std::string> *const told = device.tunnel && device.tunnel->timeToLive ? &device.tunnel->timeToLive : nullptr;
    unsigned number = 0;
    if (told && std::from_chars((**told).data(), (**told).data() + (**told).size(), number).ec == std::errc() && number > 0 && number < 256)
        return {static_cast<std::uint8_t>(number), {Origin::Kind::Device, place.node, device.name, place.pod, {}}, {told->evidence()}, {}};
    if (!isIpInIp && !(told && **told == "inherit"))
        return defaultTimeToLive(place, outerIsV6);
    Traced<std::optional<std::uint8_t>> traced = copied(inner);
    if (!isIpInIp) // where it is not what such a device does by itself
        traced.evidence = {told->evidence()};
    return traced;
}

} // namespace vethscope::path
