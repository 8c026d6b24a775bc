#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace vethscope {

/// A length of time as people write it, in nanoseconds: `0.25`, `-3`, `+01:30` (minutes and seconds), `-01:00:00.5`. At most nine decimals.
std::optional<std::int64_t> readTimeAmount(std::string_view text);

} // namespace vethscope
