#pragma once

#include "core/path/whatif.h"

#include <vector>

namespace vethscope::path {

/// Changed ways that one line explains: it is on the one side and not on the other.
struct ChangeGroup {
    Evidence line{};             // without a source: no line tells
    bool isAfter = false;        // it is of the later snapshot; else of the earlier
    std::vector<std::size_t> changes{};
};

/// Each change once, under the line that most of all have in common; the largest group first.
std::vector<ChangeGroup> groupsOf(const std::vector<ChangedWay> &changes);

} // namespace vethscope::path
