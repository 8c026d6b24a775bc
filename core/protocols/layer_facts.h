#pragma once

#include "core/dissect/details.h"
#include "core/dissect/facts.h"
#include "core/dissect/layerview.h"

#include <algorithm>

namespace vethscope {

/// What is known of one header beside its bytes, for whoever writes a line of it: in memory that is used again, since this runs for every
/// row that is painted or printed. One at a time on a thread.
class LayerFacts
{
public:
    explicit LayerFacts(const LayerView &view)
    {
        rows().clear();
        if (view.frame().facts)
            view.frame().facts->add(view, rows());
    }

    bool has(const Field &field) const { return find(field); }
    std::uint64_t number(const Field &field, std::uint64_t otherwise = 0) const
    {
        const Item *item = find(field);
        return item ? item->value.number : otherwise;
    }

private:
    static Details &rows()
    {
        static thread_local Details kept;
        return kept;
    }

    static const Item *find(const Field &field)
    {
        const auto found = std::ranges::find(rows().items, &field, &Item::field);
        return found == rows().items.end() ? nullptr : &*found;
    }
};

} // namespace vethscope
