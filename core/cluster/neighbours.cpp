#include "core/cluster/hostnames.h"
#include "core/cluster/problems.h"
#include "core/cluster/tables.h"

#include <map>
#include <set>
#include <tuple>

namespace vethscope {
namespace {

struct NeighbourTellings {
    Told<MacAddress> mac;
    std::string state;
    Evidence evidence;
};

// Address (or the name that stands for it) and interface.
using NeighbourKey = std::tuple<std::optional<IpAddress>, std::string, std::string>;

// The next hop of the default routes through an interface, if they agree.
std::optional<IpAddress> gatewayBehind(const std::string &interface, const std::vector<Route> &routes)
{
    std::set<IpAddress> gateways;
    for (const Route &route : routes)
        if (route.to.length == 0 && route.via && route.via->isV4() && route.interface == interface)
            gateways.insert(*route.via);
    return gateways.size() == 1 ? std::optional(*gateways.begin()) : std::nullopt;
}

// arp shows an entry that failed as incomplete: the word that says more stays.
void tellState(NeighbourTellings &tellings, const std::string &state)
{
    const bool knownBetter = tellings.state == "failed" && state == "incomplete";
    if (!state.empty() && !knownBetter)
        tellings.state = state;
}

} // namespace

std::vector<Neighbour> joinNeighbours(const HostList &hosts, const std::vector<Route> &routes, const HostNames &names,
                                             const std::string &owner, std::vector<Problem> &problems)
{
    std::vector<NeighbourKey> order;
    std::map<NeighbourKey, NeighbourTellings> tellings;
    for (const HostFacts *host : hosts) {
        for (const NeighbourFact &fact : host->neighbours) {
            std::optional<IpAddress> ip = fact.ip;
            if (!ip && isGatewayName(fact.name))
                ip = gatewayBehind(fact.interface, routes);
            if (!ip)
                ip = names.addressOf(fact.name);
            NeighbourKey key{ip, ip ? std::string() : fact.name, fact.interface};
            const auto [place, isNew] = tellings.try_emplace(key);
            if (isNew) {
                order.push_back(std::move(key));
                place->second.evidence = fact.evidence;
            }
            place->second.mac.tell(fact.mac, fact.evidence);
            tellState(place->second, fact.state);
        }
    }
    std::vector<Neighbour> neighbours;
    for (const NeighbourKey &key : order) {
        const auto &[ip, name, interface] = key;
        const NeighbourTellings &told = tellings.at(key);
        const Sentence who = Sentence::of("{} of {} on {}", ip ? ip->text() : name, interface, owner);
        reportContradiction(told.mac, [&](const MacAddress &one, const MacAddress &other) {
            return Sentence::of("the neighbour {} has MAC address {} in one line and {} in a later one", who, one.text(), other.text());
        }, problems);
        const Evidence &evidence = told.mac.value() ? told.mac.evidence() : told.evidence;
        const Evidence other = told.mac.contradicts() ? told.mac.bothLines().front() : Evidence();
        neighbours.push_back({ip, name, told.mac.value(), interface, told.state, evidence, other});
    }
    return neighbours;
}

} // namespace vethscope
