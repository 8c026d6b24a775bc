#pragma once

#include "core/capture/captureinput.h"

namespace vethscope {

/// Whether the bytes begin as gzip, zstd, lz4 or xz do.
bool isPacked(Bytes file);

/// Unpacks while it is read, through libarchive. A damaged archive gives what came before the damage.
Result<std::unique_ptr<CaptureInput>> unpack(const std::filesystem::path &path);

} // namespace vethscope
