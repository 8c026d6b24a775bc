#include "core/topology/street.h"

#include <algorithm>

namespace vethscope {

using namespace figure;

namespace {

constexpr double routerWidth = 146;

std::vector<std::string> linesOf(const UnderlayRouter &router)
{
    std::vector<std::string> lines;
    for (const IpAddress &address : router.addresses)
        lines.push_back(address.text());
    for (const MacAddress &mac : router.macs)
        lines.push_back(mac.text());
    return lines;
}

} // namespace

bool isGateway(const Cluster &cluster, const UnderlayRouter &router)
{
    return std::ranges::any_of(cluster.nodes, [&](const ClusterNode &node) {
        return std::ranges::any_of(node.net.routes, [&](const Route &route) {
            return route.to.length == 0 && route.via && std::ranges::find(router.addresses, *route.via) != router.addresses.end();
        });
    });
}

Rect routerSize(const Cluster &cluster, std::size_t router)
{
    const std::size_t lines = linesOf(cluster.routers[router]).size();
    return {0, 0, routerWidth, 30 + measure::lineHeight * static_cast<double>(lines)};
}

void drawRouter(Canvas &canvas, std::size_t index, const Rect &rect)
{
    const UnderlayRouter &router = canvas.cluster().routers[index];
    const std::string name = canvas.say(isGateway(canvas.cluster(), router) ? Sentence::of("gateway") : Sentence::of("router"));
    canvas.begin({Subject::Kind::Router, 0, static_cast<std::uint32_t>(index)},
                 router.addresses.empty() ? name : name + ' ' + router.addresses.front().text());
    canvas.device(rect, Hue::Underlay, name, canvas.options().layers.addresses ? linesOf(router) : std::vector<std::string>{});
}

bool routerLeadsTo(const Cluster &cluster, std::size_t router, std::size_t from, std::size_t to)
{
    const auto membersOf = [&](std::size_t subnet, auto isWanted) {
        return std::ranges::any_of(cluster.subnets[subnet].members, [&](const UnderlaySubnet::Member &member) {
            const auto node = std::ranges::find(cluster.nodes, member.node, &ClusterNode::name);
            return node != cluster.nodes.end() && isWanted(*node, member.interface);
        });
    };
    const std::vector<Said<IpAddress>> &addresses = cluster.routers[router].addresses;
    return membersOf(from, [&](const ClusterNode &sender, const std::string &) {
        return std::ranges::any_of(sender.net.routes, [&](const Route &route) {
            if (!route.via || std::ranges::find(addresses, *route.via) == addresses.end())
                return false;
            return membersOf(to, [&](const ClusterNode &receiver, const std::string &name) {
                const auto device = std::ranges::find(receiver.net.interfaces, name, &NetworkInterface::name);
                return device != receiver.net.interfaces.end()
                    && std::ranges::any_of(device->addresses, [&](const IpPrefix &prefix) { return route.to.contains(prefix.address); });
            });
        });
    });
}

} // namespace vethscope
