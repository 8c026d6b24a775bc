#pragma once

#include "core/snapshot/importer.h"

#include <atomic>
#include <thread>

namespace vethscope {

/// A watch that several threads may ask. It belongs to the thread that made it, and is really asked on that one alone; the others learn
/// what it said last. Once it said no, that holds.
class SharedWatch
{
public:
    SharedWatch(LineWatch watch, std::uint32_t lines) : m_watch(std::move(watch)), m_lines(lines) { }

    /// Whether to go on with this line. The watch is not asked again within so many lines.
    bool isWanted(std::uint32_t line, std::uint32_t linesBetween = 0);

private:
    LineWatch m_watch;
    std::uint32_t m_lines;
    std::thread::id m_owner = std::this_thread::get_id();
    std::uint32_t m_asked = 0; // the last line that was asked about
    std::atomic<bool> m_wanted = true;
};

} // namespace vethscope
