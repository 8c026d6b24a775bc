#pragma once

#include "core/journey/glimpse.h"

#include <array>
#include <cstdint>
#include <mutex>
#include <span>
#include <vector>

namespace vethscope::journey {

/// Some glimpses, in two pages of memory.
struct Piece {
    static constexpr std::size_t room = 292;

    std::uint32_t count;
    std::uint32_t writer; // who filled it
    std::array<Glimpse, room> glimpses;

    std::span<Glimpse> all() { return std::span(glimpses).first(count); }
};
static_assert(sizeof(Piece) <= 8192);

/// The memory of millions of glimpses, of which what is given back is used again. From any thread.
class Pieces
{
public:
    Pieces() = default;
    Pieces(const Pieces &) = delete;
    Pieces &operator=(const Pieces &) = delete;
    ~Pieces();

    /// An empty one, valid until it is given back.
    Piece *take(std::uint32_t writer);
    void giveBack(Piece *piece);
    /// The same, for nobody else: the system has its memory back.
    void discard(Piece *piece);

private:
    void addBlock();

    std::mutex m_mutex;
    std::vector<void *> m_blocks;
    std::vector<Piece *> m_free;
};

} // namespace vethscope::journey
