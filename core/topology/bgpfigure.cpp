#include "core/topology/street.h"

#include <algorithm>
#include <map>

namespace vethscope {

using namespace figure;

namespace {

constexpr double portStep = 18;   // between arcs that stand on one roof
constexpr double lowest = 34;     // height of the lowest arc
constexpr double levelStep = 32;
constexpr std::size_t mostWords = 10; // arcs that each say their state; more say only what is wrong

struct Arc {
    std::size_t link = 0;
    std::size_t from = 0; // plots
    std::size_t to = 0;
    double fromX = 0;
    double toX = 0;
    std::size_t level = 0;
};

std::vector<Arc> arcsOf(const Canvas &canvas, const Street &street)
{
    std::vector<Arc> arcs;
    const auto &links = canvas.links().bgp;
    for (std::size_t i = 0; i < links.size(); ++i) {
        const auto isPeer = [&](const Plot &plot) { return plot.kind == Plot::Kind::Peer && links[plot.index].peer == links[i].peer; };
        const std::size_t a = street.plotOfNode(links[i].from);
        const std::size_t b = links[i].to == nobody ? static_cast<std::size_t>(std::ranges::find_if(street.plots, isPeer) - street.plots.begin())
                                                    : street.plotOfNode(links[i].to);
        arcs.push_back({i, std::min(a, b), std::max(a, b)});
    }
    std::ranges::stable_sort(arcs, {}, [](const Arc &arc) { return arc.to - arc.from; });
    return arcs;
}

// Arcs to the left stand left of those to the right, and the farther an arc leads, the nearer to the roof's middle: so they
// nest and do not cross.
void stand(std::vector<Arc> &arcs, const Street &street)
{
    for (std::size_t plot = 0; plot < street.plots.size(); ++plot) {
        std::vector<double *> ports;
        for (Arc &arc : arcs) // the nearest first
            if (arc.to == plot)
                ports.push_back(&arc.toX);
        std::vector<double *> right;
        for (Arc &arc : arcs)
            if (arc.from == plot)
                right.push_back(&arc.fromX);
        ports.insert(ports.end(), right.rbegin(), right.rend());
        const Rect &wall = street.plots[plot].anchors.wall;
        const double step = std::min(portStep, wall.width / static_cast<double>(ports.size() + 1));
        double x = wall.centreX() - step * (static_cast<double>(ports.size()) - 1) / 2;
        for (double *port : ports) {
            *port = x;
            x += step;
        }
    }
}

// An arc stands above every arc that it spans.
void raise(std::vector<Arc> &arcs)
{
    for (std::size_t i = 0; i < arcs.size(); ++i)
        for (std::size_t k = 0; k < i; ++k)
            if (arcs[k].from >= arcs[i].from && arcs[k].to <= arcs[i].to)
                arcs[i].level = std::max(arcs[i].level, arcs[k].level + 1);
}

double heightOf(const Arc &arc)
{
    return lowest + levelStep * static_cast<double>(arc.level);
}

Subject subjectOf(const Arc &arc)
{
    return {Subject::Kind::BgpSession, 0, static_cast<std::uint32_t>(arc.link)};
}

void drawArc(Canvas &canvas, const Street &street, const Arc &arc)
{
    const BgpLink &link = canvas.links().bgp[arc.link];
    const bool up = isEstablished(canvas.cluster(), link);
    const double handle = heightOf(arc) / 0.75;
    const double reach = std::min((arc.toX - arc.fromX) * 0.18, 60.0);
    const double fromRoof = street.plots[arc.from].anchors.wall.top();
    const double toRoof = street.plots[arc.to].anchors.wall.top();
    Line line{{{arc.fromX, 0}, {arc.fromX + reach, -handle}, {arc.toX - reach, -handle}, {arc.toX, 0}}, true};
    if (fromRoof > 0) // a card is lower than the houses: straight up between them, so that the arc is above all roofs
        line.points.insert(line.points.begin(), {{arc.fromX, fromRoof}, {arc.fromX, fromRoof}, {arc.fromX, 0}});
    if (toRoof > 0)
        line.points.insert(line.points.end(), {{arc.toX, 0}, {arc.toX, toRoof}, {arc.toX, toRoof}});
    line.hue = up ? Hue::Good : Hue::Bad;
    line.width = 1.8;
    line.stroke = up ? Stroke::Solid : Stroke::Dashed;
    canvas.begin(subjectOf(arc), "BGP " + stateOf(canvas.cluster(), link));
    canvas.line(line);
}

void drawWords(Canvas &canvas, const Arc &arc, bool established)
{
    const BgpLink &link = canvas.links().bgp[arc.link];
    const bool up = isEstablished(canvas.cluster(), link);
    if (up && !established)
        return;
    const std::string state = stateOf(canvas.cluster(), link);
    const std::string words = up ? "BGP " + canvas.say(Sentence::of("established"))
                                 : "✕ BGP " + canvas.say(Sentence::of("down: {}", state.empty() ? std::string("?") : state));
    canvas.begin(subjectOf(arc), "BGP " + state);
    canvas.pill({(arc.fromX + arc.toX) / 2, -heightOf(arc)}, {words}, up ? Hue::Good : Hue::Bad);
}

} // namespace

double drawBgpArcs(Canvas &canvas, const Street &street)
{
    std::vector<Arc> arcs = arcsOf(canvas, street);
    if (arcs.empty())
        return 0;
    stand(arcs, street);
    raise(arcs);
    double height = 0;
    for (const Arc &arc : arcs)
        height = std::max(height, heightOf(arc) + measure::pillHeight / 2);
    for (auto arc = arcs.rbegin(); arc != arcs.rend(); ++arc) // the widest first: nearer ones stand in front
        drawArc(canvas, street, *arc);
    for (const Arc &arc : arcs)
        drawWords(canvas, arc, arcs.size() <= mostWords);
    return height;
}

} // namespace vethscope
