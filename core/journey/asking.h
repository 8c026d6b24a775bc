#pragma once

#include <atomic>
#include <cstddef>
#include <functional>
#include <thread>
#include <utility>

namespace vethscope::journey {

/// Asks whether work goes on that many threads do: on the thread that made this alone, and nobody any more once the answer was no.
class Asking
{
public:
    explicit Asking(std::function<bool(std::size_t done)> goOn) : m_goOn(std::move(goOn)) {}

    /// From any thread.
    bool goesOn(std::size_t done = 0)
    {
        if (m_goOn && std::this_thread::get_id() == m_caller && !m_isStopped && !m_goOn(done))
            m_isStopped = true;
        return !m_isStopped;
    }
    bool isStopped() const { return m_isStopped; }

private:
    std::function<bool(std::size_t)> m_goOn;
    std::thread::id m_caller = std::this_thread::get_id();
    std::atomic<bool> m_isStopped = false;
};

} // namespace vethscope::journey
