#include "core/protocols/disabling.h"

#include <algorithm>
#include <iterator>

namespace vethscope {

std::vector<const Protocol *> protocolsToDisable(const Registry &registry)
{
    std::vector<const Protocol *> all;
    std::ranges::copy_if(registry.protocols(), std::back_inserter(all), [&](const Protocol *one) { return one->dissect && one != registry.fallback(); });
    std::ranges::stable_sort(all, {}, &Protocol::name);
    const auto rest = std::ranges::unique(all, {}, &Protocol::name);
    all.erase(rest.begin(), rest.end());
    return all;
}

std::vector<const Protocol *> protocolsCalled(const Registry &registry, std::span<const std::string> names)
{
    std::vector<const Protocol *> called;
    std::ranges::copy_if(registry.protocols(), std::back_inserter(called), [&](const Protocol *one) { return std::ranges::find(names, one->name) != names.end(); });
    return called;
}

} // namespace vethscope
