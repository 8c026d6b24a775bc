#pragma once

#include "core/dissect/dissector.h"

namespace vethscope::fuzz {

/// The registry that all targets share; made once.
const Registry &registry();

/// Asks of a dissected frame all that window and command line ever ask: tree, columns in each
/// perspective, boxes, info, summary and details of every layer, every field by its name. Checks what the
/// dissection promises: layers in order and within the frame, boxes that cover it, text that is text.
void lookAt(const Frame &frame, const Dissection &packet);

} // namespace vethscope::fuzz
