#include "tests/bench/limits.h"

#include <algorithm>
#include <atomic>
#include <cstring>
#include <thread>

namespace vethscope::bench {
namespace {

constexpr std::size_t fileHeader = 24;
constexpr std::size_t recordHeader = 16;
constexpr std::uint32_t headers = 128;

std::uint32_t capturedAt(Bytes file, std::size_t record)
{
    std::uint32_t captured = 0;
    std::memcpy(&captured, file.data() + record + 8, sizeof captured);
    return captured;
}

std::uint64_t sumOf(Bytes bytes)
{
    std::uint64_t sum = 0;
    std::size_t at = 0;
    for (; at + 8 <= bytes.size(); at += 8) {
        std::uint64_t word = 0;
        std::memcpy(&word, bytes.data() + at, sizeof word);
        sum += word;
    }
    for (; at < bytes.size(); ++at)
        sum += byteAt(bytes, at);
    return sum;
}

} // namespace

std::uint64_t plainWalk(Bytes file)
{
    std::uint64_t packets = 0;
    for (std::size_t at = fileHeader; at + recordHeader <= file.size(); at += recordHeader + capturedAt(file, at))
        ++packets;
    return packets;
}

std::vector<FramePlace> placesOfFrames(Bytes file)
{
    std::vector<FramePlace> places;
    for (std::size_t at = fileHeader; at + recordHeader <= file.size(); at += recordHeader + capturedAt(file, at))
        places.push_back({at + recordHeader, capturedAt(file, at)});
    return places;
}

std::uint64_t readAllHeaders(Bytes file, const std::vector<FramePlace> &places)
{
    std::atomic<std::uint64_t> total = 0;
    std::vector<std::jthread> threads;
    const std::size_t count = std::max(1u, std::thread::hardware_concurrency());
    for (std::size_t part = 0; part < count; ++part)
        threads.emplace_back([&, part] {
            std::uint64_t sum = 0;
            for (std::size_t i = places.size() * part / count; i < places.size() * (part + 1) / count; ++i)
                sum += sumOf(file.subspan(places[i].offset, std::min(places[i].size, headers)));
            total += sum;
        });
    threads.clear();
    return total;
}

} // namespace vethscope::bench
