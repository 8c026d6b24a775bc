#pragma once

#include "core/journey/content.h"

#include <string>
#include <string_view>

namespace vethscope::journey {

/// A protocol above IP: as scripts have it, and as people write it.
struct ProtocolName {
    std::uint8_t number = 0;
    std::string_view word{}, written{};
};
/// Null where it has only its number.
const ProtocolName *protocolNameOf(std::uint8_t protocol);

/// `TCP`, `protocol 50`.
std::string protocolText(std::uint8_t protocol);
/// `10.244.0.60:38654`, with its port where it has one.
std::string sourceText(const Tuple &tuple);
std::string destinationText(const Tuple &tuple);

} // namespace vethscope::journey
