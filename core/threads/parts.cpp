#include "core/threads/parts.h"

#include <algorithm>
#include <atomic>
#include <thread>
#include <vector>

namespace vethscope {

void forEachPart(std::size_t count, const std::function<void(std::size_t part)> &work)
{
    std::atomic<std::size_t> next = 0;
    const auto takeParts = [&] {
        for (std::size_t part = next++; part < count; part = next++)
            work(part);
    };
    const std::size_t threads = std::min<std::size_t>(count, std::max(1u, std::thread::hardware_concurrency()));
    std::vector<std::jthread> others;
    while (others.size() + 1 < threads)
        others.emplace_back(takeParts);
    takeParts();
}

} // namespace vethscope
