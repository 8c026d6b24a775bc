#include "core/figure/textwidth.h"
#include "core/topology/segments.h"
#include "core/topology/street.h"

#include <algorithm>
#include <map>
#include <optional>
#include <set>

namespace vethscope {

using namespace figure;

namespace {

constexpr double drop = 54;       // from the floor to the first bar: words of the default route, and half a router
constexpr double wireHeight = 26;
constexpr double barStep = 60;    // from one bar to another below it
constexpr double routerGap = 30;  // between a bar and what stands beside it
constexpr double unseenGap = 58;  // between two routers of which nobody knows how they are joined
constexpr double belowGap = 44;   // from the bars down to routers, when there are many subnets

struct Bar {
    std::size_t subnet = 0; // the first of its segment
    Segment segment{};
    double left = 0;
    double right = 0;
    double y = 0;
    std::size_t level = 0;

    double middle() const { return y + wireHeight / 2; }
    double bottom() const { return y + wireHeight; }
};

std::vector<std::size_t> subnetsOf(const Cluster &cluster, std::size_t router)
{
    std::vector<std::size_t> subnets;
    for (std::size_t s = 0; s < cluster.subnets.size(); ++s)
        if (std::ranges::find(cluster.subnets[s].routers, router) != cluster.subnets[s].routers.end())
            subnets.push_back(s);
    return subnets;
}

Rect deviceOf(const Canvas &canvas, const Street &street, const UnderlaySubnet::Member &member)
{
    const auto &nodes = canvas.cluster().nodes;
    const auto node = std::ranges::find(nodes, member.node, &ClusterNode::name);
    const std::size_t plot = node == nodes.end() ? nobody : street.plotOfNode(static_cast<std::size_t>(node - nodes.begin()));
    if (plot == nobody)
        return {};
    const auto interface = std::ranges::find(node->net.interfaces, member.interface, &NetworkInterface::name);
    return street.plots[plot].anchors.of(static_cast<std::size_t>(interface - node->net.interfaces.begin()));
}

std::vector<Bar> barsOf(const Canvas &canvas, const Street &street)
{
    std::vector<Bar> bars;
    const auto &subnets = canvas.cluster().subnets;
    for (const Segment &segment : segmentsOf(canvas.cluster())) {
        std::optional<Rect> span;
        for (const UnderlaySubnet::Member &member : subnets[segment.front()].members)
            if (const Rect device = deviceOf(canvas, street, member); !device.isEmpty())
                span = span ? span->united(device) : device;
        if (span)
            bars.push_back({segment.front(), segment, span->left(), span->right()});
    }
    std::ranges::stable_sort(bars, {}, &Bar::left);
    for (std::size_t i = 0; i < bars.size(); ++i) {
        const auto taken = [&](std::size_t level) {
            return std::any_of(bars.begin(), bars.begin() + static_cast<std::ptrdiff_t>(i),
                               [&](const Bar &other) { return other.level == level && other.right + 20 > bars[i].left; });
        };
        while (taken(bars[i].level))
            ++bars[i].level;
        bars[i].y = street.floor + drop + barStep * static_cast<double>(bars[i].level);
    }
    return bars;
}

Subject wireOf(std::size_t subnet)
{
    return {Subject::Kind::Subnet, 0, static_cast<std::uint32_t>(subnet)};
}

// Of all of a bar's subnets.
std::vector<std::size_t> routersOf(const Cluster &cluster, const Bar &bar)
{
    std::vector<std::size_t> routers;
    for (const std::size_t subnet : bar.segment)
        for (const std::size_t router : cluster.subnets[subnet].routers)
            if (std::ranges::find(routers, router) == routers.end())
                routers.push_back(router);
    return routers;
}

// Behind all bars: what leads to a lower one passes those above it.
void drawWires(Canvas &canvas, const Street &street, const Bar &bar)
{
    const UnderlaySubnet &subnet = canvas.cluster().subnets[bar.subnet];
    canvas.begin(wireOf(bar.subnet), subnet.network.text());
    for (const UnderlaySubnet::Member &member : subnet.members)
        if (const Rect device = deviceOf(canvas, street, member); !device.isEmpty())
            canvas.wire({{device.centreX(), device.bottom()}, {device.centreX(), bar.y}}, Hue::Underlay, 2.4);
}

// Each of its subnets has its share of the bar.
void drawBar(Canvas &canvas, const Bar &bar)
{
    const double share = (bar.right - bar.left) / static_cast<double>(bar.segment.size());
    for (std::size_t i = 0; i < bar.segment.size(); ++i) {
        const std::string network = canvas.cluster().subnets[bar.segment[i]].network.text();
        const double left = bar.left + share * static_cast<double>(i);
        canvas.begin(wireOf(bar.segment[i]), network);
        if (i == 0)
            canvas.box({{bar.left, bar.y, bar.right - bar.left, wireHeight}, wireHeight / 2, Hue::Underlay, Fill::Soft, 1.4, Stroke::Solid});
        canvas.text({left + share / 2, bar.middle() + 4}, elidedInTheMiddle(network, share - 8, Face::Mono, measure::addressSize), measure::addressSize, Hue::Underlay,
                    Anchor::Middle, false, Face::Mono);
        if (bar.segment.size() > 1)
            canvas.setReach({left, bar.y, share, wireHeight});
    }
}

// Beside the line from a house down to its subnet: by which gateway everything else leaves.
void drawDefaultRoutes(Canvas &canvas, const Street &street)
{
    for (const Plot &plot : street.plots) {
        if (plot.kind != Plot::Kind::House)
            continue;
        const ClusterNode &node = canvas.cluster().nodes[plot.index];
        for (const Route &route : node.net.routes) {
            const auto interface = std::ranges::find(node.net.interfaces, route.interface, &NetworkInterface::name);
            if (route.to.length != 0 || !route.via || interface == node.net.interfaces.end() || !route.table.empty())
                continue;
            const auto item = static_cast<std::size_t>(interface - node.net.interfaces.begin());
            if (!plot.anchors.devices.contains(item))
                continue;
            const Rect device = plot.anchors.of(item);
            canvas.begin({Subject::Kind::Routes, static_cast<std::uint32_t>(plot.index), static_cast<std::uint32_t>(item)},
                         canvas.say(Sentence::of("routes")));
            canvas.text({device.centreX() + 9, street.floor + 21}, "default via " + route.via->text(), measure::addressSize, Hue::Muted, Anchor::Start,
                        false, Face::Mono);
            break;
        }
    }
}

class Routers
{
public:
    // Next hops hang so deep from the bars.
    Routers(Canvas &canvas, std::vector<Bar> &bars, double hopDepth) : m_canvas(canvas), m_bars(bars), m_hopDepth(hopDepth) { }

    const std::map<std::size_t, Rect> &places() const { return m_places; }

    void draw()
    {
        std::vector<Bar *> first;
        for (Bar &bar : m_bars)
            if (bar.level == 0)
                first.push_back(&bar);
        const bool stacked = first.size() != m_bars.size();
        if (first.size() <= 2 && !stacked)
            beside(first);
        else
            below();
    }

private:
    bool isOn(std::size_t router, const Bar &bar) const
    {
        const auto routers = routersOf(m_canvas.cluster(), bar);
        return std::ranges::find(routers, router) != routers.end();
    }

    void put(std::size_t router, const Rect &rect) { m_places[router] = rect; }

    void join(Point from, Point to, Stroke stroke = Stroke::Solid)
    {
        m_canvas.begin({});
        m_canvas.wire({from, to}, Hue::Underlay, 2.4, stroke);
    }

    // The gateways of two subnets stand between them, a single subnet's at its end.
    void beside(const std::vector<Bar *> &bars)
    {
        if (bars.empty())
            return;
        const Cluster &cluster = m_canvas.cluster();
        double right = bars[0]->right;
        double left = bars[0]->left;
        std::size_t placed = 0;
        for (const std::size_t router : routersOf(cluster, *bars[0])) {
            const Rect size = routerSize(cluster, router);
            const double y = bars[0]->middle() - size.height / 2;
            if (placed++ % 2 == 0 || bars.size() == 2) { // a second one of a single subnet stands at its other end
                put(router, {right + routerGap, y, size.width, size.height});
                join({right, bars[0]->middle()}, {right + routerGap, bars[0]->middle()});
                right += routerGap + size.width;
            } else {
                put(router, {left - routerGap - size.width, y, size.width, size.height});
                join({left - routerGap, bars[0]->middle()}, {left, bars[0]->middle()});
                left -= routerGap + size.width;
            }
        }
        if (bars.size() < 2)
            return;
        double from = bars[1]->left;
        bool joined = false;
        for (const std::size_t router : routersOf(cluster, *bars[1])) {
            const Rect size = routerSize(cluster, router);
            if (const auto known = m_places.find(router); known != m_places.end()) {
                join({known->second.right(), bars[1]->middle()}, {from, bars[1]->middle()});
                joined = true;
                continue;
            }
            join({from - routerGap, bars[1]->middle()}, {from, bars[1]->middle()});
            from -= routerGap + size.width;
            put(router, {from, bars[1]->middle() - size.height / 2, size.width, size.height});
        }
        if (!joined && leads(bars[0]->subnet, bars[1]->subnet))
            drawUnseen({right, bars[0]->middle()}, {from, bars[1]->middle()}, bars[1]->subnet);
    }

    bool leads(std::size_t a, std::size_t b) const
    {
        const Cluster &cluster = m_canvas.cluster();
        const auto oneWay = [&](std::size_t from, std::size_t to) {
            return std::ranges::any_of(cluster.subnets[from].routers, [&](std::size_t router) { return routerLeadsTo(cluster, router, from, to); });
        };
        return oneWay(a, b) || oneWay(b, a);
    }

    // Packets are sent this way, but nobody has shown what is there.
    void drawUnseen(Point from, Point to, std::size_t subnet)
    {
        m_canvas.begin({Subject::Kind::Unseen, 0, static_cast<std::uint32_t>(subnet)}, m_canvas.say(Sentence::of("not seen")));
        m_canvas.wire({from, to}, Hue::Underlay, 1.8, Stroke::Dotted);
        const Point middle{(from.x + to.x) / 2, (from.y + to.y) / 2};
        m_canvas.pill(middle, {"?"}, Hue::Underlay);
    }

    // Many subnets: each router below the bars that it joins, and one dotted line through those that lead to each other.
    void below()
    {
        const Cluster &cluster = m_canvas.cluster();
        double bars = 0;
        for (const Bar &bar : m_bars)
            bars = std::max(bars, bar.bottom());
        double free = -1e9;
        std::vector<std::pair<std::size_t, double>> order; // router, the middle of its bars
        for (std::size_t router = 0; router < cluster.routers.size(); ++router) {
            double sum = 0;
            double count = 0;
            for (const Bar &bar : m_bars)
                if (isOn(router, bar)) {
                    sum += (bar.left + bar.right) / 2;
                    ++count;
                }
            if (count > 0)
                order.emplace_back(router, sum / count);
        }
        std::ranges::stable_sort(order, {}, [](const auto &one) { return one.second; });
        for (const auto &[router, middle] : order) {
            const Rect size = routerSize(cluster, router);
            const Rect rect{std::max(middle - size.width / 2, free), bars + m_hopDepth + belowGap, size.width, size.height};
            put(router, rect);
            free = rect.right() + routerGap;
            for (const Bar &bar : m_bars) {
                if (!isOn(router, bar))
                    continue;
                const double x = std::clamp(rect.centreX(), bar.left + 20, bar.right - 20);
                if (std::abs(x - rect.centreX()) < 1)
                    join({x, bar.bottom()}, {x, rect.top()});
                else
                    joinAround({x, bar.bottom()}, rect);
            }
        }
        for (std::size_t i = 0; i + 1 < order.size(); ++i) {
            const std::vector<std::size_t> near = subnetsOf(cluster, order[i].first);
            const std::vector<std::size_t> far = subnetsOf(cluster, order[i + 1].first);
            const bool shared = std::ranges::any_of(near, [&](std::size_t s) { return std::ranges::find(far, s) != far.end(); });
            if (shared || near.empty() || far.empty() || !leads(near.front(), far.front()))
                continue;
            const Rect &a = m_places[order[i].first];
            const Rect &b = m_places[order[i + 1].first];
            const double y = std::min(a.centreY(), b.centreY());
            drawUnseen({a.right(), y}, {b.left(), y}, far.front());
        }
    }

    void joinAround(Point bar, const Rect &router)
    {
        m_canvas.begin({});
        const double y = router.top() - belowGap / 2;
        const double x = bar.x < router.centreX() ? router.left() + 24 : router.right() - 24;
        m_canvas.wire({bar, {bar.x, y}, {x, y}, {x, router.top()}}, Hue::Underlay, 2.4);
    }

    Canvas &m_canvas;
    std::vector<Bar> &m_bars;
    double m_hopDepth;
    std::map<std::size_t, Rect> m_places;
};

} // namespace

double gatewayRoom(const Canvas &canvas, const std::vector<Plot> &plots, std::size_t left)
{
    const Cluster &cluster = canvas.cluster();
    const auto home = [&](std::size_t plot) {
        const bool isNode = plot < plots.size() && (plots[plot].kind == Plot::Kind::House || plots[plot].kind == Plot::Kind::Card);
        return isNode ? homeSubnet(cluster, plots[plot].index) : nobody;
    };
    const std::size_t a = home(left);
    const std::size_t b = home(left + 1);
    if (a == nobody || b == nobody || a == b || segmentsOf(cluster).size() != 2)
        return 0;
    const std::set<std::size_t> near(cluster.subnets[a].routers.begin(), cluster.subnets[a].routers.end());
    std::set<std::size_t> all = near;
    all.insert(cluster.subnets[b].routers.begin(), cluster.subnets[b].routers.end());
    const bool joined = all.size() < near.size() + cluster.subnets[b].routers.size();
    double room = joined ? routerGap : unseenGap;
    for (const std::size_t router : all)
        room += routerSize(cluster, router).width + routerGap;
    const auto overhang = [&](const Plot &plot, bool right) {
        // A house without uplinks is joined by its wall.
        if (!plot.house || plot.house->uplinksRight() <= plot.house->uplinksLeft())
            return 0.0;
        return right ? plot.width - plot.house->uplinksRight() : plot.house->uplinksLeft();
    };
    return room - overhang(plots[left], true) - overhang(plots[left + 1], false);
}

BarFloors drawUnderlay(Canvas &canvas, const Street &street, double hopDepth)
{
    std::vector<Bar> bars = barsOf(canvas, street);
    Routers routers(canvas, bars, hopDepth);
    routers.draw();
    for (const auto &[router, rect] : routers.places())
        drawRouter(canvas, router, rect);
    for (const Bar &bar : bars)
        drawWires(canvas, street, bar);
    for (const Bar &bar : bars)
        drawBar(canvas, bar);
    if (canvas.options().layers.routes)
        drawDefaultRoutes(canvas, street);
    BarFloors floors;
    for (const Bar &bar : bars)
        for (const std::size_t subnet : bar.segment)
            floors[subnet] = bar.bottom();
    return floors;
}

} // namespace vethscope
