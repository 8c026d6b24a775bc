#include "core/path/disposition.h"

#include <array>

namespace vethscope::path {

std::string_view nameOf(Disposition disposition)
{
    constexpr auto names = std::to_array<std::string_view>({
        "delivered", "exits-cluster", "facts-missing", "no-route", "blackhole", "unreachable", "prohibited", "neighbour-failed", "no-fdb-entry",
        "vni-unknown", "port-mismatch", "wrong-tunnel-mac", "filtered", "rp-filter", "forwarding-off", "device-down", "ttl-exceeded", "loop",
        "too-big", "stale-translation", "no-endpoints", "hairpin-off", "answer-untranslated", "tunnel-device-missing", "martian",
        "leaves-cluster", "duplicate-address",
    });
    return names[static_cast<std::size_t>(disposition)];
}

std::string_view nameOf(Verdict verdict)
{
    return verdict == Verdict::Delivered ? "delivered" : verdict == Verdict::Dropped ? "dropped" : "unknown";
}

Verdict verdictOf(Disposition disposition)
{
    switch (disposition) {
    case Disposition::Delivered:
    case Disposition::ExitsCluster: return Verdict::Delivered;
    case Disposition::FactsMissing: return Verdict::Unknown;
    default: return Verdict::Dropped;
    }
}

} // namespace vethscope::path
