#include "core/cluster/joining.h"
#include "core/cluster/problems.h"

#include <set>

namespace vethscope {
namespace {

struct Tellings {
    std::string name;
    Told<std::uint32_t> asn;
    Told<std::string> state;
    std::string kind;
    std::string info;
    Evidence evidence;
};

void addSession(std::map<IpAddress, Tellings> &sessions, std::vector<IpAddress> &order, const BgpSessionFact &fact)
{
    if (!fact.peer)
        return;
    const auto [place, isNew] = sessions.try_emplace(*fact.peer);
    Tellings &tellings = place->second;
    if (isNew) {
        order.push_back(*fact.peer);
        tellings.evidence = fact.evidence;
    }
    if (!fact.name.empty())
        tellings.name = fact.name;
    tellings.asn.tell(fact.asn, fact.evidence);
    if (!fact.state.empty())
        tellings.state.tell(fact.state, fact.evidence);
    // Whether a peer reflects says more than how it came to be configured; that it is this node's alone says least.
    const bool saysMore = fact.kind == "client" || fact.kind == "route-reflector";
    if (saysMore || tellings.kind.empty() || (tellings.kind == "node" && !fact.kind.empty()))
        tellings.kind = fact.kind;
    if (!fact.info.empty())
        tellings.info = fact.info;
}

// A route with a CLUSTER_LIST came through a reflector (RFC 4456 section 8).
std::set<std::string> reflectingSessions(const HostList &hosts)
{
    std::set<std::string> names;
    for (const HostFacts *host : hosts)
        for (const BgpRouteFact &route : host->bgpRoutes)
            if (!route.clusterList.empty() || route.originator)
                names.insert(route.protocol);
    return names;
}

void joinSessions(Joining &joining, std::size_t place)
{
    ClusterNode &node = joining.cluster.nodes[place];
    std::map<IpAddress, Tellings> sessions;
    std::vector<IpAddress> order;
    for (const HostFacts *host : joining.machines[place].hosts)
        for (const BgpSessionFact &fact : host->bgpSessions)
            addSession(sessions, order, fact);
    const auto reflecting = reflectingSessions(joining.machines[place].hosts);
    for (const IpAddress &peer : order) {
        Tellings &tellings = sessions.at(peer);
        reportContradiction(tellings.state, [&](const std::string &one, const std::string &other) {
            return Sentence::of("the BGP session of {} with {} is {} in one line and {} in a later one", node.name, peer.text(), one, other);
        }, joining.cluster.problems);
        if (reflecting.contains(tellings.name) && tellings.kind != "mesh")
            tellings.kind = "route-reflector";
        const auto owner = joining.ownerOf(peer);
        const Evidence &evidence = tellings.state.value() ? tellings.state.evidence() : tellings.evidence;
        node.bgp.push_back({peer, tellings.asn.value(), tellings.state.value().value_or(""), tellings.kind, tellings.info,
                            owner ? joining.cluster.nodes[*owner].name : std::string(), evidence});
    }
}

BgpSession *sessionWith(Joining &joining, ClusterNode &node, std::size_t peer)
{
    for (BgpSession &session : node.bgp)
        if (joining.ownerOf(session.peer) == peer)
            return &session;
    return nullptr;
}

// What one side is to the other, the other side's own facts may tell.
void tellBothSides(Joining &joining)
{
    for (std::size_t place = 0; place < joining.cluster.nodes.size(); ++place) {
        for (const BgpSession &session : joining.cluster.nodes[place].bgp) {
            const auto peer = joining.ownerOf(session.peer);
            BgpSession *back = peer ? sessionWith(joining, joining.cluster.nodes[*peer], place) : nullptr;
            if (!back || back->kind == "client" || back->kind == "route-reflector")
                continue;
            if (session.kind == "client")
                back->kind = "route-reflector";
            else if (session.kind == "route-reflector")
                back->kind = "client";
        }
    }
}

} // namespace

void joinBgp(Joining &joining)
{
    for (std::size_t i = 0; i < joining.machines.size(); ++i)
        joinSessions(joining, i);
    tellBothSides(joining);
}

} // namespace vethscope
