#include "tests/fuzz/fuzz.h"
#include "tests/fuzz/walk.h"

#include <array>
#include <vector>

// pcapng behind a section header that is always sound, so that no input is spent on finding one.

namespace vethscope::fuzz {

void run(Bytes input)
{
    static constexpr std::array<unsigned char, 28> section{0x0a, 0x0d, 0x0d, 0x0a, 28,   0,    0,    0,    0x4d, 0x3c, 0x2b, 0x1a, 1,  0,
                                                           0,    0,    0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 28,   0,    0,  0};
    const Bytes begin = std::as_bytes(std::span(section));
    std::vector<std::byte> file(begin.begin(), begin.end());
    file.insert(file.end(), input.begin(), input.end());
    walk(file);
    walk(input);
}

} // namespace vethscope::fuzz
