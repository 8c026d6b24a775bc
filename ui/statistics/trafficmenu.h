#pragma once

#include "ui/shared/filteruse.h"
#include "ui/statistics/trafficfilter.h"

namespace vethscope {

/// Adds "Apply as Filter" and "Prepare as Filter" for the rows of a table; of conversations, with the directions below each use.
void addTrafficFilters(QMenu &menu, TrafficSubject subject, const std::function<void(TrafficDirection, FilterUse, FilterStep)> &request);

} // namespace vethscope
