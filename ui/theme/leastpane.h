#pragma once

namespace vethscope {

/// Pixels below which no pane that can be scrolled is squeezed: all of them together, with every bar, fit a screen of 1024×768.
constexpr int leastPane = 44;

} // namespace vethscope
