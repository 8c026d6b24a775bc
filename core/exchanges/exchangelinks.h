#pragma once

#include "core/bytes/appendonly.h"
#include "core/exchanges/exchange.h"

#include <cstdint>
#include <optional>

namespace vethscope {

/// Which messages of one protocol belong together: eight bytes each. One thread adds them, in the order of rows; any thread reads.
class ExchangeLinks
{
public:
    /// What a message is, and the place of the other one: of a request without a response its copy before it, or its own.
    struct Link {
        Exchanged::Kind kind = Exchanged::Alone;
        std::uint32_t other = 0;

        bool isOpen() const { return kind == Exchanged::Alone || kind == Exchanged::Copied; }
    };

    /// Another message, by itself so far; its place.
    std::uint32_t add(std::uint32_t row);
    /// The one at `place` turns out to be that.
    void link(std::uint32_t place, Exchanged::Kind kind, std::uint32_t other);

    std::uint32_t row(std::uint32_t place) const { return m_records[place].row; }
    Link operator[](std::uint32_t place) const;
    /// The place of the `nth` message (0 is the outermost) of a row; nothing where there is none.
    std::optional<std::uint32_t> find(std::uint32_t row, std::size_t nth) const;

    /// Heap bytes in use.
    std::size_t memory() const { return m_records.memory(); }

private:
    // How far away the other one is, in messages, and in the lowest bits the kind.
    struct Record {
        std::uint32_t row;
        mutable std::uint32_t link;
    };

    AppendOnly<Record, 4096> m_records;
};

} // namespace vethscope
