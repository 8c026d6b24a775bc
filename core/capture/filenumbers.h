#pragma once

#include "core/capture/packetstore.h"

#include <cstdint>
#include <vector>

namespace vethscope {

/// Of each row of the store the frame's number in its own file, from 1 on.
std::vector<std::uint32_t> numbersInFiles(const PacketStore &store);

} // namespace vethscope
