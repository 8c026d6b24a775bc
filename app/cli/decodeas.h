#pragma once

#include "core/bytes/result.h"
#include "core/dissect/registry.h"

#include <string>

namespace vethscope::cli {

/// Takes one `-d`: `udp.port==8473,vxlan`. The table is udp.port, tcp.port, ip.proto or ethertype, the
/// number decimal or 0x…, the protocol a name as in filters. The error says which part is wrong.
Result<void> decodeAs(const std::string &rule, Registry &registry);

} // namespace vethscope::cli
