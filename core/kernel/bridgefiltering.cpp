#include "core/kernel/bridgefiltering.h"

#include "core/kernel/setting.h"

namespace vethscope::kernel {

Answer<bool> filtersBridged(const NetworkNamespace &space, bool v6)
{
    const auto number = setting(space, v6 ? "net.bridge.bridge-nf-call-ip6tables" : "net.bridge.bridge-nf-call-iptables");
    if (number.isUnseen())
        return Answer<bool>::unseen(number.ask);
    return number.isFound() ? Answer<bool>::found(*number != 0, number.evidence) : Answer<bool>::found(false, EvidenceList{});
}

} // namespace vethscope::kernel
