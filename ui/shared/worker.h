#pragma once

#include <functional>
#include <memory>

namespace vethscope {

/// A thread for work that would block the window, one piece at a time. Who destroys it waits for what it is at.
class Worker
{
public:
    Worker();
    ~Worker();

    /// Begins; waits first for the end of what it did before.
    void run(std::function<void()> work);
    void wait();

private:
    struct Thread;
    std::unique_ptr<Thread> m_thread; // hidden, because moc does not understand <thread>
};

} // namespace vethscope
