#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace vethscope {

/// Seconds with any number of decimals, as nanoseconds: `1.5`.
std::optional<std::int64_t> readSeconds(std::string_view text);

/// A day, with or without a time, as nanoseconds since 1970: `2020-01-01`, `2020-01-01 10:00:00.5`,
/// `2020-01-01T10:00:00+08:00`, `Jan 1, 2020 10:00:00`. In the local zone unless `Z`, `UTC` or an offset follows.
std::optional<std::int64_t> readDate(std::string_view text);

} // namespace vethscope
