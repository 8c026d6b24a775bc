#include "tests/bench/traffic.h"

#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <string>

// generate FILE PACKETS: writes a pcap of that many packets of the mix, the same for the same number.

namespace {

void put32(std::string &out, std::uint32_t value)
{
    out.append(reinterpret_cast<const char *>(&value), sizeof value);
}

} // namespace

int main(int argc, char **argv)
{
    if (argc != 3) {
        std::fprintf(stderr, "usage: generate FILE PACKETS\n");
        return 2;
    }
    const long long packets = std::atoll(argv[2]);
    std::FILE *file = std::fopen(argv[1], "wb");
    if (!file) {
        std::perror(argv[1]);
        return 3;
    }
    auto mix = vethscope::bench::mixOfTraffic();
    vethscope::bench::Connections connections;
    std::string out;
    for (const std::uint32_t word : {0xa1b2c3d4u, 0x00040002u, 0u, 0u, 262144u, 1u})
        put32(out, word);
    std::uint32_t random = 1;
    for (long long i = 0; i < packets; ++i) {
        random = random * 1664525u + 1013904223u; // Numerical Recipes' generator: the mix only has to vary
        auto &frame = mix[(random >> 16) % mix.size()];
        for (const std::size_t at : frame.sourceAt)
            frame.bytes[at] = static_cast<std::uint8_t>(random >> 8 & 0x3f);
        for (const std::size_t at : frame.destinationAt)
            frame.bytes[at] = static_cast<std::uint8_t>(random >> 24 & 0x3f);
        connections.number(frame);
        const auto size = static_cast<std::uint32_t>(frame.bytes.size());
        put32(out, static_cast<std::uint32_t>(1'700'000'000 + i / 50'000));
        put32(out, static_cast<std::uint32_t>(i % 50'000 * 20));
        put32(out, size);
        put32(out, size);
        out.append(reinterpret_cast<const char *>(frame.bytes.data()), size);
        if (out.size() > (1u << 22)) {
            std::fwrite(out.data(), 1, out.size(), file);
            out.clear();
        }
    }
    std::fwrite(out.data(), 1, out.size(), file);
    return std::fclose(file) == 0 ? 0 : 3;
}
