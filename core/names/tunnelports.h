#pragma once

#include "core/cluster/cluster.h"
#include "core/protocols/decodeas.h"

#include <vector>

namespace vethscope {

/// The UDP ports that `ip -d link` shows for tunnels and that the registry reads as something else, each once: a VXLAN on 8473.
std::vector<DecodeRule> learntTunnelPorts(const Cluster &cluster, const Registry &registry);

} // namespace vethscope
