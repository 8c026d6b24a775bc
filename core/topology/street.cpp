#include "core/topology/street.h"

#include "core/figure/textwidth.h"

#include <algorithm>
#include <numeric>

namespace vethscope {

using namespace figure;

namespace {

constexpr double leastGap = 48;
constexpr double farEndWidth = 156;
constexpr double peerWidth = 150;
constexpr double peerHeight = 66;

// Beside the only house that speaks of it, if no other tunnel leads from there; else behind all.
std::vector<Plot>::iterator placeOfFarEnd(std::vector<Plot> &plots, const ClusterLinks &links, const TunnelLink &link)
{
    const bool hasOthers = std::ranges::any_of(links.tunnels, [&](const TunnelLink &other) {
        return &other != &link && (other.from == link.from || other.to == link.from || other.farAddress == link.farAddress);
    });
    const auto house = std::ranges::find_if(plots, [&](const Plot &plot) { return plot.kind != Plot::Kind::FarEnd && plot.index == link.from; });
    return hasOthers || house == plots.end() ? plots.end() : std::next(house);
}

std::vector<Plot> plotsOf(const Canvas &canvas)
{
    const Cluster &cluster = canvas.cluster();
    std::vector<Plot> plots;
    for (const std::size_t node : streetOrder(cluster)) {
        Plot plot;
        plot.index = node;
        plot.kind = isFolded(cluster, canvas.options(), node) ? Plot::Kind::Card : Plot::Kind::House;
        plots.push_back(std::move(plot));
    }
    const auto stands = [&](Plot::Kind kind, auto isSame) {
        return std::ranges::any_of(plots, [&](const Plot &plot) { return plot.kind == kind && isSame(plot.index); });
    };
    const ClusterLinks &links = canvas.links();
    for (std::size_t i = 0; canvas.options().layers.tunnels && i < links.tunnels.size(); ++i) {
        const TunnelLink &link = links.tunnels[i];
        if (link.to != nobody || stands(Plot::Kind::FarEnd, [&](std::size_t other) { return links.tunnels[other].farAddress == link.farAddress; }))
            continue;
        Plot plot;
        plot.kind = Plot::Kind::FarEnd;
        plot.index = i;
        plot.width = farEndWidth;
        plots.insert(placeOfFarEnd(plots, links, link), std::move(plot));
    }
    for (std::size_t i = 0; canvas.options().layers.bgp && i < links.bgp.size(); ++i) {
        const BgpLink &link = links.bgp[i];
        if (link.to != nobody || stands(Plot::Kind::Peer, [&](std::size_t other) { return links.bgp[other].peer == link.peer; }))
            continue;
        Plot plot;
        plot.kind = Plot::Kind::Peer;
        plot.index = i;
        plot.width = peerWidth;
        plots.push_back(std::move(plot));
    }
    return plots;
}

// By its role, or, where nobody has listed the nodes, by its name: it stands first, as in every textbook.
bool isControlPlane(const ClusterNode &node)
{
    const std::string &told = node.roles.empty() ? node.name : node.roles;
    return told.find("control-plane") != std::string::npos || told.find("master") != std::string::npos;
}

// The side of its house that a plot's tunnels leave by, so that no line of the house is in their way.
TunnelSide tunnelSide(const std::vector<TunnelRun> &runs, std::size_t plot)
{
    bool left = false;
    bool right = false;
    for (const TunnelRun &run : runs) {
        if (run.from != plot && run.to != plot)
            continue;
        if (run.way == TunnelWay::Lane)
            right = true;
        else
            (((run.from == plot) == (run.way == TunnelWay::Gap)) ? right : left) = true;
    }
    return left && !right ? TunnelSide::Left : TunnelSide::Right;
}

void build(const Canvas &canvas, const std::vector<House> &houses, Hue podHue, Street &street)
{
    for (std::size_t p = 0; p < street.plots.size(); ++p) {
        Plot &plot = street.plots[p];
        if (plot.kind == Plot::Kind::House) {
            plot.house = std::make_unique<HouseFigure>(canvas, houses[plot.index], podHue, tunnelSide(street.runs, p));
            plot.width = plot.house->width();
        } else if (plot.kind == Plot::Kind::Card) {
            plot.card = std::make_unique<NodeCard>(canvas, houses[plot.index], podHue);
            plot.width = plot.card->width();
        }
    }
}

void place(const Canvas &canvas, Street &street)
{
    double x = 0;
    for (std::size_t p = 0; p < street.plots.size(); ++p) {
        street.plots[p].x = x;
        double gap = std::max(leastGap, gatewayRoom(canvas, street.plots, p));
        for (const TunnelRun &run : street.runs)
            if (run.way == TunnelWay::Gap && run.from == p)
                gap = std::max(gap, Canvas::pillWidth(canvas.links().tunnels[run.link].label()) + 28);
        x += street.plots[p].width + gap;
    }
}

void drawFarEnd(Canvas &canvas, Plot &plot, const Storeys &storeys)
{
    const TunnelLink &link = canvas.links().tunnels[plot.index];
    const double y = storeys.header + storeys.pods + storeys.hub + storeys.routing + storeys.routes;
    std::vector<std::string> lines;
    if (link.farAddress)
        lines.push_back(link.farAddress->text());
    if (link.farMac)
        lines.push_back(link.farMac->text());
    plot.anchors.wall = {plot.x, y, plot.width, std::max(storeys.tunnel, 60.0)};
    canvas.begin({Subject::Kind::Tunnel, 0, static_cast<std::uint32_t>(plot.index)}, canvas.say(Sentence::of("node not seen")));
    canvas.device(plot.anchors.wall, Hue::Tunnel, canvas.say(Sentence::of("node not seen")), lines, false);
}

void drawPeer(Canvas &canvas, Plot &plot)
{
    const BgpLink &link = canvas.links().bgp[plot.index];
    std::vector<std::string> lines{link.peer.text()};
    if (link.there)
        if (const auto asn = canvas.cluster().nodes[link.from].bgp[*link.there].asn)
            lines.push_back("AS " + std::to_string(*asn));
    plot.anchors.wall = {plot.x, 0, plot.width, peerHeight};
    canvas.begin({Subject::Kind::BgpSession, 0, static_cast<std::uint32_t>(plot.index)}, canvas.say(Sentence::of("BGP peer")));
    canvas.device(plot.anchors.wall, Hue::Neutral, canvas.say(Sentence::of("BGP peer")), lines, false);
}

void drawPlots(Canvas &canvas, Street &street)
{
    Storeys storeys;
    for (const Plot &plot : street.plots)
        if (plot.house)
            storeys.raiseTo(plot.house->storeys());
    street.floor = std::max(storeys.height(), 120.0);
    for (Plot &plot : street.plots) {
        switch (plot.kind) {
        case Plot::Kind::House:
            plot.anchors = plot.house->draw(canvas, {plot.x, 0}, storeys);
            break;
        case Plot::Kind::Card:
            plot.anchors = plot.card->draw(canvas, {plot.x, street.floor - plot.card->height()});
            break;
        case Plot::Kind::FarEnd:
            drawFarEnd(canvas, plot, storeys);
            break;
        case Plot::Kind::Peer:
            drawPeer(canvas, plot);
            break;
        }
    }
}

} // namespace

std::size_t Street::plotOfNode(std::size_t node) const
{
    const auto found = std::ranges::find_if(plots, [&](const Plot &plot) {
        return (plot.kind == Plot::Kind::House || plot.kind == Plot::Kind::Card) && plot.index == node;
    });
    return found == plots.end() ? nobody : static_cast<std::size_t>(found - plots.begin());
}

std::size_t homeSubnet(const Cluster &cluster, std::size_t node)
{
    const ClusterNode &owner = cluster.nodes[node];
    std::size_t first = nobody;
    for (std::size_t s = 0; s < cluster.subnets.size(); ++s) {
        for (const UnderlaySubnet::Member &member : cluster.subnets[s].members) {
            if (member.node != owner.name)
                continue;
            const bool outward = std::ranges::any_of(owner.net.routes, [&](const Route &route) {
                return route.to.length == 0 && route.interface == member.interface;
            });
            if (outward)
                return s;
            if (first == nobody)
                first = s;
        }
    }
    return first;
}

std::vector<std::size_t> streetOrder(const Cluster &cluster)
{
    std::vector<std::size_t> nodes(cluster.nodes.size());
    std::iota(nodes.begin(), nodes.end(), std::size_t(0));
    std::ranges::stable_partition(nodes, [&](std::size_t node) { return isControlPlane(cluster.nodes[node]); });
    std::vector<std::size_t> subnets; // as their first node appears
    for (const std::size_t node : nodes)
        if (const std::size_t home = homeSubnet(cluster, node); home != nobody && std::ranges::find(subnets, home) == subnets.end())
            subnets.push_back(home);
    subnets.push_back(nobody);
    std::vector<std::size_t> order;
    for (const std::size_t subnet : subnets)
        for (const std::size_t node : nodes)
            if (homeSubnet(cluster, node) == subnet)
                order.push_back(node);
    return order;
}

void drawStreet(Canvas &canvas, const std::vector<House> &houses, Hue podHue)
{
    Street street;
    street.plots = plotsOf(canvas);
    if (canvas.options().layers.tunnels)
        street.runs = tunnelRuns(canvas, street.plots);
    build(canvas, houses, podHue, street);
    place(canvas, street);
    drawPlots(canvas, street);
    const bool hops = canvas.options().layers.routes;
    const BarFloors floors = drawUnderlay(canvas, street, hops ? nextHopDepth(canvas, street) : 0);
    if (hops)
        drawNextHops(canvas, street, floors);
    const double arcs = canvas.options().layers.bgp ? drawBgpArcs(canvas, street) : 0;
    drawTunnels(canvas, street, arcs);
}

} // namespace vethscope
