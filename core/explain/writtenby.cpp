#include "core/explain/writtenby.h"

#include <algorithm>

namespace vethscope::explain {
namespace {

using path::Origin;

bool isFlannelDevice(const std::string &name)
{
    return name.starts_with("flannel");
}

// The annotations from which flanneld fills its tunnel device's tables (flannel's backend/vxlan/vxlan_network.go).
std::optional<WrittenBy> byFlanneld(const std::vector<const Facts *> &facts, const FieldExplanation &field)
{
    for (const Facts *const told : facts) {
        for (const KubernetesNodeFact &node : told->nodes) {
            const bool isMac = node.vtepMac && node.vtepMac->text() == field.value;
            const bool isAddress = node.flannelPublicIp && node.flannelPublicIp->text() == field.value;
            if (node.evidence.source && (isMac || isAddress))
                return WrittenBy{"flanneld", Sentence::of("flanneld wrote it after what {} says of itself: {}", node.name, field.value), {node.evidence}};
        }
    }
    return std::nullopt;
}

const Route *routeOf(const path::Places &places, const FieldExplanation &field)
{
    const path::Place *const node = places.ofNode(field.origin.node);
    if (!node || !field.origin.pod.empty())
        return nullptr;
    for (const Route &route : node->net->routes)
        if (std::ranges::find(field.evidence, route.evidence) != field.evidence.end())
            return &route;
    return nullptr;
}

std::optional<WrittenBy> byBird(const std::vector<const Facts *> &facts, const Route &route, const std::string &node)
{
    for (const Facts *const told : facts)
        for (const HostFacts &host : told->hosts)
            for (const BgpRouteFact &learnt : host.bgpRoutes)
                if (host.node == node && learnt.to == route.to && route.via && (learnt.via == route.via || learnt.nextHop == route.via) && learnt.evidence.source)
                    return WrittenBy{"bird", Sentence::of("bird wrote the route to {}, which BGP taught it", route.to.text()), {learnt.evidence}};
    return std::nullopt;
}

} // namespace

std::optional<WrittenBy> writtenBy(const std::vector<const Facts *> &facts, const path::Places &places, const FieldExplanation &field)
{
    const Origin::Kind kind = field.origin.kind;
    const bool isTable = kind == Origin::Kind::GatewayNeighbour || kind == Origin::Kind::Neighbour || kind == Origin::Kind::Fdb || kind == Origin::Kind::Lease;
    if (isTable && isFlannelDevice(field.origin.interface))
        return byFlanneld(facts, field);
    if (kind != Origin::Kind::GatewayNeighbour && kind != Origin::Kind::TunnelRemote)
        return std::nullopt;
    const Route *const route = routeOf(places, field);
    return route && route->protocol == "bird" ? byBird(facts, *route, field.origin.node) : std::nullopt;
}

} // namespace vethscope::explain
