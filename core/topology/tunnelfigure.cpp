#include "core/topology/street.h"

#include <algorithm>
#include <map>
#include <set>

namespace vethscope {

using namespace figure;

namespace {

constexpr double lineWidth = 2.2;
constexpr double lift = 34;       // of an arc in the gap
constexpr double aside = 26;      // of an arch from the walls that it passes
constexpr double aboveRoofs = 30;
constexpr double laneStep = 30;
constexpr double overDevices = 8;
constexpr std::size_t mostArcs = 3; // plots that tunnels join one by one

Hue hueOf(const TunnelLink &link)
{
    return link.endsDiffer() ? Hue::Doubtful : Hue::Tunnel;
}

Stroke strokeOf(const TunnelLink &link)
{
    return link.to == nobody ? Stroke::Dotted : Stroke::Dashed;
}

std::vector<std::string> wordsOf(const Canvas &canvas, const TunnelLink &link)
{
    std::vector<std::string> words{link.label()};
    const auto &nodes = canvas.cluster().nodes;
    const bool bothSeen = link.to != nobody && !nodes[link.from].ghost && !nodes[link.to].ghost;
    if (bothSeen && link.there != link.back)
        words.push_back(canvas.say(Sentence::of("one way only")));
    return words;
}

Rect endOf(const Street &street, const TunnelLink &link, std::size_t plot)
{
    const Plot &here = street.plots[plot];
    if (here.kind == Plot::Kind::FarEnd)
        return here.anchors.wall;
    return here.anchors.of(here.index == link.from ? link.fromInterface : link.toInterface);
}

Subject subjectOf(std::size_t link)
{
    return {Subject::Kind::Tunnel, 0, static_cast<std::uint32_t>(link)};
}

void drawInGap(Canvas &canvas, const Street &street, const TunnelRun &run)
{
    const TunnelLink &link = canvas.links().tunnels[run.link];
    const Rect from = endOf(street, link, run.from);
    const Rect to = endOf(street, link, run.to);
    const Point a{from.right(), from.centreY()};
    const Point b{to.left(), to.centreY()};
    const Point top{(street.plots[run.from].anchors.wall.right() + street.plots[run.to].anchors.wall.left()) / 2, std::min(a.y, b.y) - lift};
    const auto towards = [](Point from_, Point to_, double x, double y) { return Point{from_.x + (to_.x - from_.x) * x, from_.y + (to_.y - from_.y) * y}; };
    canvas.begin(subjectOf(run.link), link.label());
    Line arc{{a, towards(a, top, 0.4, 0.75), towards(a, top, 0.7, 1), top, towards(b, top, 0.7, 1), towards(b, top, 0.4, 0.75), b}, true};
    arc.hue = hueOf(link);
    arc.width = lineWidth;
    arc.stroke = strokeOf(link);
    canvas.line(arc);
    canvas.pill(top, wordsOf(canvas, link), hueOf(link));
}

void drawArch(Canvas &canvas, const Street &street, const TunnelRun &run, double height)
{
    const TunnelLink &link = canvas.links().tunnels[run.link];
    const Rect from = endOf(street, link, run.from);
    const Rect to = endOf(street, link, run.to);
    const double left = street.plots[run.from].anchors.wall.left() - aside;
    const double right = street.plots[run.to].anchors.wall.right() + aside;
    canvas.begin(subjectOf(run.link), link.label());
    Line arch = rounded({{from.left(), from.centreY()}, {left, from.centreY()}, {left, -height}, {right, -height}, {right, to.centreY()},
                         {to.right(), to.centreY()}}, 22);
    arch.hue = hueOf(link);
    arch.width = lineWidth;
    arch.stroke = strokeOf(link);
    canvas.line(arch);
    canvas.pill({(left + right) / 2, -height}, wordsOf(canvas, link), hueOf(link));
}

// Tunnels of one kind and number, of which each end joins the line once.
void drawLane(Canvas &canvas, const Street &street, const std::vector<TunnelRun> &runs, double height, double offset)
{
    const TunnelLink &first = canvas.links().tunnels[runs.front().link];
    std::map<std::size_t, Rect> ends; // by plot
    bool allSeen = true;
    for (const TunnelRun &run : runs) {
        const TunnelLink &link = canvas.links().tunnels[run.link];
        ends[run.from] = endOf(street, link, run.from);
        ends[run.to] = endOf(street, link, run.to);
        allSeen = allSeen && link.to != nobody;
    }
    std::vector<double> taps;
    canvas.begin(subjectOf(runs.front().link), first.label());
    for (const auto &[plot, end] : ends) {
        const double x = street.plots[plot].anchors.wall.right() + offset;
        taps.push_back(x);
        const bool hidden = std::ranges::any_of(street.plots[plot].anchors.devices, [&](const auto &other) {
            return other.second.left() > end.right() && other.second.top() == end.top();
        });
        if (hidden) // over the device beside it
            canvas.wire({{x, -height}, {x, end.top() - overDevices}, {end.right() - 20, end.top() - overDevices}, {end.right() - 20, end.top()}},
                        hueOf(first), lineWidth, Stroke::Dashed);
        else
            canvas.wire({{x, -height}, {x, end.centreY()}, {end.right(), end.centreY()}}, hueOf(first), lineWidth, Stroke::Dashed);
    }
    canvas.wire({{taps.front(), -height}, {taps.back(), -height}}, hueOf(first), lineWidth, Stroke::Dashed);
    const bool complete = runs.size() == ends.size() * (ends.size() - 1) / 2;
    std::vector<std::string> words{first.label()};
    if (complete && allSeen && ends.size() > 2)
        words.front() += " · " + canvas.say(Sentence::of("each node with each"));
    canvas.pill({(taps.front() + taps.back()) / 2, -height}, words, hueOf(first));
    canvas.setReach({taps.front(), -height - 12, taps.back() - taps.front(), 24});
}

} // namespace

std::vector<TunnelRun> tunnelRuns(const Canvas &canvas, const std::vector<Plot> &plots)
{
    const auto &links = canvas.links().tunnels;
    const auto plotOf = [&](std::size_t node) {
        const auto found = std::ranges::find_if(plots, [&](const Plot &plot) {
            return (plot.kind == Plot::Kind::House || plot.kind == Plot::Kind::Card) && plot.index == node;
        });
        return static_cast<std::size_t>(found - plots.begin());
    };
    const auto farEnd = [&](const TunnelLink &link) {
        const auto found = std::ranges::find_if(plots, [&](const Plot &plot) {
            return plot.kind == Plot::Kind::FarEnd && links[plot.index].farAddress == link.farAddress;
        });
        return static_cast<std::size_t>(found - plots.begin());
    };
    std::vector<TunnelRun> runs;
    std::set<std::size_t> ends;
    std::size_t arches = 0;
    for (std::size_t i = 0; i < links.size(); ++i) {
        const std::size_t a = plotOf(links[i].from);
        const std::size_t b = links[i].to == nobody ? farEnd(links[i]) : plotOf(links[i].to);
        TunnelRun run{i, std::min(a, b), std::max(a, b), TunnelWay::Gap};
        if (run.to - run.from > 1) {
            run.way = TunnelWay::Arch;
            ++arches;
        }
        ends.insert({a, b});
        runs.push_back(run);
    }
    std::set<std::pair<std::size_t, std::size_t>> pairs;
    bool doubled = false;
    for (const TunnelRun &run : runs)
        doubled = !pairs.insert({run.from, run.to}).second || doubled;
    // The sides of an arch stand in the gaps beyond its ends: no room for another tunnel's words.
    const bool crowded = std::ranges::any_of(runs, [&](const TunnelRun &arch) {
        return arch.way == TunnelWay::Arch && std::ranges::any_of(runs, [&](const TunnelRun &gap) {
                   return gap.way == TunnelWay::Gap && (gap.to == arch.from || gap.from == arch.to);
               });
    });
    if (ends.size() > mostArcs || arches > 1 || doubled || crowded)
        for (TunnelRun &run : runs)
            run.way = TunnelWay::Lane;
    return runs;
}

void drawTunnels(Canvas &canvas, const Street &street, double roofRoom)
{
    std::vector<std::vector<TunnelRun>> lanes;
    for (const TunnelRun &run : street.runs) {
        switch (run.way) {
        case TunnelWay::Gap:
            drawInGap(canvas, street, run);
            break;
        case TunnelWay::Arch:
            drawArch(canvas, street, run, roofRoom + aboveRoofs);
            break;
        case TunnelWay::Lane: {
            const auto &links = canvas.links().tunnels;
            const auto lane = std::ranges::find_if(lanes, [&](const auto &one) { return links[one.front().link].label() == links[run.link].label(); });
            if (lane == lanes.end())
                lanes.push_back({run});
            else
                lane->push_back(run);
            break;
        }
        }
    }
    for (std::size_t i = 0; i < lanes.size(); ++i)
        drawLane(canvas, street, lanes[i], roofRoom + aboveRoofs + laneStep * static_cast<double>(i), 22 + 8 * static_cast<double>(i));
}

} // namespace vethscope
