#include "core/facts/facts.h"

#include <algorithm>

namespace vethscope {

HostFacts &Facts::host(const std::string &node, const std::string &pod, const std::string &podNamespace)
{
    const auto isThis = [&](const HostFacts &facts) { return facts.node == node && facts.pod == pod && facts.podNamespace == podNamespace; };
    std::array<std::string, 3> key{node, pod, podNamespace};
    const auto place = hostPlaces.find(key);
    // A host may have been named after it was made, or added past this function: then the place does not hold.
    if (place != hostPlaces.end() && place->second < hosts.size() && isThis(hosts[place->second]))
        return hosts[place->second];
    if (const auto found = std::ranges::find_if(hosts, isThis); found != hosts.end()) {
        hostPlaces[std::move(key)] = static_cast<std::size_t>(found - hosts.begin());
        return *found;
    }
    hostPlaces[std::move(key)] = hosts.size();
    HostFacts &made = hosts.emplace_back();
    made.node = node;
    made.pod = pod;
    made.podNamespace = podNamespace;
    return made;
}

} // namespace vethscope
