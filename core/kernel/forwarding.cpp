#include "core/kernel/forwarding.h"

#include "core/kernel/setting.h"

namespace vethscope::kernel {
namespace {

Answer<bool> isOn(const Answer<std::uint32_t> &number)
{
    Answer<bool> answer = Answer<bool>::found(*number != 0, number.evidence);
    return answer;
}

} // namespace

Answer<bool> forwardsFrom(const NetworkNamespace &space, std::string_view device, bool v6)
{
    if (v6) {
        const auto all = setting(space, "net.ipv6.conf.all.forwarding");
        return all.isFound() ? isOn(all) : Answer<bool>::unseen(all.isNone() ? "sysctl net.ipv6.conf.all.forwarding" : all.ask);
    }
    if (const auto own = deviceSetting(space, false, device, "forwarding"); own.isFound())
        return isOn(own);
    for (const std::string_view name : {"net.ipv4.ip_forward", "net.ipv4.conf.all.forwarding"})
        if (const auto all = setting(space, name); all.isFound())
            return isOn(all);
    return Answer<bool>::unseen("sysctl net.ipv4.ip_forward");
}

} // namespace vethscope::kernel
