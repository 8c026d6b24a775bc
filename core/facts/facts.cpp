#include "core/facts/facts.h"

#include <algorithm>

namespace vethscope {

HostFacts &Facts::host(const std::string &node, const std::string &pod, const std::string &podNamespace)
{
    const auto isThis = [&](const HostFacts &facts) { return facts.node == node && facts.pod == pod && facts.podNamespace == podNamespace; };
    if (lastPlace < hosts.size() && isThis(hosts[lastPlace]))
        return hosts[lastPlace];
    std::array<std::string, 3> key{node, pod, podNamespace};
    const auto place = hostPlaces.find(key);
    // A host may have been named after it was made, or added past this function: then the place does not hold.
    if (place != hostPlaces.end() && place->second < hosts.size() && isThis(hosts[place->second]))
        return hosts[lastPlace = place->second];
    if (const auto found = std::ranges::find_if(hosts, isThis); found != hosts.end()) {
        lastPlace = static_cast<std::size_t>(found - hosts.begin());
        hostPlaces[std::move(key)] = lastPlace;
        return *found;
    }
    lastPlace = hosts.size();
    hostPlaces[std::move(key)] = lastPlace;
    HostFacts &made = hosts.emplace_back();
    made.node = node;
    made.pod = pod;
    made.podNamespace = podNamespace;
    return made;
}

} // namespace vethscope
