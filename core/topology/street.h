#pragma once

#include "core/topology/card.h"

#include <map>
#include <memory>
#include <vector>

// A few nodes in a row. Below them their subnets and gateways, and next hops as arcs hanging from the subnets; between them
// the tunnels; above their roofs the BGP sessions. So each kind of link has a place where the others do not cross it.

namespace vethscope {

/// Who stands in the row.
struct Plot {
    enum class Kind : std::uint8_t {
        House,
        Card,
        FarEnd, // of a tunnel: an address that no node known has
        Peer,   // of BGP sessions, outside of the cluster
    };
    Kind kind = Kind::House;
    std::size_t index = 0; // node, or the first link that speaks of it
    std::unique_ptr<HouseFigure> house;
    std::unique_ptr<NodeCard> card;
    double width = 0;
    double x = 0;
    HouseAnchors anchors;
};

/// How a tunnel runs.
enum class TunnelWay : std::uint8_t {
    Gap,   // straight through the gap between neighbours
    Arch,  // around, over all roofs
    Lane,  // along one line above the roofs that all ends join
};

struct TunnelRun {
    std::size_t link = 0;
    std::size_t from = 0; // plots, from left to right
    std::size_t to = 0;
    TunnelWay way = TunnelWay::Gap;
};

struct Street {
    std::vector<Plot> plots;
    std::vector<TunnelRun> runs;
    double floor = 0; // the roofs are at 0

    std::size_t plotOfNode(std::size_t node) const;
};

/// The order of the nodes: those of one subnet together, as the cluster names them; who is only spoken of last.
std::vector<std::size_t> streetOrder(const Cluster &cluster);

/// How each tunnel runs when plots stand in this order.
std::vector<TunnelRun> tunnelRuns(const Canvas &canvas, const std::vector<Plot> &plots);

/// Draws the whole row, with its roofs at y = 0.
void drawStreet(Canvas &canvas, const std::vector<House> &houses, figure::Hue podHue);

void drawTunnels(Canvas &canvas, const Street &street, double roofRoom);
/// How high the arcs over the roofs are.
double drawBgpArcs(Canvas &canvas, const Street &street);
/// The gap that gateways need between the houses at places `left` and `left + 1`; 0 where none stands.
double gatewayRoom(const Canvas &canvas, const std::vector<Plot> &plots, std::size_t left);
/// The lower edges of the subnets that are drawn, by their places in the cluster.
using BarFloors = std::map<std::size_t, double>;
/// Subnets and routers. Where these stand below the subnets, they leave `hopDepth` for the next hops between.
BarFloors drawUnderlay(Canvas &canvas, const Street &street, double hopDepth);
/// How deep the next hops hang.
double nextHopDepth(const Canvas &canvas, const Street &street);
void drawNextHops(Canvas &canvas, const Street &street, const BarFloors &floors);

/// The subnet in which a node stands first of all: place among the cluster's subnets, or nobody.
std::size_t homeSubnet(const Cluster &cluster, std::size_t node);
/// Whether nodes send their packets for elsewhere to this router.
bool isGateway(const Cluster &cluster, const UnderlayRouter &router);
/// "gateway" and its addresses.
void drawRouter(Canvas &canvas, std::size_t router, const figure::Rect &rect);
figure::Rect routerSize(const Cluster &cluster, std::size_t router);
/// A node of one of the two subnets sends its packets for the other to this router, as its routes tell.
bool routerLeadsTo(const Cluster &cluster, std::size_t router, std::size_t from, std::size_t to);

} // namespace vethscope
