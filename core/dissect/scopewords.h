#pragma once

#include "core/dissect/layer.h"

#include <optional>
#include <string>
#include <string_view>

namespace vethscope {

/// "U", "T", "O", "O2" (the second tunnel's inside), "N": colour never stands alone.
std::string tagOf(Scope scope, int depth = 1);
/// "underlay", "tunnel", "overlay", "native": what scripts call it.
std::string_view nameOf(Scope scope);
/// The scope that nameOf() calls so.
std::optional<Scope> scopeCalled(std::string_view name);

} // namespace vethscope
