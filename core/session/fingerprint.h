#pragma once

#include <filesystem>
#include <string>

namespace vethscope {

/// Sixteen digits that tell a file from another one of its size: of its size, its first and its last 64 KiB. Tells a file that was
/// exchanged or recorded anew, not one that somebody has changed in the middle on purpose. Empty when it cannot be read.
std::string fingerprintOf(const std::filesystem::path &file);

} // namespace vethscope
