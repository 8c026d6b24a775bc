#pragma once

#include "core/journey/packet.h"
#include "core/journey/pieces.h"
#include "core/journey/storedhop.h"

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <deque>
#include <memory>
#include <mutex>
#include <span>
#include <vector>

namespace vethscope::journey {

/// Journeys as they are made, in no order, divided by their first rows: each range of rows is put in order by itself then. They stand in
/// pieces of the memory that is left by what they are made of.
class Drafts
{
public:
    /// What stands before the hops of a journey; behind these stand the rows of those that have several, with their number before them.
    struct Head {
        std::uint32_t row = 0; // its first one; each row is in one journey
        std::uint32_t flow = 0;
        std::uint32_t hops = 0;
        std::uint32_t several = 0; // words behind the hops; the rows of such hops are places among them

        std::size_t size() const { return sizeof(Head) + hops * sizeof(StoredHop) + several * sizeof(std::uint32_t); }
    };

    /// Where one thread puts what it has made.
    class Writer
    {
    public:
        explicit Writer(Drafts &drafts) : m_drafts(drafts), m_open(drafts.ranges()), m_ranges(drafts.ranges()) {}
        void add(std::uint32_t flow, std::span<const SeenHop> hops);
        void add(std::uint32_t flow, const Packet &packet);

    private:
        friend class Drafts;
        // What is written to in a range, and how much was.
        struct Open {
            std::byte *at = nullptr, *end = nullptr;
            StoredRoom room{};
        };
        struct Range {
            std::vector<std::span<std::byte>> pieces{}; // of the last one less is used
            std::vector<std::vector<std::byte>> longOnes{}; // for which a piece has no room
        };

        std::byte *begin(const Head &head);
        std::byte *beginPiece(std::size_t range, std::size_t size);

        Drafts &m_drafts;
        std::vector<Open> m_open; // of each range
        std::vector<Range> m_ranges;
    };

    /// Of so many rows.
    Drafts(std::size_t rows, std::shared_ptr<Pieces> pieces);

    std::size_t ranges() const { return m_rows / m_rowsOfRange + 1; }
    std::size_t rowsOfRange() const { return m_rowsOfRange; }
    /// A new one; it stays where it is.
    Writer &writer();
    StoredRoom roomOf(std::size_t range) const;
    /// Calls `work` with the head of each draft of a range, and where that stands.
    template <typename Work>
    void forEachIn(std::size_t range, Work work) const
    {
        for (const Writer &writer : m_writers) {
            const auto &pieces = writer.m_ranges[range].pieces;
            for (const std::span<std::byte> &piece : pieces)
                forEachAmong(&piece != &pieces.back() ? piece : std::span(piece.data(), writer.m_open[range].at), work);
            for (const std::vector<std::byte> &one : writer.m_ranges[range].longOnes)
                forEachAmong(one, work);
        }
    }
    static Head headAt(const std::byte *place)
    {
        Head head;
        std::memcpy(&head, place, sizeof head);
        return head;
    }

private:
    template <typename Work>
    static void forEachAmong(std::span<const std::byte> bytes, Work work)
    {
        while (!bytes.empty()) {
            const Head head = headAt(bytes.data());
            work(head, bytes.data());
            bytes = bytes.subspan(head.size());
        }
    }

    std::size_t m_rows, m_rowsOfRange;
    std::shared_ptr<Pieces> m_pieces;
    std::mutex m_adding;
    std::deque<Writer> m_writers;
};

} // namespace vethscope::journey
