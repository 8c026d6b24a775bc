#include "tests/fuzz/fuzz.h"

#include <cstdio>
#include <cstdlib>

#include <fmt/format.h>

namespace vethscope::fuzz {

void broken(const std::string &promise)
{
    std::string text; // whatever bytes it quotes
    for (const char byte : promise)
        text += byte >= ' ' && byte <= '~' ? std::string(1, byte) : fmt::format("\\x{:02x}", static_cast<unsigned char>(byte));
    std::fprintf(stderr, "Broken promise: %s\n", text.c_str());
    std::abort();
}

} // namespace vethscope::fuzz

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    vethscope::fuzz::run(std::as_bytes(std::span(data, size)));
    return 0;
}
