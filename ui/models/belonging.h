#pragma once

#include <cstdint>

namespace vethscope {

/// What a packet is to the selected one.
enum class Belonging : std::uint8_t { None, Selected, Conversation, Request, Response, Acknowledged, Other };

} // namespace vethscope
