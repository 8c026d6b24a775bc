#pragma once

#include "ui/models/belonging.h"

#include <cstdint>
#include <optional>

namespace vethscope {

struct TreeNode;

/// Another packet, named by its number, and what it is to the one that names it.
struct PacketLink {
    std::uint32_t number;
    Belonging relation;
};

/// The packet that a row of a tree points to, as `This is an ACK to the segment in frame: 12` does; nothing for other rows.
std::optional<PacketLink> linkOf(const TreeNode &node);

} // namespace vethscope
