#pragma once

#include "core/facts/facts.h"

#include <optional>
#include <string_view>

namespace vethscope {

/// The beginning of a container's or sandbox's id, or all of it: 12 hexadecimal digits or more.
bool isContainerId(std::string_view text);

/// How runtimes tell a time (docker units.HumanDuration): `23 hours ago`, `About an hour ago`, `Less than a second ago`.
bool isTimeAgo(std::string_view text);

/// The pod that a container belongs to by its name: `k8s_CONTAINER_POD_NAMESPACE_UID_ATTEMPT`, as the kubelet calls them in docker (cri-dockerd
/// core/naming.go), and nerdctl's `k8s://NAMESPACE/POD/CONTAINER`.
std::optional<PodFact> podOfContainer(std::string_view name);

} // namespace vethscope
