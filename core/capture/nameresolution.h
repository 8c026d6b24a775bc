#pragma once

#include "core/bytes/bytes.h"
#include "core/capture/filenotes.h"

namespace vethscope {

/// Appends the names of the IP addresses in the body of a Name Resolution Block (draft-ietf-opsawg-pcapng,
/// section 4.5). Ends at the end of the records or at one that is longer than what is left.
void readNames(Bytes body, bool bigEndian, std::vector<ResolvedName> &names);

} // namespace vethscope
