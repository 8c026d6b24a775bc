#include "core/capture/capturepoint.h"

#include <algorithm>
#include <array>

namespace vethscope {
namespace {

// How the kernel and the network plugins begin the names of their devices, and what may follow.
struct DevicePattern {
    std::string_view prefix;
    std::string_view rest;
};

constexpr std::string_view hexadecimal = "0123456789abcdef";
constexpr std::string_view numeric = "0123456789.";

constexpr auto devicePatterns = std::to_array<DevicePattern>({
    {"eth", numeric}, {"en", "0123456789opsxfdnabce"}, {"bond", numeric}, {"wl", "0123456789anpsxf"}, {"veth", hexadecimal},
    {"cali", hexadecimal}, {"cni", numeric}, {"flannel", "0123456789.-v"}, {"vxlan", numeric}, {"vxlan.calico", ""}, {"vxlan-v6.calico", ""},
    {"tunl", numeric}, {"docker", numeric}, {"br-", hexadecimal}, {"br", numeric}, {"virbr", numeric}, {"lo", numeric}, {"any", ""},
    {"tun", numeric}, {"tap", hexadecimal}, {"dummy", numeric}, {"geneve", numeric}, {"gre", numeric}, {"wg", numeric},
    {"kube-ipvs", numeric}, {"nodelocaldns", ""}, {"lxc", hexadecimal}, {"cilium_vxlan", ""}, {"cilium_host", ""}, {"cilium_net", ""},
});

bool looksLikeDevice(std::string_view name)
{
    return std::ranges::any_of(devicePatterns, [&](const DevicePattern &pattern) {
        return name.starts_with(pattern.prefix) && name.find_first_not_of(pattern.rest, pattern.prefix.size()) == name.npos;
    });
}

std::string_view withoutEnding(std::string_view name)
{
    name.remove_prefix(name.find_last_of('/') == name.npos ? 0 : name.find_last_of('/') + 1);
    for (std::string_view ending : {".gz", ".zst", ".lz4", ".xz", ".pcapng", ".pcap", ".cap", ".dmp"})
        if (name.ends_with(ending))
            name.remove_suffix(ending.size());
    return name;
}

// 20261125-122238: when a capture began, as its file may be called, and no node.
bool isTime(std::string_view name)
{
    return name.size() >= 8 && name.find_first_not_of("0123456789-") == name.npos;
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
            return {std::string(isTime(stem.substr(0, i)) ? std::string_view() : stem.substr(0, i)), std::string(device)};
    }
    return {{}, std::string(interfaceName)};
}

CaptureArgument captureArgument(const std::string &text)
{
    std::error_code error;
    const std::size_t equals = text.find('=');
    if (equals == text.npos || std::filesystem::exists(text, error))
        return {std::nullopt, text};
    const std::string point = text.substr(0, equals), file = text.substr(equals + 1);
    const std::size_t colon = point.rfind(':');
    if (colon == point.npos || colon == 0 || colon + 1 == point.size() || file.empty())
        return {std::nullopt, text};
    return {CapturePoint{point.substr(0, colon), point.substr(colon + 1)}, file};
}

} // namespace vethscope
