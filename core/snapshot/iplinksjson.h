#pragma once

#include "core/snapshot/jsonrecord.h"

namespace vethscope {

/// One interface of `ip -j addr` or `ip -j link`.
void readIpLinkRecord(const JsonRecord &record);

} // namespace vethscope
