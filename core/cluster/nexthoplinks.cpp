#include "core/cluster/links.h"

#include <algorithm>

namespace vethscope {
namespace {

std::optional<std::size_t> place(const ClusterNode &node, std::string_view interface)
{
    const auto found = std::ranges::find(node.net.interfaces, interface, &NetworkInterface::name);
    return found == node.net.interfaces.end() ? std::nullopt : std::optional(static_cast<std::size_t>(found - node.net.interfaces.begin()));
}

} // namespace

std::vector<NextHopLink> nextHopLinks(const Cluster &cluster, const AddressBook &book)
{
    std::vector<NextHopLink> links;
    std::map<std::pair<std::size_t, std::size_t>, std::size_t> places;
    for (std::size_t n = 0; n < cluster.nodes.size(); ++n) {
        const ClusterNode &node = cluster.nodes[n];
        for (std::size_t r = 0; r < node.net.routes.size(); ++r) {
            const Route &route = node.net.routes[r];
            if (!route.via || route.to.length == 0 || route.type != "unicast")
                continue;
            const auto device = place(node, route.interface);
            const auto owner = book.owner(*route.via);
            if (!device || isTunnel(node.net.interfaces[*device].kind) || !owner || owner->node == n)
                continue;
            const bool forwards = n < owner->node;
            const auto ends = forwards ? std::pair(n, owner->node) : std::pair(owner->node, n);
            const auto [found, isNew] = places.try_emplace(ends, links.size());
            if (isNew)
                links.push_back({ends.first, ends.second, forwards ? *device : owner->interface, forwards ? owner->interface : *device, {}, {}});
            NextHopLink &link = links[found->second];
            (forwards ? link.there : link.back).push_back(r);
        }
    }
    std::ranges::stable_sort(links, {}, [](const NextHopLink &link) { return std::pair(link.from, link.to); });
    return links;
}

} // namespace vethscope
