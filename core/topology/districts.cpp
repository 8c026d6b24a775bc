#include "core/topology/districts.h"

#include "core/figure/textwidth.h"
#include "core/topology/street.h"

#include <algorithm>
#include <map>
#include <memory>
#include <set>

namespace vethscope {

using namespace figure;

namespace {

constexpr double cardGap = 14;
constexpr double districtMargin = 18;
constexpr double districtHeader = 38;
constexpr double districtGap = 26;
constexpr double outlineMargin = 22;
constexpr std::size_t mostColumns = 24;

struct Item {
    std::size_t node = 0;
    std::unique_ptr<HouseFigure> house;
    std::unique_ptr<NodeCard> card;

    double width() const { return house ? house->width() : card->width(); }
    double height() const { return house ? house->storeys().height() : card->height(); }
};

struct District {
    std::size_t subnet = nobody;
    std::size_t nodes = 0; // also those that are not drawn
    std::vector<Item> items;
    std::vector<std::size_t> routers;
};

struct Placed {
    std::vector<Rect> items;
    std::vector<Rect> routers;
    double width = 0;
    double height = 0;
};

std::vector<District> districtsOf(const Canvas &canvas, const std::vector<House> &houses, Hue podHue)
{
    const Cluster &cluster = canvas.cluster();
    const std::set<std::string> &only = canvas.options().only;
    std::vector<District> districts;
    for (const std::size_t node : streetOrder(cluster)) {
        const std::size_t subnet = homeSubnet(cluster, node);
        if (districts.empty() || districts.back().subnet != subnet) {
            districts.push_back({subnet, 0, {}, {}});
            if (subnet != nobody)
                districts.back().routers = cluster.subnets[subnet].routers;
        }
        ++districts.back().nodes;
        if (isLarge(cluster) && !only.empty() && !only.contains(cluster.nodes[node].name))
            continue;
        Item item;
        item.node = node;
        if (isFolded(cluster, canvas.options(), node))
            item.card = std::make_unique<NodeCard>(canvas, houses[node], podHue);
        else
            item.house = std::make_unique<HouseFigure>(canvas, houses[node], podHue);
        districts.back().items.push_back(std::move(item));
    }
    std::erase_if(districts, [](const District &district) { return district.items.empty(); });
    return districts;
}

std::string headingOf(const Canvas &canvas, const District &district)
{
    const std::size_t drawn = district.items.size();
    const std::string count = canvas.say(drawn == district.nodes ? nodeCount(drawn) : Sentence::of("{} of {} nodes", drawn, district.nodes));
    return district.subnet == nobody ? canvas.say(Sentence::of("subnet not seen")) + " · " + count : count;
}

// Rows from left to right, as wide as the room allows, their items' floors on one line.
Placed arranged(const Canvas &canvas, const District &district, double room)
{
    Placed placed;
    double x = districtMargin;
    double y = districtHeader;
    std::size_t rowStart = 0;
    double rowHeight = 0;
    const auto endRow = [&] {
        for (std::size_t i = rowStart; i < placed.items.size(); ++i)
            placed.items[i].y = y + rowHeight - placed.items[i].height;
        placed.width = std::max(placed.width, x - cardGap + districtMargin);
        y += rowHeight + cardGap;
        x = districtMargin;
        rowHeight = 0;
        rowStart = placed.items.size();
    };
    for (const Item &item : district.items) {
        if (x + item.width() + districtMargin > room) // never the first: each item has room
            endRow();
        placed.items.push_back({x, y, item.width(), item.height()});
        x += item.width() + cardGap;
        rowHeight = std::max(rowHeight, item.height());
    }
    endRow();
    double routerHeight = 0;
    x = districtMargin;
    for (const std::size_t router : district.routers) {
        const Rect size = routerSize(canvas.cluster(), router);
        placed.routers.push_back({x, y, size.width, size.height});
        x += size.width + cardGap;
        routerHeight = std::max(routerHeight, size.height + cardGap);
    }
    placed.width = std::max({placed.width, x - cardGap + districtMargin, 240.0});
    placed.height = y + routerHeight + districtMargin - cardGap;
    return placed;
}

struct Plan {
    std::vector<Placed> districts;
    std::vector<Point> corners;
    double width = 0;
    double height = 0;
};

Plan planned(const Canvas &canvas, const std::vector<District> &districts, double room)
{
    Plan plan;
    double x = 0;
    double y = 0;
    double rowHeight = 0;
    for (const District &district : districts) {
        Placed placed = arranged(canvas, district, room);
        if (x > 0 && x + placed.width > room) {
            x = 0;
            y += rowHeight + districtGap;
            rowHeight = 0;
        }
        plan.corners.push_back({x, y});
        plan.width = std::max(plan.width, x + placed.width);
        rowHeight = std::max(rowHeight, placed.height);
        plan.height = y + rowHeight;
        x += placed.width + districtGap;
        plan.districts.push_back(std::move(placed));
    }
    return plan;
}

// The number of columns at which the whole is seen largest.
Plan bestPlan(const Canvas &canvas, const std::vector<District> &districts, double beside)
{
    double widest = 0;
    for (const District &district : districts)
        for (const Item &item : district.items)
            widest = std::max(widest, item.width());
    Plan best;
    double bestScale = 0;
    for (std::size_t columns = 1; columns <= mostColumns; ++columns) {
        const double room = 2 * districtMargin + static_cast<double>(columns) * (widest + cardGap) - cardGap + 0.5;
        Plan plan = planned(canvas, districts, room);
        const double scale = std::min(canvas.options().width / (plan.width + beside + 100), canvas.options().height / (plan.height + 190));
        if (scale > bestScale) {
            bestScale = scale;
            best = std::move(plan);
        }
    }
    return best;
}

void drawDistrict(Canvas &canvas, const District &district, const Placed &placed, Point at)
{
    const Rect ground{at.x, at.y, placed.width, placed.height};
    const Cluster &cluster = canvas.cluster();
    const bool known = district.subnet != nobody;
    canvas.begin({known ? Subject::Kind::Subnet : Subject::Kind::None, 0, known ? static_cast<std::uint32_t>(district.subnet) : 0},
                 known ? cluster.subnets[district.subnet].network.text() : std::string());
    canvas.box({ground, 14, known ? Hue::Underlay : Hue::Neutral, known ? Fill::Soft : Fill::Base, 1.2, known ? Stroke::Solid : Stroke::Dotted});
    double x = at.x + districtMargin;
    if (known) {
        const std::string network = cluster.subnets[district.subnet].network.text();
        canvas.text({x, at.y + 25}, network, measure::nameSize, Hue::Underlay, Anchor::Start, false, Face::Mono);
        x += textWidth(network, Face::Mono, measure::nameSize) + 12;
    }
    canvas.text({x, at.y + 25}, headingOf(canvas, district), measure::remarkSize, Hue::Muted);
    canvas.setReach({at.x, at.y, placed.width, districtHeader});
    const auto moved = [&](Rect rect) { return Rect{rect.x + at.x, rect.y + at.y, rect.width, rect.height}; };
    for (std::size_t i = 0; i < district.items.size(); ++i) {
        const Item &item = district.items[i];
        const Rect rect = moved(placed.items[i]);
        if (item.house)
            item.house->draw(canvas, {rect.x, rect.y}, item.house->storeys());
        else
            item.card->draw(canvas, {rect.x, rect.y});
    }
    for (std::size_t i = 0; i < district.routers.size(); ++i)
        drawRouter(canvas, district.routers[i], moved(placed.routers[i]));
}

struct TunnelNetwork {
    std::string label;
    std::size_t first = 0;
    std::size_t links = 0;
    std::set<std::size_t> nodes;
};

std::vector<TunnelNetwork> networksOf(const Canvas &canvas)
{
    std::vector<TunnelNetwork> networks;
    const auto &links = canvas.links().tunnels;
    for (std::size_t i = 0; i < links.size(); ++i) {
        const std::string label = links[i].label();
        auto network = std::ranges::find(networks, label, &TunnelNetwork::label);
        if (network == networks.end()) {
            networks.push_back({label, i, 0, {}});
            network = networks.end() - 1;
        }
        ++network->links;
        network->nodes.insert(links[i].from);
        if (links[i].to != nobody)
            network->nodes.insert(links[i].to);
    }
    return networks;
}

void drawNetworks(Canvas &canvas, const Rect &around)
{
    double x = around.left() + 24;
    const auto pillAt = [&](const Subject &subject, const std::string &words, Hue hue) {
        canvas.begin(subject, words);
        const double width = Canvas::pillWidth(words);
        canvas.pill({x + width / 2, around.top()}, {words}, hue);
        x += width + 12;
    };
    bool outlined = false;
    if (canvas.options().layers.tunnels) {
        const std::vector<TunnelNetwork> networks = networksOf(canvas);
        for (const TunnelNetwork &network : networks) {
            const std::size_t count = network.nodes.size();
            const Subject subject{Subject::Kind::Tunnel, 0, static_cast<std::uint32_t>(network.first)};
            const bool everybody = count == canvas.cluster().nodes.size();
            if (everybody && !outlined) {
                canvas.begin(subject, network.label);
                canvas.box({around, 18, Hue::Tunnel, Fill::None, 2, Stroke::Dashed});
                canvas.setReach({around.left(), around.top() - 4, around.width, 8});
                outlined = true;
            }
            const bool complete = network.links == count * (count - 1) / 2;
            const std::string nodes = canvas.say(nodeCount(count));
            pillAt(subject, network.label + " · " + nodes + (complete ? ", " + canvas.say(Sentence::of("each node with each")) : std::string()),
                   Hue::Tunnel);
        }
    }
    if (canvas.options().layers.routes && !canvas.links().nextHops.empty())
        pillAt({Subject::Kind::NextHop, 0, 0}, canvas.say(Sentence::of("next hops between {} pairs of nodes", canvas.links().nextHops.size())),
               Hue::Native);
}

} // namespace

void drawDistricts(Canvas &canvas, const std::vector<House> &houses, Hue podHue)
{
    const std::vector<District> districts = districtsOf(canvas, houses, podHue);
    const Rect ring = canvas.options().layers.bgp ? bgpRingSize(canvas) : Rect{};
    const double beside = ring.isEmpty() ? 0 : ring.width + 60;
    const Plan plan = bestPlan(canvas, districts, beside);
    for (std::size_t i = 0; i < districts.size(); ++i)
        drawDistrict(canvas, districts[i], plan.districts[i], {plan.corners[i].x + outlineMargin, plan.corners[i].y + outlineMargin + 6});
    drawNetworks(canvas, {0, 0, plan.width + 2 * outlineMargin, plan.height + 2 * outlineMargin + 6});
    if (!ring.isEmpty())
        drawBgpRing(canvas, {plan.width + 2 * outlineMargin + 40, 0});
}

} // namespace vethscope
