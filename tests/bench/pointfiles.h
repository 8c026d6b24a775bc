#pragma once

#include "core/capture/capturepoint.h"

#include <cstdint>
#include <filesystem>
#include <vector>

namespace vethscope::bench {

/// Writes what eight points on the way from pod to pod through VXLAN see of that many TCP segments of two thousand flows, a pcap each,
/// 5 µs apart: veth, cni0, flannel.1 and eth0 of n1, and the same of n2, 100 µs later.
std::vector<CaptureArgument> writePointFiles(const std::filesystem::path &folder, std::uint32_t packets);

} // namespace vethscope::bench
