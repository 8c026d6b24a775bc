#pragma once

#include <cstdint>
#include <optional>

namespace vethscope {

struct TreeNode;

/// The number of the packet that a row of a tree points to, as `This is an ACK to the segment in frame: 12` does; nothing for other rows.
std::optional<std::uint32_t> linkedPacket(const TreeNode &node);

} // namespace vethscope
