#pragma once

#include <cstddef>
#include <mutex>
#include <vector>

namespace vethscope::journey {

/// The memory of what is kept of millions of packets while journeys are made of them, in pieces of two pages, of which what is given back is
/// used again. From any thread.
class Pieces
{
public:
    static constexpr std::size_t size = 8192; // bytes

    Pieces() = default;
    Pieces(const Pieces &) = delete;
    Pieces &operator=(const Pieces &) = delete;
    ~Pieces();

    /// Valid until it is given back.
    void *take();
    /// Where many are free already, the system has its memory back.
    void giveBack(void *piece);

private:
    void addBlock();

    std::mutex m_mutex;
    std::vector<void *> m_blocks;
    std::vector<void *> m_free;
    std::vector<void *> m_empty; // whose memory the system has
};

} // namespace vethscope::journey
