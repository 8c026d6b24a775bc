#include "tests/fuzz/fuzz.h"

#include <cstdio>
#include <cstdlib>

namespace vethscope::fuzz {

void broken(const std::string &promise)
{
    std::fprintf(stderr, "Broken promise: %s\n", promise.c_str());
    std::abort();
}

} // namespace vethscope::fuzz

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    vethscope::fuzz::run(std::as_bytes(std::span(data, size)));
    return 0;
}
