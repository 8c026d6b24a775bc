#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace vethscope::kernel {

/// The protocol that a rule names as `ip` prints it: a name of /etc/protocols, or its number. Nothing for another name.
std::optional<std::uint8_t> protocolNumber(std::string_view name);

} // namespace vethscope::kernel
