#pragma once

#include "core/dissect/field.h"

#include <array>

namespace vethscope {

/// The rows of HTTP that only the other messages of a connection can tell. Names and meanings are Wireshark's.
inline constexpr auto httpStatefulFields = std::to_array<Field>({
    varying("response_in", "Response in frame",  Show::Decimal),
    varying("request_in",  "Request in frame",   Show::Decimal),
    varying("time",        "Time since request", Show::Time),
});

} // namespace vethscope
