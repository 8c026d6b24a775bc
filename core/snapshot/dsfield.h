#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace vethscope {

/// The octet that iproute2 prints for `tos`: a number, or a name of its rt_dsfield (RFC 2474, RFC 2597, RFC 3246).
std::optional<std::uint8_t> dsfieldOf(std::string_view text);

} // namespace vethscope
