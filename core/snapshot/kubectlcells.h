#pragma once

#include <string_view>

namespace vethscope::kubectl {

// What kubectl's printers can write into a cell (kubernetes pkg/printers/internalversion, kubectl pkg/cmd/get). `<none>` is
// sound where an object may lack the value.

bool isName(std::string_view cell);        // web-0, pod/web-0
bool isNameOrNone(std::string_view cell);  // also a node that is not chosen yet
/// A node's name, in any letter case, as kubelets of old took their host's; or `<none>`.
bool isNodeOrNone(std::string_view cell);
bool isReady(std::string_view cell);       // 1/2
bool isGates(std::string_view cell);       // 0/1, <none>
bool isPodStatus(std::string_view cell);   // Running, Init:0/2, Init:CrashLoopBackOff, ExitCode:137
bool isNodeStatus(std::string_view cell);  // NotReady,SchedulingDisabled
bool isRestarts(std::string_view cell);    // 3, 3 (12d ago)
bool isAge(std::string_view cell);         // 3d4h, 90s, <unknown>
bool isRoles(std::string_view cell);       // control-plane,master
bool isVersion(std::string_view cell);     // v1.29.4+k3s1
bool isAddresses(std::string_view cell);   // 10.244.0.5, also several, masked ones (10.x.x.5), <none>
bool isPrefixes(std::string_view cell);    // 10.244.0.0/24
bool isExternal(std::string_view cell);    // an address, a name, <none>, <pending>
bool isRuntime(std::string_view cell);     // containerd://1.7.16
bool isKernel(std::string_view cell);      // 6.1.0-21-amd64
bool isServiceType(std::string_view cell); // NodePort
bool isClusterAddress(std::string_view cell); // 10.96.0.1, None
bool isServicePorts(std::string_view cell);   // 80:30080/TCP,443/TCP
bool isEndpoints(std::string_view cell);   // 10.244.0.9:80,10.244.0.9:443 + 2 more...
bool isPortNumbers(std::string_view cell); // 53,9153, <unset>
bool isFamily(std::string_view cell);      // IPv4
bool isText(std::string_view cell);        // Debian GNU/Linux 12 (bookworm)
bool isAnything(std::string_view cell);    // also nothing

} // namespace vethscope::kubectl
