#pragma once

#include "core/capture/captureinput.h"

#include <string_view>

namespace vethscope {

/// "gzip", "zstd", "lz4", "xz": as what a file is packed, by its first bytes; six are enough. Empty where it is not.
std::string_view packingOf(Bytes file);

/// Unpacks while it is read, through libarchive. A damaged archive gives what came before the damage.
Result<std::unique_ptr<CaptureInput>> unpack(const std::filesystem::path &path);

} // namespace vethscope
