#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace vethscope {

/// Seconds with any number of decimals, as nanoseconds: `1.5`.
std::optional<std::int64_t> readSeconds(std::string_view text);

} // namespace vethscope
