#include "core/path/timetolive.h"

#include "core/kernel/setting.h"

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

} // namespace vethscope::path
