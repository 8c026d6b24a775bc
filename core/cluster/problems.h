#pragma once

#include "core/cluster/cluster.h"
#include "core/cluster/told.h"

namespace vethscope {

/// A problem whose text has `{}` where the arguments go, in their order.
Problem problem(ProblemSeverity severity, const char *text, std::vector<std::string> arguments, EvidenceList evidence);

/// Reports a value of which two lines say different things: "eth0 on master has MTU 1450 in one line and 1500 in a later one".
template <typename T, typename Text>
void reportContradiction(const Told<T> &told, const char *text, const std::string &what, Text textOf, std::vector<Problem> &problems)
{
    if (told.contradicts())
        problems.push_back(problem(ProblemSeverity::Warning, text, {what, textOf(told.earlier()), textOf(*told.value())}, told.bothLines()));
}

} // namespace vethscope
