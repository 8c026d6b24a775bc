#include "core/path/origin.h"

#include <array>

namespace vethscope::path {

std::string_view nameOf(Origin::Kind kind)
{
    constexpr auto names = std::to_array<std::string_view>({
        "unknown", "interface-mac", "interface-ip", "pod-mac", "pod-ip", "neighbour", "gateway-neighbour", "link-local-gateway", "fdb",
        "tunnel-remote", "lease", "service-ip", "external", "broadcast", "multicast", "unset", "device", "constant", "copied", "application",
    });
    return names[static_cast<std::size_t>(kind)];
}

} // namespace vethscope::path
