#pragma once

#include <cstdint>

namespace vethscope::journey {

/// What TCP segments are known by: time stamps tell nothing where any header was cut before them, or points would not agree.
enum class KnownBy : std::uint8_t { TimeStampsToo, NumbersAlone };

} // namespace vethscope::journey
