#pragma once

#include "core/diagnose/case.h"
#include "core/diagnose/finding.h"

namespace vethscope::diagnose {

/// All faults asked. What is at one place is one finding; what a deeper one there implies is left out. Errors come first, then warnings, then
/// notes; among them by id, then by subject.
Findings findingsOf(const Case &about, const GoOn &goOn = {});

} // namespace vethscope::diagnose
