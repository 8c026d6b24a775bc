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
        const std::size_t a = street.plotOfNode(links[i].from);
        std::size_t b = links[i].to == nobody ? nobody : street.plotOfNode(links[i].to);
        for (std::size_t p = 0; b == nobody && p < street.plots.size(); ++p)
            if (street.plots[p].kind == Plot::Kind::Peer && links[street.plots[p].index].peer == links[i].peer)
                b = p;
        if (a != nobody && b != nobody)
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

void drawArc(Canvas &canvas, const Street &street, const Arc &arc, bool withWords)
{
    const BgpLink &link = canvas.links().bgp[arc.link];
    const bool up = isEstablished(canvas.cluster(), link);
    const std::string state = stateOf(canvas.cluster(), link);
    const Point a{arc.fromX, street.plots[arc.from].anchors.wall.top()};
    const Point b{arc.toX, street.plots[arc.to].anchors.wall.top()};
    const double height = lowest + levelStep * static_cast<double>(arc.level);
    const double handle = height / 0.75;
    const double reach = std::min((b.x - a.x) * 0.18, 60.0);
    canvas.begin({Subject::Kind::BgpSession, 0, static_cast<std::uint32_t>(arc.link)}, "BGP " + state);
    Line line{{a, {a.x + reach, a.y - handle}, {b.x - reach, b.y - handle}, b}, true};
    line.hue = up ? Hue::Good : Hue::Bad;
    line.width = 1.8;
    line.stroke = up ? Stroke::Solid : Stroke::Dashed;
    canvas.line(line);
    const Point top{(a.x + b.x) / 2, (a.y + b.y) / 2 - height};
    if (up && withWords)
        canvas.pill(top, {"BGP " + canvas.say("established")}, Hue::Good);
    if (!up)
        canvas.pill(top, {"✕ BGP " + canvas.say("down: {}", {state.empty() ? "?" : state})}, Hue::Bad);
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
        height = std::max(height, lowest + levelStep * static_cast<double>(arc.level) + measure::pillHeight / 2);
    for (auto arc = arcs.rbegin(); arc != arcs.rend(); ++arc) // the widest first: nearer ones stand in front
        drawArc(canvas, street, *arc, arcs.size() <= mostWords);
    return height;
}

} // namespace vethscope
