#pragma once

#include "core/capture/capturepoint.h"

#include <cstdint>
#include <filesystem>
#include <vector>

namespace vethscope::bench {

/// Writes what a pod's veth and the node's flannel.1 saw of that many frames of the sample flannel-vxlan, a pcap each, in which much is wrong at once: DNS questions
/// with and without answer, many connections to a service with answers that are reset, segments sent again, frames that only the veth saw, ARP in vain and
/// something else on the tunnel's port.
std::vector<CaptureArgument> writeTroubles(const std::filesystem::path &folder, std::uint32_t frames);

} // namespace vethscope::bench
