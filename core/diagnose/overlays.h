#pragma once

#include "core/diagnose/case.h"

#include <cstddef>
#include <vector>

namespace vethscope::diagnose {

/// A tunnel device of a node.
struct TunnelEnd {
    std::size_t node = 0;
    const NetworkInterface *device = nullptr;
};

/// VXLAN devices that nodes reach each other by, one list an overlay, each in the nodes' order. Two overlays that meet by chance on a node
/// (another name, VNI and port) are two.
std::vector<std::vector<TunnelEnd>> vxlanOverlays(const Case &about);

} // namespace vethscope::diagnose
