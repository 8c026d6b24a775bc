#pragma once

#include "core/bytes/bytes.h"

#include <cstddef>
#include <optional>
#include <vector>

namespace vethscope {

/// A chunked body put together, and how many bytes it took with its last line (RFC 9112, section 7.1); nothing when it is not whole.
struct ChunkedBody {
    std::vector<std::byte> bytes;
    std::size_t size = 0;
};
std::optional<ChunkedBody> readChunkedBody(Bytes bytes);

/// What gzip packed; nothing when it is damaged, or would take more memory than it is worth.
std::optional<std::vector<std::byte>> gunzipped(Bytes packed);

} // namespace vethscope
