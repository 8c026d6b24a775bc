#pragma once

#include "core/cluster/interfaces.h"

#include <span>

namespace vethscope {

enum class NamespaceOf : std::uint8_t { Node, Pod };

/// Gives kinds to interfaces of which no `ip -d link` was seen, where names and facts leave no doubt, and calls a TAP physical that
/// carries its node's address and default route. What stays unclear stays Unknown.
void inferKinds(std::vector<JoinedInterface> &interfaces, NamespaceOf whose, std::span<const ClusterRoute> routes,
                std::span<const ClusterFdbEntry> fdb);

/// Whether a program gave the interface this name: `flannel.1`, of which the number is the VNI (flannel's vxlan backend).
std::optional<std::uint32_t> vniOfFlannelName(std::string_view name);

} // namespace vethscope
