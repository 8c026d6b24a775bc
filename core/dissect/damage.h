#pragma once

#include "core/sentence/sentence.h"

#include <cstdint>

namespace vethscope {

/// Why a header could not be read. A header that ends too early has no sentence: the driver knows
/// whether the capture or an enclosing length field cut it, and says which.
struct Damage {
    Sentence message{};
    std::uint32_t readable = 0; // bits in front of what is wrong; the rows of the table within them still hold
    std::uint64_t needed = 0;   // bytes of a header that ends too early
    std::uint64_t available = 0;

    /// `needed` bytes belong to the header, only `available` are there.
    static Damage tooShort(std::uint64_t needed, std::uint64_t available) { return {{}, 0, needed, available}; }

    bool isTooShort() const { return message.empty(); }
};

} // namespace vethscope
