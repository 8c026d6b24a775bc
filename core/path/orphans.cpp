#include "core/path/orphans.h"

#include <algorithm>

namespace vethscope::path {
namespace {

bool isOrphan(const ConntrackFact &entry, const Cluster &cluster, const Owners &owners)
{
    if (!entry.unreplied || entry.replySource == entry.destination || !owners.of(entry.replySource).empty())
        return false;
    return std::ranges::any_of(cluster.services, [&](const ClusterService &service) {
        return !service.endpoints.empty() && std::ranges::find(service.addresses, entry.destination) != service.addresses.end()
            && std::ranges::find(service.endpoints, entry.replySource, &EndpointFact::address) == service.endpoints.end();
    });
}

} // namespace

std::vector<const ConntrackFact *> orphanedConnections(const NetworkNamespace &space, const Cluster &cluster, const Owners &owners)
{
    std::vector<const ConntrackFact *> orphans;
    for (const ConntrackFact &entry : space.connections)
        if (isOrphan(entry, cluster, owners))
            orphans.push_back(&entry);
    return orphans;
}

} // namespace vethscope::path
