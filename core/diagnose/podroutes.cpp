#include "core/diagnose/podroutes.h"

#include "core/diagnose/traffic.h"
#include "core/cluster/told.h"
#include "core/kernel/routing.h"

#include <algorithm>

namespace vethscope::diagnose {
namespace {

// How a node reaches a network of another one's pods.
struct PodRoute {
    bool isKnown = false;    // its routes were printed whole
    bool isExplicit = false; // not by the default route
    const Route *route = nullptr;
    bool isByTunnel = false;
    EvidenceList lines{}, instead{};
};

class PodRoutes
{
public:
    explicit PodRoutes(const Case &about) : m_about(about)
    {
        for (std::size_t node = 0; node < about.nodes().size(); ++node)
            for (const PodNetwork &network : about.podNetworks())
                m_routes.push_back(network.node == node ? PodRoute() : routeOf(about.nodes()[node], network));
    }

    std::vector<AbsentRoute> absent() const
    {
        std::vector<AbsentRoute> found;
        for (std::size_t node = 0; node < m_about.nodes().size(); ++node) {
            for (std::size_t place = 0; place < networks().size(); ++place) {
                const PodNetwork &network = networks()[place];
                const PodRoute &route = at(node, place);
                if (network.node == node || !route.isKnown || route.isExplicit || isCovered(place))
                    continue;
                AbsentRoute one{node, &network, route.lines, route.instead, sessionFor(node, network.node)};
                one.isUp = one.session && one.session->state == "established";
                if (one.session || isExpected(node, place))
                    found.push_back(std::move(one));
            }
        }
        return found;
    }

private:
    const std::vector<PodNetwork> &networks() const { return m_about.podNetworks(); }
    const PodRoute &at(std::size_t node, std::size_t network) const { return m_routes[node * networks().size() + network]; }

    PodRoute routeOf(const ClusterNode &node, const PodNetwork &network) const
    {
        PodRoute found;
        const bool isV6 = network.network.address.isV6();
        if (node.ghost || node.net.printed.of(HostTable::Routes, isV6) != Extent::Whole)
            return found;
        kernel::Packet packet;
        packet.source = IpAddress::any(isV6);
        packet.destination = network.network.address;
        const auto routing = kernel::lookUpRoute(node.net, packet);
        if (routing.isUnseen())
            return found;
        found.isKnown = true;
        addEvidence(found.lines, network.evidence);
        addEvidence(found.lines, firstOf(node.net.printed.evidence(HostTable::Routes)));
        if (!routing.isFound())
            return found;
        const Route *const route = routing->route();
        if (route && route->to.length == 0) {
            addEvidence(found.instead, route->evidence);
            return found;
        }
        found.isExplicit = true;
        const auto printed = std::ranges::find_if(node.net.routes, [&](const Route &one) { return route && one.evidence == route->evidence; });
        found.route = printed == node.net.routes.end() ? nullptr : &*printed;
        const NetworkInterface *const device = route ? node.net.interface(route->interface) : nullptr;
        found.isByTunnel = device && isTunnel(device->kind);
        return found;
    }

    // A part of a network of the same node that is routed: flannel's subnet beside Kubernetes' podCIDR.
    bool isCovered(std::size_t place) const
    {
        for (std::size_t other = 0; other < networks().size(); ++other)
            if (other != place && networks()[other].node == networks()[place].node && networks()[other].network.length < networks()[place].network.length
                && networks()[other].network.contains(networks()[place].network.address))
                return true;
        return false;
    }

    // By which a route to a node's pods is learnt: the session with it, or one with a reflector.
    const BgpSession *sessionFor(std::size_t node, std::size_t peer) const
    {
        const BgpSession *reflected = nullptr;
        for (const BgpSession &session : m_about.nodes()[node].bgp) {
            if (session.peerNode == m_about.nodes()[peer].name)
                return &session;
            if (session.kind == "route-reflector" && (!reflected || session.state == "established"))
                reflected = &session;
        }
        return reflected;
    }

    bool shareSubnet(std::size_t one, std::size_t other) const
    {
        return std::ranges::any_of(m_about.cluster().subnets, [&](const UnderlaySubnet &subnet) {
            const auto stands = [&](std::size_t node) { return std::ranges::find(subnet.members, m_about.nodes()[node].name, &UnderlaySubnet::Member::node) != subnet.members.end(); };
            return stands(one) && stands(other);
        });
    }

    // Whether this pair of nodes routes by hand: what one has for the other, the other should have for it; who has a tunnel to one has it to all.
    bool isExpected(std::size_t node, std::size_t place) const
    {
        const std::size_t peer = networks()[place].node;
        if (m_about.nodes()[node].network == Network::Unknown || m_about.nodes()[node].network != m_about.nodes()[peer].network)
            return false;
        for (std::size_t from = 0; from < m_about.nodes().size(); ++from) {
            for (std::size_t to = 0; to < networks().size(); ++to) {
                const PodRoute &route = at(from, to);
                if (!route.isExplicit || !route.route || networks()[to].network.address.isV6() != networks()[place].network.address.isV6())
                    continue;
                const bool isBack = from == peer && networks()[to].node == node;
                if (route.isByTunnel ? isBack || from == node || to == place : shareSubnet(node, peer))
                    return true;
            }
        }
        return false;
    }

    const Case &m_about;
    std::vector<PodRoute> m_routes; // of each node to each network
};

} // namespace

std::vector<AbsentRoute> absentRoutes(const Case &about)
{
    return PodRoutes(about).absent();
}

void addAbsent(Finding &finding, const Case &about, const AbsentRoute &absent)
{
    finding.subject = {{about.nodes()[absent.node].name}, {}, {}, absent.to->network.text()};
    finding.alsoOf = {about.nodes()[absent.to->node].name};
    finding.proof.add(absent.lines);
    if (about.traffic())
        for (const std::uint32_t row : about.traffic()->lostBy(absent.instead, absent.to->network))
            finding.proof.addFrame(row);
}

} // namespace vethscope::diagnose
