#pragma once

#include "core/dissect/protocol.h"

#include <array>

namespace vethscope {

/// The rows of `k8s`, which only host facts can tell (contract.md): of the innermost IP addresses, or of ARP's.
inline constexpr auto kubernetesStatefulFields = std::to_array<Field>({
    varying("src.pod",       "Source pod",            Show::Text),
    varying("src.namespace", "Source namespace",      Show::Text),
    varying("src.service",   "Source service",        Show::Text),
    varying("src.node",      "Source node",           Show::Text),
    varying("src.interface", "Source device",         Show::Text),
    varying("dst.pod",       "Destination pod",       Show::Text),
    varying("dst.namespace", "Destination namespace", Show::Text),
    varying("dst.service",   "Destination service",   Show::Text),
    varying("dst.node",      "Destination node",      Show::Text),
    varying("dst.interface", "Destination device",    Show::Text),
    varying("traffic",       "Traffic without a tunnel of a", Show::Text), // pod or node
});

} // namespace vethscope
