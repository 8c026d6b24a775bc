#pragma once

#include "core/path/origin.h"
#include "core/sentence/sentence.h"

namespace vethscope::explain {

/// Where a value comes from, in one plain sentence.
Sentence sentenceOf(const path::Origin &origin, const std::string &value);

} // namespace vethscope::explain
