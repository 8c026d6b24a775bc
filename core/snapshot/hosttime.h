#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace vethscope {

/// The moment that a line of `date` tells, in nanoseconds since 1970: `Mon Nov 23 13:40:29 UTC 2026`, `Mon 23 Nov 2026 01:40:29 PM CST`,
/// `2026年 11月 23日 星期一 13:40:29 CST`, ISO 8601, seconds since 1970. Zones that are known by their letters are UTC, GMT, CST (China's,
/// as the program's users mean it), CET, CEST, JST; one that is not known counts as UTC.
std::optional<std::int64_t> hostTime(std::string_view text);

} // namespace vethscope
