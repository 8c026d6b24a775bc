#include "core/diagnose/tunnelways.h"

#include "core/diagnose/overlayvalues.h"
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
        const std::string &receiver = m_about.nodes()[way->to].name;
        const auto unpacked = std::find_if(tunnelled, journey.hops.end(), [&](const journey::JourneyHop &hop) {
            return hop.depth < tunnelled->depth && m_traffic.points()[hop.point].place.node == receiver;
        });
        if (unpacked != journey.hops.end()) {
            ++way->arrived;
            way->arrivals.addFrame(unpacked->first().row);
        } else if ((outcome.kind == journey::Outcome::Kind::Lost || outcome.drop) && journey.hops.back().depth > 0) {
            ++way->lost;
            way->proof.addFrame(journey.hops.back().first().row);
            if (outcome.drop)
                way->proof.add(outcome.drop->evidence);
        }
    }

    std::vector<TunnelWay> take() { return std::move(m_ways); }

private:
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
