#include "tests/fuzz/fuzz.h"
#include "tests/fuzz/inputfile.h"

#include "core/capture/captureinput.h"

#include <chrono>
#include <thread>

// A packed file: gzip, zstd, lz4, xz, whole or damaged.

namespace vethscope::fuzz {

void run(Bytes input)
{
    const auto opened = openCaptureInput(asFile(input));
    if (!opened)
        return;
    std::size_t before = 0;
    while (!(*opened)->complete()) {
        const std::size_t now = (*opened)->bytes().size();
        promise(now >= before, "what was unpacked stays");
        before = now;
        std::this_thread::sleep_for(std::chrono::microseconds(20));
    }
    unsigned sum = 0;
    for (const std::byte byte : (*opened)->bytes())
        sum += std::to_integer<unsigned>(byte);
    [[maybe_unused]] volatile unsigned kept = sum;
    (*opened)->problem();
}

} // namespace vethscope::fuzz
