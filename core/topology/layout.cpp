#include "core/topology/layout.h"

#include "core/topology/districts.h"
#include "core/topology/legend.h"
#include "core/topology/segments.h"
#include "core/topology/street.h"

#include <algorithm>

namespace vethscope {

using namespace figure;

namespace {

constexpr std::size_t mostInAStreet = 4;
constexpr std::size_t mostUnfolded = 6; // more nodes begin folded
constexpr double headHeight = 84;       // title and caption
constexpr double legendGap = 34;

std::string titleOf(const Canvas &canvas)
{
    const Cluster &cluster = canvas.cluster();
    std::vector<std::string> networks;
    for (const ClusterNode &node : cluster.nodes)
        if (const std::string name(nameOf(node.network)); node.network != Network::Unknown && std::ranges::find(networks, name) == networks.end())
            networks.push_back(name);
    if (networks.empty())
        return canvas.say(Sentence::of("Cluster"));
    std::string title = networks.front();
    for (std::size_t i = 1; i < networks.size(); ++i)
        title += " + " + networks[i];
    return segmentsOf(cluster).size() > 1 ? canvas.say(Sentence::of("{} across an L3 border", title)) : title;
}

std::string countsOf(const Canvas &canvas)
{
    const Cluster &cluster = canvas.cluster();
    const auto nodes = std::ranges::count_if(cluster.nodes, [](const ClusterNode &node) { return !node.ghost; });
    std::string text = canvas.say(nodeCount(static_cast<std::size_t>(nodes))) + " · "
        + canvas.say(podCount(cluster.pods.size()));
    if (!cluster.subnets.empty())
        text += " · " + canvas.say(subnetCount(cluster.subnets.size()));
    return text;
}

void move(Shape &shape, double dx, double dy)
{
    if (auto *box = std::get_if<Box>(&shape)) {
        box->rect.x += dx;
        box->rect.y += dy;
    } else if (auto *text = std::get_if<Text>(&shape)) {
        text->at.x += dx;
        text->at.y += dy;
    } else {
        for (Point &point : std::get<Line>(shape).points) {
            point.x += dx;
            point.y += dy;
        }
    }
}

// The drawing so far, moved to where the paper has room for it.
Rect settle(TopologyFigure &figure)
{
    Rect all;
    for (const Part &part : figure.parts)
        for (const Shape &shape : part.shapes)
            all = all.isEmpty() ? boundsOf(shape) : all.united(boundsOf(shape));
    const double dx = measure::paper - all.left();
    const double dy = headHeight - all.top();
    for (Part &part : figure.parts) {
        for (Shape &shape : part.shapes)
            move(shape, dx, dy);
        part.reach.x += dx;
        part.reach.y += dy;
    }
    return {measure::paper, headHeight, all.width, all.height};
}

} // namespace

bool isLarge(const Cluster &cluster)
{
    return cluster.nodes.size() > mostUnfolded;
}

bool isFolded(const Cluster &cluster, const TopologyOptions &options, std::size_t node)
{
    const std::string &name = cluster.nodes[node].name;
    if (isLarge(cluster))
        return !options.unfolded.contains(name);
    return options.folded.contains(name);
}

TopologyFigure layoutTopology(const Cluster &cluster, const TopologyOptions &options)
{
    TopologyFigure figure;
    figure.links = linksOf(cluster);
    Canvas canvas(figure, cluster, options);
    figure.title = options.title.empty() ? titleOf(canvas) : options.title;
    figure.caption = countsOf(canvas) + (options.caption.empty() ? std::string() : " · " + options.caption);

    const std::vector<House> houses = housesOf(cluster);
    const bool tunnelled = std::ranges::any_of(houses, &House::hasTunnel);
    const Hue podHue = tunnelled ? Hue::Overlay : Hue::Native;
    if (cluster.nodes.size() <= mostInAStreet)
        drawStreet(canvas, houses, podHue);
    else
        drawDistricts(canvas, houses, podHue);

    const Rect body = settle(figure);
    canvas.begin({}, figure.title);
    canvas.text({measure::paper, 40}, figure.title, measure::titleSize, Hue::Neutral, Anchor::Start, true);
    canvas.text({measure::paper, 62}, figure.caption, measure::nameSize, Hue::Muted);
    const Rect head = figure.parts.back().reach;
    figure.width = std::max({body.right(), head.right(), 420.0}) + measure::paper;
    figure.height = body.bottom() + measure::paper;
    if (options.legend)
        figure.height = drawLegend(canvas, {measure::paper, body.bottom() + legendGap}, figure.width - 2 * measure::paper, podHue) + measure::paper - 8;
    return figure;
}

} // namespace vethscope
