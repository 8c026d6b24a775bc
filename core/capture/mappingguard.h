#pragma once

#include "core/bytes/bytes.h"

namespace vethscope {

/// Watches a mapping of a file: reading a page that the file has lost (it was cut short by somebody
/// else) gives zeros instead of ending the program, from there to the end. Returns a number for the calls
/// below, or -1 when too many mappings are watched already.
int watchMapping(Bytes mapping);
void unwatchMapping(int guard);

/// How many bytes lie before the first page that was found lost; SIZE_MAX while none was.
std::size_t intactSize(int guard);

} // namespace vethscope
