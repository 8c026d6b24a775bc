#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace vethscope {

/// Whether the words are `calicoctl get KIND`, by any name of the kind; also `kubectl calico get` and `kubectl get ippools.crd.projectcalico.org`.
bool isCalicoctlGet(const std::vector<std::string> &words, std::string_view singular, std::string_view plural);

} // namespace vethscope
