#pragma once

#include <chrono>
#include <ctime>

namespace vethscope::bench {

/// What some work took: on the clock on the wall, and of all processors together.
struct Spent {
    double wall = 0; // seconds
    double processor = 0;
};

/// Starts when it is made.
class Stopwatch
{
public:
    Spent spent() const
    {
        return {std::chrono::duration<double>(std::chrono::steady_clock::now() - m_wall).count(), processorTime() - m_processor};
    }

private:
    static double processorTime()
    {
        timespec time{};
        ::clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time);
        return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_nsec) * 1e-9;
    }

    std::chrono::steady_clock::time_point m_wall = std::chrono::steady_clock::now();
    double m_processor = processorTime();
};

template <typename Work>
Spent timed(Work work)
{
    const Stopwatch watch;
    work();
    return watch.spent();
}

} // namespace vethscope::bench
