#pragma once

#include <map>
#include <mutex>
#include <thread>

namespace vethscope {

/// One T for each thread that asks for its own, which stays where it is.
template <typename T>
class PerThread
{
public:
    /// The calling thread's; `make` makes it when it asks for the first time.
    template <typename Make>
    T &own(Make make)
    {
        const std::scoped_lock lock(m_mutex);
        const auto id = std::this_thread::get_id();
        const auto found = m_all.find(id);
        return found != m_all.end() ? found->second : m_all.emplace(id, make()).first->second;
    }
    /// When no thread asks any more.
    std::map<std::thread::id, T> &all() { return m_all; }

private:
    std::mutex m_mutex;
    std::map<std::thread::id, T> m_all;
};

} // namespace vethscope
