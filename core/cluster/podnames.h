#pragma once

#include <string_view>

namespace vethscope {

/// Whether no pod is called so: a container runtime made the name up for a namespace (`cni-8f2c…`, or a container's id), or it is the number
/// of a process in it (`pid 4711`, `4711`).
bool isRuntimesName(std::string_view name);

} // namespace vethscope
