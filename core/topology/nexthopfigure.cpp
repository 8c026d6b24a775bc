#include "core/topology/street.h"

#include <fmt/format.h>

#include <algorithm>

namespace vethscope {

using namespace figure;

namespace {

constexpr double lowestHop = 44;
constexpr double hopLevelStep = 52;
constexpr double hopPortStep = 16;

struct HopArc {
    std::size_t link = 0;
    double fromX = 0;
    double toX = 0;
    std::size_t from = 0; // plots
    std::size_t to = 0;
    std::size_t subnet = 0;
    std::size_t level = 0;
};

std::string wordsOf(const ClusterNode &node, const std::vector<std::size_t> &routes)
{
    std::string words = node.net.routes[routes.front()].to.text();
    if (routes.size() > 1)
        words += fmt::format(" +{}", routes.size() - 1);
    return words;
}

double portCentre(const Street &street, const NextHopLink &link, std::size_t plot)
{
    const Plot &here = street.plots[plot];
    return here.anchors.of(here.index == link.from ? link.fromInterface : link.toInterface).centreX();
}

// As with the arcs above the roofs: nearer ones outside, so that they nest.
void hang(std::vector<HopArc> &arcs, const Street &street, const ClusterLinks &links)
{
    for (std::size_t plot = 0; plot < street.plots.size(); ++plot) {
        std::vector<double *> ports;
        double centre = 0;
        for (HopArc &arc : arcs)
            if (arc.to == plot) {
                ports.push_back(&arc.toX);
                centre = portCentre(street, links.nextHops[arc.link], plot);
            }
        std::vector<double *> right;
        for (HopArc &arc : arcs)
            if (arc.from == plot) {
                right.push_back(&arc.fromX);
                centre = portCentre(street, links.nextHops[arc.link], plot);
            }
        ports.insert(ports.end(), right.rbegin(), right.rend());
        double x = centre - hopPortStep * (static_cast<double>(ports.size()) - 1) / 2;
        for (double *port : ports) {
            *port = x;
            x += hopPortStep;
        }
    }
}

std::vector<HopArc> hopArcsOf(const Canvas &canvas, const Street &street)
{
    const auto &links = canvas.links().nextHops;
    std::vector<HopArc> arcs;
    for (std::size_t i = 0; i < links.size(); ++i) {
        const std::size_t a = street.plotOfNode(links[i].from);
        const std::size_t b = street.plotOfNode(links[i].to);
        // From the bar that both stand on; what leads elsewhere is told by the route's words in the house.
        const std::size_t home = homeSubnet(canvas.cluster(), links[i].from);
        if (home == homeSubnet(canvas.cluster(), links[i].to))
            arcs.push_back({i, 0, 0, std::min(a, b), std::max(a, b), home});
    }
    std::ranges::stable_sort(arcs, {}, [](const HopArc &arc) { return arc.to - arc.from; });
    for (std::size_t i = 0; i < arcs.size(); ++i)
        for (std::size_t k = 0; k < i; ++k)
            if (arcs[k].from >= arcs[i].from && arcs[k].to <= arcs[i].to)
                arcs[i].level = std::max(arcs[i].level, arcs[k].level + 1);
    return arcs;
}

double depthOf(const HopArc &arc)
{
    return lowestHop + hopLevelStep * static_cast<double>(arc.level);
}

} // namespace

double nextHopDepth(const Canvas &canvas, const Street &street)
{
    double depth = 0;
    for (const HopArc &arc : hopArcsOf(canvas, street))
        depth = std::max(depth, depthOf(arc));
    return depth;
}

void drawNextHops(Canvas &canvas, const Street &street, const BarFloors &floors)
{
    const auto &links = canvas.links().nextHops;
    const auto &nodes = canvas.cluster().nodes;
    std::vector<HopArc> arcs = hopArcsOf(canvas, street);
    hang(arcs, street, canvas.links());
    double lowestFloor = street.floor;
    for (const auto &[subnet, floor] : floors)
        lowestFloor = std::max(lowestFloor, floor);
    for (auto arc = arcs.rbegin(); arc != arcs.rend(); ++arc) {
        const NextHopLink &link = links[arc->link];
        const auto bar = floors.find(arc->subnet); // of a subnet that nobody has seen none is drawn
        const double floor = bar == floors.end() ? lowestFloor : bar->second;
        const double depth = depthOf(*arc) + lowestFloor - floor; // below all bars
        const double handle = depth / 0.75;
        const double reach = std::min((arc->toX - arc->fromX) * 0.18, 60.0);
        canvas.begin({Subject::Kind::NextHop, 0, static_cast<std::uint32_t>(arc->link)}, canvas.say(Sentence::of("next hop")));
        Line line{{{arc->fromX, floor}, {arc->fromX + reach, floor + handle}, {arc->toX - reach, floor + handle}, {arc->toX, floor}}, true};
        line.hue = Hue::Native;
        line.width = 1.8;
        canvas.line(line);
        std::vector<std::string> words;
        const bool inOrder = street.plots[arc->from].index == link.from;
        const std::vector<std::size_t> &rightwards = inOrder ? link.there : link.back;
        const std::vector<std::size_t> &leftwards = inOrder ? link.back : link.there;
        if (!rightwards.empty())
            words.push_back(wordsOf(nodes[inOrder ? link.from : link.to], rightwards) + " →");
        if (!leftwards.empty())
            words.push_back("← " + wordsOf(nodes[inOrder ? link.to : link.from], leftwards));
        canvas.pill({(arc->fromX + arc->toX) / 2, floor + depth}, words, Hue::Native, true);
    }
}

} // namespace vethscope
