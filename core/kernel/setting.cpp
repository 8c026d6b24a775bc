#include "core/kernel/setting.h"

#include <algorithm>
#include <charconv>

#include <fmt/format.h>

namespace vethscope::kernel {
namespace {

std::string nameOf(bool v6, std::string_view device, std::string_view name)
{
    return fmt::format("net.ipv{}.conf.{}.{}", v6 ? 6 : 4, device, name);
}

} // namespace

Answer<std::uint32_t> setting(const NetworkNamespace &space, std::string_view name)
{
    const Known<std::string> printed = space.setting(name);
    std::uint32_t number = 0;
    if (printed) {
        const char *const last = printed->data() + printed->size();
        const auto [end, error] = std::from_chars(printed->data(), last, number);
        if (error == std::errc{} && end == last)
            return Answer<std::uint32_t>::found(number, printed.evidence());
    } else if (space.printed.of(HostTable::Settings) == Extent::Whole) {
        return Answer<std::uint32_t>::none();
    }
    return Answer<std::uint32_t>::unseen(fmt::format("sysctl {}", name));
}

Answer<std::uint32_t> deviceSetting(const NetworkNamespace &space, bool v6, std::string_view device, std::string_view name)
{
    std::string written(device);
    std::ranges::replace(written, '.', '/');
    Answer<std::uint32_t> answer = setting(space, nameOf(v6, written, name));
    if (!answer.isFound() && written != device)
        if (Answer<std::uint32_t> dotted = setting(space, nameOf(v6, device, name)); dotted.isFound())
            return dotted;
    return answer;
}

Answer<std::uint32_t> greaterSetting(const NetworkNamespace &space, std::string_view device, std::string_view name)
{
    Answer<std::uint32_t> all = deviceSetting(space, false, "all", name);
    Answer<std::uint32_t> own = deviceSetting(space, false, device, name);
    if (all.isUnseen() || own.isUnseen()) {
        const std::string_view more = all.isUnseen() && own.isUnseen() ? std::string_view(own.ask).substr(own.ask.find(' ')) : "";
        return Answer<std::uint32_t>::unseen((all.isUnseen() ? all.ask : own.ask) + std::string(more));
    }
    if (!own.isFound())
        return all;
    if (!all.isFound() || *all < *own)
        return own;
    return all;
}

} // namespace vethscope::kernel
