#pragma once

#include "core/bytes/bytes.h"

namespace vethscope {

/// Watches a mapping of a file: reading a page that the file has lost (it was cut short by somebody
/// else) gives zeros instead of ending the program. Returns a number for the calls below, or -1 when
/// too many mappings are watched already.
int watchMapping(Bytes mapping);
void unwatchMapping(int guard);

/// Whether a page of the mapping was lost since it is watched.
bool lostPages(int guard);

} // namespace vethscope
