#pragma once

#include "core/topology/describe.h"

#include <QString>

namespace vethscope {

/// What is known of an element as rich text for the side panel: each fact with the line that proves it, whose place is a link
/// to the number of the row.
QString factsText(const Description &facts);

/// The same for a tooltip: the first few facts, and where they stand.
QString factsToolTip(const Description &facts);

/// "node master, role control-plane, pods 4": for screen readers.
QString factsSpoken(const Description &facts);

} // namespace vethscope
