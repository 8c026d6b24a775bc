#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace vethscope {

/// What was asked of the API server: `kubectl get pods,svc -n kube-system -o wide`.
struct KubectlCall {
    std::string verb;
    std::vector<std::string> resources; // as typed, `pods` `po` `pod/tea`; lower case
    std::vector<std::string> names;
    std::string kubeNamespace;          // of -n; empty where not said
    bool allNamespaces = false;
    std::string output;                 // of -o: wide, json, yaml, custom-columns=…
};

/// Nothing of it is set when the words are no kubectl command. Knows `k` and `oc`, kubectl's usual short names.
KubectlCall kubectlCall(const std::vector<std::string> &words);

/// Whether one of the resources asked for is this kind, by any of its names: {"pods", "pod", "po"}.
bool asksFor(const KubectlCall &call, const std::vector<std::string_view> &kind);

} // namespace vethscope
