#include "core/dissect/layerview.h"

namespace vethscope {

// A row is there when all its bits are, and those of the group around it. Which of several rows a header has, only the
// whole of it can tell.
bool LayerView::isCutOff(const Field &field) const
{
    const std::uint32_t readable = layer().size * 8;
    if (field.present && layer().size < protocol().headerSize)
        return true;
    for (const Field &row : protocol().fields)
        if (row.group && row.place.contains(field.place) && row.place.end() > readable)
            return true;
    return field.place.end() > readable;
}

} // namespace vethscope
