#pragma once

#include "core/sentence/sentence.h"

#include <expected>

namespace vethscope {

/// Why something could not be delivered: one sentence that names the thing, the place and the numbers.
struct Error {
    Sentence message;
};

template <typename T, typename E = Error>
using Result = std::expected<T, E>;

} // namespace vethscope
