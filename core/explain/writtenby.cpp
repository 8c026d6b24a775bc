#include "core/explain/writtenby.h"

#include <algorithm>

#include <fmt/format.h>

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

// What told this node of the network, by the route's own next hop; the last one holds.
std::optional<Announcement> announcementOf(const std::vector<Announcement> &announcements, const path::Places &places, const Route &route, const std::string &node)
{
    const auto isNodes = [&](const IpAddress &address) {
        return std::ranges::any_of(places.owners().of(address), [&](const Owner &owner) { const path::Place *const place = places.of(owner); return place && place->node == node; });
    };
    for (std::size_t i = announcements.size(); i-- > 0;) {
        const Announcement &one = announcements[i];
        if (one.network == route.to && route.via && one.nextHop == route.via && isNodes(one.receiver))
            return one;
    }
    return std::nullopt;
}

std::optional<WrittenBy> byRouting(const std::vector<const Facts *> &facts, const std::vector<Announcement> &announcements, const path::Places &places, const Route &route, const std::string &node)
{
    auto by = byBird(facts, route, node);
    const auto announced = announcementOf(announcements, places, route, node);
    if (!announced)
        return by;
    if (!by)
        by = WrittenBy{"bird", Sentence::of("bird wrote the route to {}, which BGP taught it", route.to.text())};
    by->announced = {*announced};
    return by;
}

bool hasLine(const FieldExplanation &field, const Evidence &line)
{
    return std::ranges::find(field.evidence, line) != field.evidence.end();
}

// The rule of the endpoint's own chain that translated it (Kubernetes pkg/proxy/iptables/proxier.go).
const FirewallRuleFact *endpointRuleOf(const path::Places &places, const FieldExplanation &field)
{
    for (const path::Place &node : places.nodes())
        for (const FirewallRuleFact &rule : node.net->firewall)
            if (rule.chain.starts_with("KUBE-SEP-") && !rule.translatesTo.empty() && hasLine(field, rule.evidence))
                return &rule;
    return nullptr;
}

// Whether a rule says it: an endpoint that was learnt from rules explains none of them.
bool isRule(const path::Places &places, const Evidence &line)
{
    return std::ranges::any_of(places.nodes(), [&](const path::Place &node) { return std::ranges::find(node.net->firewall, line, &FirewallRuleFact::evidence) != node.net->firewall.end(); });
}

std::optional<WrittenBy> byKubeProxy(const std::vector<const Facts *> &facts, const path::Places &places, const FieldExplanation &field)
{
    const FirewallRuleFact *const rule = endpointRuleOf(places, field);
    if (!rule)
        return std::nullopt;
    for (const Facts *const told : facts) {
        for (const EndpointFact &endpoint : told->endpoints) {
            const std::string address = endpoint.address.isV6() ? fmt::format("[{}]:{}", endpoint.address.text(), endpoint.port) : fmt::format("{}:{}", endpoint.address.text(), endpoint.port);
            const bool isIt = rule->translatesTo == address && endpoint.evidence.source && !isRule(places, endpoint.evidence);
            if (isIt)
                return WrittenBy{"kube-proxy", Sentence::of("kube-proxy wrote the rule after the endpoint {} of the service {}", address, endpoint.serviceNamespace + "/" + endpoint.service), {endpoint.evidence}};
        }
    }
    return std::nullopt;
}

} // namespace

std::optional<WrittenBy> writtenBy(const std::vector<const Facts *> &facts, const std::vector<Announcement> &announcements, const path::Places &places, const FieldExplanation &field)
{
    if (field.nat)
        return byKubeProxy(facts, places, field);
    const Origin::Kind kind = field.origin.kind;
    const bool isTable = kind == Origin::Kind::GatewayNeighbour || kind == Origin::Kind::Neighbour || kind == Origin::Kind::Fdb || kind == Origin::Kind::Lease;
    if (isTable && isFlannelDevice(field.origin.interface))
        return byFlanneld(facts, field);
    if (kind != Origin::Kind::GatewayNeighbour && kind != Origin::Kind::TunnelRemote)
        return std::nullopt;
    const Route *const route = routeOf(places, field);
    return route && route->protocol == "bird" ? byRouting(facts, announcements, places, *route, field.origin.node) : std::nullopt;
}

} // namespace vethscope::explain
