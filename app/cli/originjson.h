#pragma once

#include "app/cli/json.h"
#include "core/path/origin.h"

namespace vethscope::cli {

/// Where a value comes from: contract.md, `origin`.
inline Json originJson(const path::Origin &origin)
{
    return {{"kind", nameOf(origin.kind)}, {"node", textOrNull(origin.node)}, {"interface", textOrNull(origin.interface)},
            {"pod", textOrNull(origin.pod)}, {"ip", addressOrNull(origin.ip)}};
}

} // namespace vethscope::cli
