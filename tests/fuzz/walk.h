#pragma once

#include "core/bytes/bytes.h"

namespace vethscope::fuzz {

/// Walks over the records of a capture file, reads each frame, and walks again while the file seems
/// to grow: both walks have to find the same records and end with the same sentence.
void walk(Bytes file);

} // namespace vethscope::fuzz
