#include "core/snapshot/dsfield.h"

#include "core/snapshot/words.h"

#include <algorithm>
#include <array>

namespace vethscope {
namespace {

struct NamedOctet {
    std::string_view name;
    std::uint8_t octet;
};

constexpr auto octetNames = std::to_array<NamedOctet>({
    {"default", 0x00}, {"CS1", 0x20},  {"CS2", 0x40},  {"CS3", 0x60},  {"CS4", 0x80},  {"CS5", 0xa0},  {"CS6", 0xc0},  {"CS7", 0xe0},
    {"AF11", 0x28},    {"AF12", 0x30}, {"AF13", 0x38}, {"AF21", 0x48}, {"AF22", 0x50}, {"AF23", 0x58}, {"AF31", 0x68}, {"AF32", 0x70},
    {"AF33", 0x78},    {"AF41", 0x88}, {"AF42", 0x90}, {"AF43", 0x98}, {"EF", 0xb8},
});

} // namespace

std::optional<std::uint8_t> dsfieldOf(std::string_view text)
{
    const auto named = std::ranges::find(octetNames, text, &NamedOctet::name);
    return named != octetNames.end() ? std::optional(named->octet) : hexOrDecimal<std::uint8_t>(text);
}

} // namespace vethscope
