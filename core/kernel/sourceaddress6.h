#pragma once

#include "core/kernel/answer.h"
#include "core/kernel/table.h"

namespace vethscope::kernel {

/// sourceAddress() of IPv6 where the route has no `src`.
Answer<IpAddress> source6(const NetworkNamespace &space, const Route &route, const IpAddress &destination);

} // namespace vethscope::kernel
