#pragma once

#include "app/cli/json.h"
#include "core/cluster/printed.h"
#include "core/path/trail.h"

namespace vethscope::cli {

/// An entry of `assumed`. Addresses and a bridge's ports go with the interfaces outside.
inline Json assumedJson(const path::AssumedFact &fact)
{
    const std::string_view name = nameOf(fact.table);
    return {{"node", textOrNull(fact.node)}, {"pod", textOrNull(fact.pod)}, {"what", name.empty() ? nameOf(HostTable::Interfaces) : name}, {"ask", fact.ask}};
}

} // namespace vethscope::cli
