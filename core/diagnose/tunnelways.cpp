#include "core/diagnose/tunnelways.h"

#include "core/diagnose/overlayvalues.h"
#include "core/diagnose/rehearsedends.h"
#include "core/diagnose/seenmessages.h"
#include "core/diagnose/traffic.h"

#include <algorithm>
#include <map>
#include <tuple>

namespace vethscope::diagnose {
namespace {

class TunnelWayCollector
{
public:
    TunnelWayCollector(const Case &about, const Traffic &traffic) : m_about(about), m_traffic(traffic) { }

    void add(const journey::Journey &journey, const journey::Outcome &outcome)
    {
        const auto tunnelled = std::ranges::find_if(journey.hops, [](const journey::JourneyHop &hop) { return hop.depth > 0; });
        TunnelWay *const way = tunnelled == journey.hops.end() ? nullptr : wayOf(tunnelled->first());
        if (!way)
            return;
        ++way->sent;
        for (auto hop = tunnelled; hop != journey.hops.end(); ++hop)
            way->seenAt.insert(hop->point);
        const ClusterNode &receiver = m_about.nodes()[way->to];
        const auto arrived = std::find_if(tunnelled, journey.hops.end(), [&](const journey::JourneyHop &hop) { return m_traffic.points()[hop.point].place.node == receiver.name; });
        const bool isLost = outcome.missedAt && journey.hops.back().depth > 0;
        if (isLost && (arrived == journey.hops.end() ? isOnWire(m_traffic.points()[*outcome.missedAt].place, receiver) : isFiltered(journey, outcome, receiver))) {
            ++way->lost;
            way->missedAt.insert(*outcome.missedAt);
            way->proof.addFrame(journey.hops.back().first().row);
            if (outcome.drop)
                way->proof.add(outcome.drop->evidence);
        } else if (arrived != journey.hops.end()) {
            ++way->arrived;
            way->arrivals.addFrame(arrived->first().row);
        }
    }

    std::vector<TunnelWay> take() { return std::move(m_ways); }

private:
    // Only there a loss is the wire's: a tunnel's device misses what arrives with a wrong checksum, too, and what is behind it misses more.
    static bool isOnWire(const explain::Point &place, const ClusterNode &receiver)
    {
        const NetworkInterface *const device = place.place ? place.place->net->interface(place.interface) : nullptr;
        return place.node != receiver.name || (device && device->kind == LinkKind::Physical);
    }

    // By the receiver's own firewall, before it is unpacked. What is for the receiver itself passes INPUT unpacked once more.
    bool isFiltered(const journey::Journey &journey, const journey::Outcome &outcome, const ClusterNode &receiver) const
    {
        if (!outcome.drop || outcome.drop->disposition != path::Disposition::Filtered || m_about.book().owner(m_traffic.tupleOf(journey.hops.back().first()).destination))
            return false;
        return std::ranges::any_of(rulesAmong(receiver, outcome.drop->evidence), [](const FirewallRuleFact *rule) { return rule->chain == "INPUT"; });
    }

    // By the outermost addresses of the frame; null where these are no two nodes'.
    TunnelWay *wayOf(const journey::Sighting &one)
    {
        const Frame frame = m_traffic.store().frame(one.row);
        m_traffic.dissector().dissect(frame, m_packet);
        const auto layers = m_packet.layers();
        const auto seam = std::ranges::find_if(layers, [](const Layer &layer) { return layer.tunnel; });
        const auto ends = seam == layers.end() ? std::nullopt : addressesBefore({one.row, one.point, frame, m_packet}, static_cast<std::size_t>(seam - layers.begin()));
        const auto from = ends ? m_about.book().owner(ends->first) : std::nullopt, to = ends ? m_about.book().owner(ends->second) : std::nullopt;
        if (!from || !to || from->node == to->node)
            return nullptr;
        const auto [place, isNew] = m_places.try_emplace(std::tuple(from->node, to->node, seam->protocol->tunnel), m_ways.size());
        if (isNew)
            m_ways.push_back({from->node, to->node, seam->protocol->tunnel});
        return &m_ways[place->second];
    }

    const Case &m_about;
    const Traffic &m_traffic;
    Dissection m_packet;
    std::vector<TunnelWay> m_ways;
    std::map<std::tuple<std::size_t, std::size_t, std::string_view>, std::size_t> m_places; // of two nodes and a tunnel
};

} // namespace

bool TunnelWay::isBlocked() const
{
    return lost > 0 && arrived == 0 && std::ranges::none_of(missedAt, [&](std::uint16_t point) { return seenAt.contains(point); });
}

std::vector<TunnelWay> tunnelWays(const Case &about)
{
    const Traffic &traffic = *about.traffic();
    TunnelWayCollector collector(about, traffic);
    for (std::size_t i = 0; i < traffic.journeys().all.size(); ++i)
        collector.add(traffic.journeys().all[i], traffic.outcomes()[i]);
    return collector.take();
}

EvidenceList tunnelLinesOf(const Case &about, const TunnelWay &way)
{
    for (const TunnelLink &link : about.links().tunnels)
        if ((link.from == way.from && link.to == way.to) || (link.from == way.to && link.to == way.from))
            return link.evidence;
    return {};
}

void excludeMismatches(const Case &about, const TunnelWay &way, Finding &finding)
{
    for (const TunnelLink &link : about.links().tunnels) {
        const bool isIt = (link.from == way.from && link.to == way.to) || (link.from == way.to && link.to == way.from);
        if (!isIt || link.fromInterface == nobody || link.toInterface == nobody)
            continue;
        const auto &one = about.nodes()[link.from].net.interfaces[link.fromInterface].tunnel, &other = about.nodes()[link.to].net.interfaces[link.toInterface].tunnel;
        if (!one || !other)
            return;
        excludeAlike(finding, "vxlan-port-mismatch", *one, *other, &Tunnel::port);
        excludeAlike(finding, "vni-mismatch", *one, *other, &Tunnel::vni);
        return;
    }
}

std::string tunnelDeviceOf(const Case &about, const TunnelWay &way)
{
    for (const TunnelLink &link : about.links().tunnels) {
        const bool isThere = link.from == way.from && link.to == way.to, isBack = link.from == way.to && link.to == way.from;
        const std::size_t interface = isThere ? link.fromInterface : link.toInterface;
        if ((isThere || isBack) && interface != nobody)
            return about.nodes()[way.from].net.interfaces[interface].name;
    }
    return {};
}

const TunnelWay *backOf(const std::vector<TunnelWay> &ways, const TunnelWay &way)
{
    const auto found = std::ranges::find_if(ways, [&](const TunnelWay &one) { return one.from == way.to && one.to == way.from && one.tunnel == way.tunnel; });
    return found == ways.end() ? nullptr : &*found;
}

} // namespace vethscope::diagnose
