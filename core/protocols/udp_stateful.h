#pragma once

#include "core/dissect/field.h"

#include <array>

namespace vethscope {

/// The rows of UDP that only the datagrams before one can tell.
inline constexpr auto udpStatefulFields = std::to_array<Field>({
    varying("stream", "Stream index", Show::Decimal),
});

} // namespace vethscope
