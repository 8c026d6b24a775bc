#pragma once

#include "core/transcript/wrapping.h"

namespace vethscope {

using Words = std::vector<std::string>;

// Each takes one wrapping off and says whether there was one.

/// `kubectl [-n NS] exec [-it] POD [-c C] [--] COMMAND`, also `debug`, `attach` and `run`.
bool unwrapKubectl(Unwrapped &typed);
/// `docker exec -it NAME sh`, `crictl exec`, `nerdctl -n k8s.io exec`, `podman exec`, `lxc exec NAME --`.
bool unwrapContainerRuntime(Unwrapped &typed);
/// `ip netns exec NAME COMMAND`.
bool unwrapIpNetns(Unwrapped &typed);
/// `ip -n NAME addr`, `bridge -netns NAME fdb`.
bool unwrapNetnsOption(Unwrapped &typed);
/// `nsenter -t PID -n ip addr`, `nsenter --net=/run/netns/NAME`.
bool unwrapNsenter(Unwrapped &typed);

/// The last part of a path.
std::string baseName(const std::string &path);
void dropFirst(Words &words, std::size_t count);

} // namespace vethscope
