#pragma once

#include "app/cli/hostsnapshots.h"
#include "app/cli/json.h"

#include <ostream>

namespace vethscope::cli {

/// `import` of contract.md: what was made of each command, and what of the input was not used.
Json importJson(const HostSnapshots &hosts);

/// The same for reading: what `topology --report` prints.
void writeImportText(const HostSnapshots &hosts, std::ostream &out);

} // namespace vethscope::cli
