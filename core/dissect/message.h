#pragma once

#include <cstdint>
#include <string>

namespace vethscope {

/// A sentence with up to two numbers, kept apart so that it costs nothing until somebody reads it
/// and so that the window can translate it. `{}` in the text stands for a number, in order.
struct Message {
    const char *text = nullptr;
    std::uint64_t first = 0;
    std::uint64_t second = 0;

    std::string english() const;
};

/// Puts the message's numbers into `text`: its own English, or a translation of it.
std::string filled(std::string_view text, const Message &message);

/// Why a header could not be read. A header that ends too early has no text: the driver knows
/// whether the capture or an enclosing length field cut it, and says which.
struct Damage {
    Message message;
    std::uint32_t readable = 0; // bits in front of what is wrong; the rows of the table within them still hold

    /// `needed` bytes belong to the header, only `available` are there.
    static constexpr Damage tooShort(std::uint64_t needed, std::uint64_t available)
    {
        return {{nullptr, needed, available}};
    }
};

} // namespace vethscope
