#pragma once

#include "core/cluster/cluster.h"
#include "core/cluster/told.h"

namespace vethscope {

/// Reports a value of which two lines say different things, with what `say` makes of the earlier and the later one: "eth0 on master
/// has MTU 1450 in one line and 1500 in a later one".
template <typename T, typename Say>
void reportContradiction(const Told<T> &told, Say say, std::vector<Problem> &problems)
{
    if (told.contradicts())
        problems.push_back({ProblemSeverity::Warning, say(told.earlier(), *told.value()), told.bothLines()});
}

} // namespace vethscope
