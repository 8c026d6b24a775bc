#include "core/topology/housefigure.h"

#include "core/figure/textwidth.h"

#include <fmt/format.h>

#include <algorithm>

namespace vethscope {

using namespace figure;

namespace {

constexpr double houseMargin = 20;      // from a wall to what is inside
constexpr double hubGap = 16;
constexpr double columnGap = 28;
constexpr double uplinkGap = 24;
constexpr double routeWidth = 118; // of the words beside a line
constexpr double barHeight = 26;   // of a bar that only says what it is
constexpr double asideRoom = 116;
constexpr double asideLine = 16;

double deviceHeight(bool addresses)
{
    return addresses ? 60 : 34;
}

Subject on(Subject::Kind kind, const House &house, std::size_t item)
{
    return {kind, static_cast<std::uint32_t>(house.node), static_cast<std::uint32_t>(item)};
}

} // namespace

double Storeys::height() const
{
    return header + pods + hub + routing + routes + tunnel + tunnelFoot + uplink + footer;
}

void Storeys::raiseTo(const Storeys &other)
{
    for (double Storeys::*storey : {&Storeys::header, &Storeys::pods, &Storeys::hub, &Storeys::routing, &Storeys::routes, &Storeys::tunnel,
                                    &Storeys::tunnelFoot, &Storeys::uplink, &Storeys::footer})
        this->*storey = std::max(this->*storey, other.*storey);
}

Rect HouseAnchors::of(std::size_t interface) const
{
    const auto found = devices.find(interface);
    return found == devices.end() ? wall : found->second;
}

HouseFigure::HouseFigure(const Canvas &canvas, const House &house, Hue podHue, TunnelSide side) : m_house(house), m_podHue(podHue)
{
    plan(canvas, side);
}

double HouseFigure::uplinksLeft() const
{
    return columnsLeft({houseMargin, 0, m_width - 2 * houseMargin, 1});
}

void HouseFigure::plan(const Canvas &canvas, TunnelSide side)
{
    const TopologyLayers &layers = canvas.options().layers;
    const ClusterNode &node = canvas.cluster().nodes[m_house.node];
    const bool roomy = m_house.podCount() <= mostRoomyPods;
    const bool complete = canvas.options().complete.contains(node.name);
    double hubsWidth = 0;
    m_blocks.reserve(m_house.hubs.size());
    for (const Hub &hub : m_house.hubs) {
        m_blocks.emplace_back(hub, m_house.node, roomy, complete ? nobody : mostPodCards, layers.addresses);
        m_hubWidths.push_back(std::max(m_blocks.back().width(), hub.kind == Hub::Kind::Bridge ? measure::deviceWidth : 150.0));
        hubsWidth += m_hubWidths.back() + (m_hubWidths.size() > 1 ? hubGap : 0);
        m_storeys.pods = std::max(m_storeys.pods, m_blocks.back().height());
        m_storeys.hub = std::max(m_storeys.hub, hub.kind == Hub::Kind::Bridge ? deviceHeight(layers.addresses) : barHeight);
    }
    const std::ptrdiff_t joined = std::ranges::count_if(m_house.hubs, [](const Hub &hub) { return hub.kind != Hub::Kind::Unseen; });
    m_storeys.routing = joined > 1 ? barHeight + 20 : 0;

    for (const Uplink &uplink : m_house.uplinks) {
        Column column{uplink.interface, {}, uplink.defaultRoutes, 0};
        std::vector<vethscope::Way> ways = uplink.ways;
        std::ranges::stable_sort(ways, {}, [side](const vethscope::Way &way) { return (way.tunnel == nobody) != (side == TunnelSide::Right); });
        for (const vethscope::Way &way : ways) {
            const bool direct = way.tunnel == nobody;
            const double left = column.width + (column.ways.empty() ? 0 : columnGap);
            const bool alone = uplink.ways.size() == 1;
            const double width = direct && !alone ? 14 + routeWidth : measure::deviceWidth;
            column.ways.push_back({way.tunnel, way.routes, direct && !alone ? left + 10 : left + width / 2, left});
            column.width = left + width;
            if (!direct)
                m_storeys.tunnel = deviceHeight(layers.addresses);
        }
        column.width = std::max(column.width, measure::deviceWidth);
        m_columnsWidth += column.width + (m_columns.empty() ? 0 : uplinkGap);
        m_storeys.uplink = deviceHeight(layers.addresses);
        m_columns.push_back(std::move(column));
    }
    if (!m_house.looseTunnels.empty()) {
        m_storeys.tunnel = deviceHeight(layers.addresses);
        const auto count = static_cast<double>(m_house.looseTunnels.size());
        m_columnsWidth = count * measure::deviceWidth + (count - 1) * uplinkGap; // there is no uplink
    }
    const bool hasWay = std::ranges::any_of(m_columns, [](const Column &column) { return !column.ways.empty(); });
    if (hasWay && !m_house.hubs.empty())
        m_storeys.routes = layers.routes ? 48 : 30;
    else if (!m_house.hubs.empty() && (!m_columns.empty() || !m_house.looseTunnels.empty()))
        m_storeys.routes = 30;
    if (m_storeys.tunnel > 0 && m_storeys.uplink > 0)
        m_storeys.tunnelFoot = 34;

    // Room for a route's words right of the middle line.
    const double words = layers.routes && hasWay ? 2 * (8 + routeWidth) : 0;
    const double heading = textWidth(node.name, Face::Sans, measure::headingSize, true) + textWidth(node.roles, Face::Sans, measure::remarkSize) + 70;
    const double inside = std::max({hubsWidth, m_columnsWidth, words, std::min(heading, 320.0), measure::deviceWidth});
    m_width = inside + 2 * houseMargin;
    m_storeys.header = 48;
    const std::vector<std::string> aside = asideLines(canvas);
    m_besideUplink = aside.size() <= 2 && m_storeys.uplink > 0 && uplinksLeft() - houseMargin >= asideRoom + 8;
    m_storeys.footer = 18 + (m_besideUplink ? 0 : asideLine * static_cast<double>(aside.size()) + (aside.empty() ? 0 : 4));
}

HouseAnchors HouseFigure::draw(Canvas &canvas, Point at, const Storeys &storeys) const
{
    HouseAnchors anchors;
    anchors.wall = {at.x, at.y, m_width, storeys.height()};
    const Rect inside{at.x + houseMargin, at.y, m_width - 2 * houseMargin, storeys.height()};
    drawWalls(canvas, anchors.wall);
    drawColumns(canvas, inside, storeys, anchors);
    drawHubs(canvas, inside, storeys);
    drawAside(canvas, inside, storeys);
    return anchors;
}

void HouseFigure::drawWalls(Canvas &canvas, const Rect &wall) const
{
    const ClusterNode &node = canvas.cluster().nodes[m_house.node];
    canvas.begin(on(Subject::Kind::Node, m_house, 0), node.name);
    canvas.box({wall, 14, Hue::Neutral, Fill::Window, 1.4, node.ghost ? Stroke::Dotted : Stroke::Solid});
    drawHeading(canvas, m_house.node, wall, wall.y + 29, measure::headingSize, true);
}

void HouseFigure::drawHubs(Canvas &canvas, const Rect &inside, const Storeys &storeys) const
{
    if (m_house.hubs.empty())
        return;
    const double top = inside.y + storeys.header + storeys.pods;
    const std::vector<Rect> rects = hubRects(inside, top, canvas.options().layers.addresses);
    for (std::size_t i = 0; i < m_house.hubs.size(); ++i) {
        const Hub &hub = m_house.hubs[i];
        const Rect &rect = rects[i];
        m_blocks[i].draw(canvas, rect.centreX(), top, m_podHue);
        if (m_storeys.routing > 0 && hub.kind != Hub::Kind::Unseen) {
            canvas.begin({});
            canvas.wire({{rect.centreX(), rect.bottom()}, {rect.centreX(), top + storeys.hub + storeys.routing - barHeight}}, m_podHue);
        }
        drawHub(canvas, hub, rect);
    }
    if (m_storeys.routing > 0) {
        const Rect bar{inside.x, top + storeys.hub + storeys.routing - barHeight, inside.width, barHeight};
        canvas.begin(on(Subject::Kind::Routes, m_house, nobody32), canvas.say(Sentence::of("IP routing")));
        canvas.box({bar, 8, Hue::Neutral, Fill::Base, 1.2, Stroke::Solid});
        canvas.text({bar.centreX(), bar.centreY() + 4}, canvas.say(Sentence::of("IP routing")), measure::remarkSize, Hue::Muted, Anchor::Middle);
    }
}

std::vector<Rect> HouseFigure::hubRects(const Rect &inside, double top, bool addresses) const
{
    double needed = hubGap * static_cast<double>(m_hubWidths.size() - 1);
    for (const double width : m_hubWidths)
        needed += width;
    const double spare = (inside.width - needed) / static_cast<double>(m_hubWidths.size());
    std::vector<Rect> rects;
    double x = inside.x;
    for (std::size_t i = 0; i < m_house.hubs.size(); ++i) {
        rects.push_back({x, top, m_hubWidths[i] + spare, m_house.hubs[i].kind == Hub::Kind::Bridge ? deviceHeight(addresses) : barHeight});
        x = rects.back().right() + hubGap;
    }
    return rects;
}

// Below the hub whose traffic they carry, or in the middle when they carry that of all.
double HouseFigure::columnsLeft(const Rect &inside) const
{
    const auto joined = std::ranges::find_if(m_house.hubs, [](const Hub &hub) { return hub.kind != Hub::Kind::Unseen; });
    double centre = inside.centreX();
    if (m_storeys.routing <= 0 && joined != m_house.hubs.end())
        centre = hubRects(inside, 0, true)[static_cast<std::size_t>(joined - m_house.hubs.begin())].centreX();
    return std::clamp(centre - m_columnsWidth / 2, inside.left(), std::max(inside.left(), inside.right() - m_columnsWidth));
}

void HouseFigure::drawHub(Canvas &canvas, const Hub &hub, const Rect &rect) const
{
    if (hub.kind == Hub::Kind::Bridge) {
        const NetworkInterface &bridge = canvas.cluster().nodes[m_house.node].net.interfaces[hub.interface];
        canvas.begin(on(Subject::Kind::Interface, m_house, hub.interface), bridge.name);
        canvas.device(rect, m_podHue, bridge.name, canvas.options().layers.addresses ? addressLines(bridge) : std::vector<std::string>{});
        return;
    }
    const bool routing = hub.kind == Hub::Kind::Routing;
    const std::string words = routing ? canvas.say(Sentence::of("IP routing")) : canvas.say(Sentence::of("bridge not seen"));
    canvas.begin(on(routing ? Subject::Kind::Routes : Subject::Kind::Node, m_house, routing ? nobody32 : 0), words);
    canvas.box({rect, 8, routing ? Hue::Neutral : m_podHue, Fill::Base, 1.2, routing ? Stroke::Solid : Stroke::Dotted});
    canvas.text({rect.centreX(), rect.centreY() + 4}, words, measure::remarkSize, Hue::Muted, Anchor::Middle);
}

void HouseFigure::drawColumns(Canvas &canvas, const Rect &inside, const Storeys &storeys, HouseAnchors &anchors) const
{
    const ClusterNode &node = canvas.cluster().nodes[m_house.node];
    const bool addresses = canvas.options().layers.addresses;
    const double hubBottom = inside.y + storeys.header + storeys.pods + storeys.hub + storeys.routing;
    const double tunnelTop = hubBottom + storeys.routes;
    const double uplinkTop = tunnelTop + storeys.tunnel + storeys.tunnelFoot;
    double x = columnsLeft(inside);
    for (const Column &column : m_columns) {
        const Rect uplink{x, uplinkTop, column.width, deviceHeight(addresses)};
        anchors.devices[column.interface] = uplink;
        for (const Way &way : column.ways)
            drawWay(canvas, column, way, x, hubBottom, storeys, anchors);
        const NetworkInterface &interface = node.net.interfaces[column.interface];
        canvas.begin(on(Subject::Kind::Interface, m_house, column.interface), interface.name);
        canvas.device(uplink, Hue::Underlay, interface.name, addresses ? addressLines(interface) : std::vector<std::string>{},
                      !node.ghost && interface.state != LinkState::Down);
        x += column.width + uplinkGap;
    }
    for (const std::size_t tunnel : m_house.looseTunnels) {
        const Rect rect{x, tunnelTop, measure::deviceWidth, deviceHeight(addresses)};
        anchors.devices[tunnel] = rect;
        canvas.begin(on(Subject::Kind::Interface, m_house, tunnel), node.net.interfaces[tunnel].name);
        canvas.device(rect, Hue::Tunnel, node.net.interfaces[tunnel].name, addresses ? addressLines(node.net.interfaces[tunnel]) : std::vector<std::string>{},
                      !node.ghost);
        x += measure::deviceWidth + uplinkGap;
    }
}

void HouseFigure::drawWay(Canvas &canvas, const Column &column, const Way &way, double left, double top, const Storeys &storeys,
                          HouseAnchors &anchors) const
{
    const ClusterNode &node = canvas.cluster().nodes[m_house.node];
    const bool addresses = canvas.options().layers.addresses;
    const double x = left + way.offset;
    const double tunnelTop = top + storeys.routes;
    const double uplinkTop = tunnelTop + storeys.tunnel + storeys.tunnelFoot;
    const bool direct = way.tunnel == nobody;
    // Hubs of other houses may be higher: the line begins at this one's own.
    const bool bridged = !m_house.hubs.empty() && m_house.hubs.front().kind == Hub::Kind::Bridge;
    const bool joined = std::ranges::any_of(m_house.hubs, [](const Hub &hub) { return hub.kind != Hub::Kind::Unseen; });
    const double own = m_storeys.routing > 0 ? top : top - storeys.hub - storeys.routing + (bridged ? deviceHeight(addresses) : barHeight);
    canvas.begin(on(Subject::Kind::Routes, m_house, direct ? column.interface : way.tunnel), canvas.say(Sentence::of("routes")));
    if (!m_house.hubs.empty())
        canvas.wire({{x, own}, {x, direct ? uplinkTop : tunnelTop}}, direct ? Hue::Native : m_podHue, direct ? 2 : 2.4,
                    joined ? Stroke::Solid : Stroke::Dotted);
    if (canvas.options().layers.routes && !way.routes.empty() && !m_house.hubs.empty())
        drawRoutes(canvas, way, {x + 9, top + storeys.routes / 2});
    if (direct)
        return;
    const NetworkInterface &device = node.net.interfaces[way.tunnel];
    const Rect rect{left + way.left, tunnelTop, measure::deviceWidth, deviceHeight(addresses)};
    anchors.devices[way.tunnel] = rect;
    canvas.begin(on(Subject::Kind::Interface, m_house, way.tunnel), device.name);
    canvas.wire({{x, rect.bottom()}, {x, uplinkTop}}, Hue::Tunnel, 2.4);
    std::vector<std::string> lines = addresses ? addressLines(device) : std::vector<std::string>{};
    if (addresses && !lines.empty() && device.tunnel && device.tunnel->vni)
        lines.front() += fmt::format(" · VNI {}", *device.tunnel->vni);
    canvas.device(rect, Hue::Tunnel, device.name, lines, !node.ghost);
    canvas.setReach(rect);
}

void HouseFigure::drawRoutes(Canvas &canvas, const Way &way, Point at) const
{
    const ClusterNode &node = canvas.cluster().nodes[m_house.node];
    const Route &first = node.net.routes[way.routes.front()];
    std::vector<std::string> lines{first.to.text()};
    if (way.routes.size() > 1)
        lines.front() += fmt::format(" +{}", way.routes.size() - 1);
    if (first.via)
        lines.push_back("via " + first.via->text());
    double y = at.y - 7 * static_cast<double>(lines.size() - 1) + 4;
    for (const std::string &line : lines) {
        canvas.text({at.x, y}, elidedInTheMiddle(line, routeWidth, Face::Mono, measure::addressSize), measure::addressSize, Hue::Muted, Anchor::Start,
                    false, Face::Mono);
        y += 14;
    }
}

std::vector<std::string> HouseFigure::asideLines(const Canvas &canvas) const
{
    const ClusterNode &node = canvas.cluster().nodes[m_house.node];
    std::vector<std::string> lines;
    if (canvas.options().layers.emptyBridges)
        for (const std::size_t interface : m_house.idle)
            lines.push_back(node.net.interfaces[interface].kind == LinkKind::Bridge
                                ? canvas.say(Sentence::of("{} · no ports", node.net.interfaces[interface].name))
                                : node.net.interfaces[interface].name);
    if (!m_house.hostPods.empty())
        lines.push_back(canvas.say(hostPodCount(m_house.hostPods.size())));
    return lines;
}

void HouseFigure::drawAside(Canvas &canvas, const Rect &inside, const Storeys &storeys) const
{
    const std::vector<std::string> lines = asideLines(canvas);
    // Below the uplinks the first one's line goes down.
    const double line = m_columns.empty() ? inside.width : columnsLeft(inside) - inside.x + m_columns.front().width / 2;
    const double room = m_besideUplink ? asideRoom : std::min(inside.width / 2, line) - 10;
    const double bottom = inside.bottom() - storeys.footer;
    double y = m_besideUplink ? bottom - deviceHeight(canvas.options().layers.addresses) / 2 - 8 * static_cast<double>(lines.size() - 1) + 4
                              : bottom + asideLine;
    for (std::size_t i = 0; i < lines.size(); ++i) {
        const bool isInterface = canvas.options().layers.emptyBridges && i < m_house.idle.size();
        canvas.begin(isInterface ? on(Subject::Kind::Interface, m_house, m_house.idle[i]) : on(Subject::Kind::Node, m_house, 0), lines[i]);
        canvas.text({inside.x + 2, y}, elidedInTheMiddle(lines[i], room, Face::Sans, measure::remarkSize), measure::remarkSize, Hue::Muted);
        y += asideLine;
    }
}

} // namespace vethscope
