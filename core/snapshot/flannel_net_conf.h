#pragma once

#include "core/snapshot/jsonrecord.h"

namespace vethscope {

/// The pod network and the backend that flannel is configured with. A backend without a type is flannel's oldest, udp.
void addFlannelPool(const JsonRecord &conf, const Evidence &evidence);

} // namespace vethscope
