#pragma once

#include "ui/windows/windowkind.h"

#include <span>

namespace vethscope {

/// The windows beside the main one, in the order in which menus list them.
std::span<const WindowKind> windowKinds();

} // namespace vethscope
