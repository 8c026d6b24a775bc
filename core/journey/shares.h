#pragma once

#include "core/journey/glimpse.h"
#include "core/journey/pieces.h"
#include "core/threads/parts.h"
#include "core/threads/perthread.h"

#include <array>
#include <cstdint>
#include <memory>
#include <mutex>
#include <span>
#include <utility>
#include <vector>

namespace vethscope::journey {

/// Glimpses divided so that all of one number are in one share, in no order: shares are then looked at on all cores. A share fits the
/// processor's cache as far as numbers allow that.
class Shares
{
    // Some glimpses, in one piece of memory.
    struct Piece {
        static constexpr std::size_t room = (Pieces::size - 8) / sizeof(Glimpse);

        std::uint32_t count;
        std::uint32_t writer; // who filled it
        std::array<Glimpse, room> glimpses;

        std::span<Glimpse> all() { return std::span(glimpses).first(count); }
    };
    static_assert(sizeof(Piece) <= Pieces::size);

public:
    /// Where one thread puts what it has, which is there when this goes; the shares stay where they are meanwhile.
    class Writer
    {
    public:
        std::uint32_t id() const { return m_id; }
        /// `number` is well mixed.
        void add(std::uint64_t number, const Glimpse &one)
        {
            const std::size_t share = number & (m_open.size() - 1);
            Open &open = m_open[share];
            if (open.count == Piece::room)
                open = {&m_shares->begin(share, m_id), 0};
            open.piece->glimpses[open.count++] = one;
        }
        Writer(Writer &&) = default;
        Writer &operator=(Writer &&) = delete;
        /// What it has written is there then.
        ~Writer()
        {
            for (const Open &open : m_open)
                if (open.piece)
                    open.piece->count = open.count;
        }

    private:
        friend class Shares;
        // How many glimpses a piece has is known here, not there, while they become more.
        struct Open {
            Piece *piece = nullptr;
            std::uint32_t count = Piece::room;
        };

        Writer(Shares &shares, std::uint32_t id) : m_shares(&shares), m_id(id), m_open(shares.size()) {}

        Shares *m_shares;
        std::uint32_t m_id;
        std::vector<Open> m_open; // of each share
    };

    /// For about so many glimpses.
    Shares(std::size_t glimpses, std::shared_ptr<Pieces> pieces);

    /// For the calling thread; writers are counted from 0 on.
    Writer writer();
    /// What each writer calls a tuple has that number.
    void setNumbers(std::vector<std::vector<std::uint32_t>> numbers) { m_numbers = std::move(numbers); }
    /// Gives the tuples in a share those numbers: once, before anyone reads it.
    void number(std::size_t share);

    /// The same by other numbers, `numberOf` a glimpse, which is asked from any thread.
    template <typename NumberOf>
    void divideAgain(NumberOf numberOf)
    {
        Shares divided(m_glimpses, m_pieces);
        PerThread<Writer> writers;
        forEachPart(size(), [&](std::size_t share) {
            Writer &writer = writers.own([&] { return divided.writer(); });
            for (Piece *const piece : m_shares[share]) {
                for (const Glimpse &one : piece->all())
                    writer.add(numberOf(one), one);
                m_pieces->giveBack(piece);
            }
        });
        m_shares = std::move(divided.m_shares);
    }

    std::size_t size() const { return m_shares.size(); }
    std::size_t glimpses() const { return m_glimpses; }
    std::size_t glimpsesIn(std::size_t share) const;
    template <typename Work>
    void forEachIn(std::size_t share, Work work) const
    {
        for (Piece *const piece : m_shares[share])
            for (Glimpse &one : piece->all())
                work(one);
    }
    /// All of one, in the place of what `glimpses` has; its memory is given back then.
    void take(std::size_t share, std::vector<Glimpse> &glimpses);

private:
    Piece &begin(std::size_t share, std::uint32_t writer);

    std::size_t m_glimpses;
    std::shared_ptr<Pieces> m_pieces;
    std::vector<std::vector<Piece *>> m_shares;
    std::vector<std::vector<std::uint32_t>> m_numbers;
    std::unique_ptr<std::mutex> m_beginning = std::make_unique<std::mutex>();
    std::uint32_t m_writers = 0;
};

} // namespace vethscope::journey
