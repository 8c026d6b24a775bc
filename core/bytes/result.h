#pragma once

#include <expected>
#include <string>

namespace vethscope {

/// Why something could not be delivered: one sentence that names the thing, the place and the numbers.
struct Error {
    std::string message;
};

template <typename T, typename E = Error>
using Result = std::expected<T, E>;

} // namespace vethscope
