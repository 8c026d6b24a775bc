#pragma once

#include "core/bytes/bytes.h"

#include <bit>
#include <cstring>

namespace vethscope {

/// Reads a number in a file's own byte order; the caller knows that the bytes are there.
template <typename T>
T readOrdered(Bytes bytes, std::size_t offset, bool bigEndian)
{
    T value;
    std::memcpy(&value, bytes.data() + offset, sizeof value);
    if (bigEndian != (std::endian::native == std::endian::big)) {
        if constexpr (sizeof(T) == 2)
            value = static_cast<T>(__builtin_bswap16(value));
        else if constexpr (sizeof(T) == 4)
            value = static_cast<T>(__builtin_bswap32(value));
        else
            value = static_cast<T>(__builtin_bswap64(value));
    }
    return value;
}

} // namespace vethscope
