#pragma once

#include "core/explain/point.h"
#include "core/explain/shownframe.h"
#include "core/path/whose.h"

namespace vethscope::explain {

/// Whose an address is by itself, whatever table gave it, and the line that says so.
struct Ownership {
    path::Origin origin{};
    EvidenceList evidence{};
};

/// Of several owners that one counts which is at the capture point.
Ownership ownershipOf(const path::Places &places, const path::Whose &whose, const ShownField &field, const Point &point);

} // namespace vethscope::explain
