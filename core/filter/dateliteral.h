#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace vethscope {

/// A day, with or without a time, as nanoseconds since 1970: `2011-07-04`, `2011-07-04 12:34:56.789`,
/// `2011-07-04T12:34Z`, `Nov 12, 1999 08:55:44.123`. Without a zone (`Z`, `UTC`, `+08:00`) it is the local one's.
std::optional<std::int64_t> readDate(std::string_view text);

} // namespace vethscope
