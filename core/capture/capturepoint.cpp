#include "core/capture/capturepoint.h"

#include <algorithm>
#include <array>
#include <cctype>

namespace vethscope {
namespace {

// How the kernel and the network plugins begin the names of their devices.
constexpr auto devicePrefixes = std::to_array<std::string_view>({
    "eth", "en", "bond", "wl", "veth", "cali", "cni", "flannel", "vxlan", "tunl", "docker", "br", "virbr", "lo", "any",
    "tun", "tap", "dummy", "geneve", "gre", "wg", "wireguard", "kube-", "nodelocaldns", "lxc", "cilium", "weave",
});

bool looksLikeDevice(std::string_view name)
{
    return std::ranges::any_of(devicePrefixes, [&](std::string_view prefix) { return name.starts_with(prefix); });
}

std::string_view withoutEnding(std::string_view name)
{
    name.remove_prefix(name.find_last_of('/') == name.npos ? 0 : name.find_last_of('/') + 1);
    for (std::string_view ending : {".gz", ".zst", ".lz4", ".xz", ".pcapng", ".pcap", ".cap", ".dmp"})
        if (name.ends_with(ending))
            name.remove_suffix(ending.size());
    return name;
}

} // namespace

CapturePoint capturePoint(std::string_view fileName, std::string_view interfaceName)
{
    std::string_view stem = withoutEnding(fileName);
    const bool pod = stem.starts_with("pod_");
    if (pod)
        stem.remove_prefix(4);
    // The interface's own name may hold dots (flannel.1), so the file says where the node's name ends
    // by what follows looking like a device.
    for (std::size_t i = 1; i + 1 < stem.size(); ++i) {
        if (stem[i] != '.' && stem[i] != '_')
            continue;
        const std::string_view device = stem.substr(i + 1);
        const bool named = interfaceName.empty() ? looksLikeDevice(device) : device == interfaceName;
        if (named)
            return {std::string(stem.substr(0, i)), std::string(device)};
    }
    return {{}, std::string(interfaceName)};
}

} // namespace vethscope
