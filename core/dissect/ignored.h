#pragma once

#include "core/dissect/frame.h"

namespace vethscope {

/// The link type of a frame that the user wants nobody to look into; no file can have it. Such a frame has no headers.
inline constexpr std::uint32_t ignoredLink = 0xFFFF'FFFF;

inline bool isIgnored(const Frame &frame)
{
    return frame.linkType == ignoredLink;
}

} // namespace vethscope
