#include "ui/shared/worker.h"

#include <thread>

namespace vethscope {

struct Worker::Thread {
    std::jthread thread;
};

Worker::Worker() = default;
Worker::~Worker() = default;

void Worker::run(std::function<void()> work)
{
    wait();
    m_thread = std::make_unique<Thread>(std::jthread(std::move(work)));
}

void Worker::wait()
{
    m_thread.reset();
}

} // namespace vethscope
