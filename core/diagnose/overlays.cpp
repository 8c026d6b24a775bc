#include "core/diagnose/overlays.h"

#include <algorithm>

namespace vethscope::diagnose {
namespace {

using OverlayKey = std::pair<std::size_t, std::size_t>; // node, interface

std::string_view stemOf(std::string_view device)
{
    return device.substr(0, device.find_first_of(".-_0123456789"));
}

bool areOneOverlay(const Case &about, const TunnelLink &link)
{
    if (link.kind != LinkKind::Vxlan || link.to == nobody || link.toInterface == nobody || link.fromInterface == nobody)
        return false;
    const std::string &near = about.nodes()[link.from].net.interfaces[link.fromInterface].name;
    const std::string &far = about.nodes()[link.to].net.interfaces[link.toInterface].name;
    return near == far || stemOf(near) == stemOf(far) || link.vni == link.farVni || link.port == link.farPort;
}

} // namespace

std::vector<std::vector<TunnelEnd>> vxlanOverlays(const Case &about)
{
    std::vector<std::vector<OverlayKey>> groups;
    const auto groupOf = [&](const OverlayKey &key) {
        const auto found = std::ranges::find_if(groups, [&](const auto &group) { return std::ranges::find(group, key) != group.end(); });
        if (found != groups.end())
            return found - groups.begin();
        groups.push_back({key});
        return std::ssize(groups) - 1;
    };
    for (const TunnelLink &link : about.links().tunnels) {
        if (!areOneOverlay(about, link))
            continue;
        const auto one = groupOf({link.from, link.fromInterface}), other = groupOf({link.to, link.toInterface});
        if (one == other)
            continue;
        std::ranges::copy(groups[static_cast<std::size_t>(other)], std::back_inserter(groups[static_cast<std::size_t>(one)]));
        groups.erase(groups.begin() + other);
    }
    std::vector<std::vector<TunnelEnd>> overlays;
    for (auto &group : groups) {
        std::ranges::sort(group);
        std::vector<TunnelEnd> &ends = overlays.emplace_back();
        for (const auto &[node, interface] : group)
            ends.push_back({node, &about.nodes()[node].net.interfaces[interface]});
    }
    return overlays;
}

} // namespace vethscope::diagnose
