#include "core/path/staletranslation.h"

#include "core/cluster/told.h"

#include <algorithm>

namespace vethscope::path {
namespace {

// What becomes of a packet to an address that nobody has, by how the last kernel reaches that network.
bool isForWantOfOwner(Disposition disposition)
{
    switch (disposition) {
    case Disposition::NeighbourFailed:
    case Disposition::NoRoute:
    case Disposition::Blackhole:
    case Disposition::Unreachable:
    case Disposition::LeavesCluster: return true;
    default: return false;
    }
}

bool isEndpoint(const Cluster &cluster, const IpAddress &address)
{
    return std::ranges::any_of(cluster.services, [&](const ClusterService &service) { return std::ranges::find(service.endpoints, address, &EndpointFact::address) != service.endpoints.end(); });
}

} // namespace

Ending endOfConnection(const Trail &trail, Ending ending, const Cluster &cluster, const Owners &owners)
{
    if (!trail.remembered || !isForWantOfOwner(ending.disposition))
        return ending;
    const auto &[place, destination, line] = *trail.remembered;
    if (trail.packet.inner().ip.destination.value != destination || !owners.of(destination).empty() || isEndpoint(cluster, destination))
        return ending;
    ending.disposition = Disposition::StaleTranslation;
    ending.reason = Sentence::of("The connection that {} remembers sends it to {}, which nobody has", place->name(), destination.text());
    EvidenceList lines = line;
    addEvidence(lines, ending.evidence);
    ending.evidence = std::move(lines);
    return ending;
}

} // namespace vethscope::path
