#pragma once

#include "core/cluster/interfaces.h"

#include <set>
#include <span>

namespace vethscope {

enum class NamespaceOf : std::uint8_t { Node, Pod };

/// Gives kinds to interfaces of which no `ip -d link` was seen, where names and facts leave no doubt, and calls a TAP physical that
/// carries its node's address and default route. What stays unclear stays Unknown. `nodeAddresses` are those by which Kubernetes
/// knows its nodes: what has one is a card.
void inferKinds(std::vector<JoinedInterface> &interfaces, NamespaceOf whose, std::span<const Route> routes,
                std::span<const ForwardingEntry> fdb, const std::set<IpAddress> &nodeAddresses);

} // namespace vethscope
