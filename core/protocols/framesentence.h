#pragma once

#include "core/dissect/frame.h"
#include "core/sentence/sentence.h"

namespace vethscope {

/// What a frame's row says of it: how long it is, how much of it was captured, at which interface.
Sentence frameSentence(const Frame &frame);

} // namespace vethscope
