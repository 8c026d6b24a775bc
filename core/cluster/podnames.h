#pragma once

#include <string_view>

namespace vethscope {

/// Whether a container runtime made this name up for a namespace (`cni-8f2c…`, or a container's id): no pod is called so.
bool isRuntimesName(std::string_view name);

} // namespace vethscope
