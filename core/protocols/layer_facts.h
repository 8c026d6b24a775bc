#pragma once

#include "core/dissect/details.h"
#include "core/dissect/facts.h"
#include "core/dissect/layerview.h"

#include <algorithm>
#include <optional>
#include <span>

namespace vethscope {

/// What is known of one header beside its bytes, for whoever writes a line of it: in memory that is used again, since this runs for every
/// row that is painted or printed. One at a time on a thread.
class LayerFacts
{
public:
    explicit LayerFacts(const LayerView &view) : m_rows(kept())
    {
        if (m_rows.isOf(view))
            return;
        m_rows.details.clear();
        if (view.frame().facts)
            view.frame().facts->add(view, m_rows.details);
        m_rows.layer = m_rows.isShared ? std::optional(view.index()) : std::nullopt;
    }

    /// While it lives, all that is asked on this thread is asked of one packet: who asks again of the same header is told the same.
    class OfOnePacket
    {
    public:
        OfOnePacket() { kept().isShared = true; }
        ~OfOnePacket()
        {
            kept().isShared = false;
            kept().layer.reset();
        }
        OfOnePacket(const OfOnePacket &) = delete;
        OfOnePacket &operator=(const OfOnePacket &) = delete;
    };

    std::span<const Item> items() const { return m_rows.details.items; }
    bool has(const Field &field) const { return find(field); }
    std::uint64_t number(const Field &field, std::uint64_t otherwise = 0) const
    {
        const Item *item = find(field);
        return item ? item->value.number : otherwise;
    }

private:
    struct Kept {
        Details details;
        std::optional<std::size_t> layer; // whose they are
        bool isShared = false;

        bool isOf(const LayerView &view) const { return isShared && layer == view.index(); }
    };
    static Kept &kept()
    {
        static thread_local Kept rows;
        return rows;
    }

    const Item *find(const Field &field) const
    {
        const auto found = std::ranges::find(m_rows.details.items, &field, &Item::field);
        return found == m_rows.details.items.end() ? nullptr : &*found;
    }

    Kept &m_rows;
};

} // namespace vethscope
