#pragma once

#include "core/dissect/details.h"
#include "core/dissect/layerview.h"
#include "core/statistics/expertitems.h"

#include <functional>

namespace vethscope {

/// What experts say of a TCP header: its flags, and what its details tell of the segments before it.
void sayOfTcp(const LayerView &view, const Details &details, const std::function<void(ExpertSeverity, Sentence)> &say);

} // namespace vethscope
