#include "core/topology/segments.h"

#include <algorithm>
#include <set>

namespace vethscope {
namespace {

using Devices = std::set<std::pair<std::string, std::string>>;

Devices devicesOf(const UnderlaySubnet &subnet)
{
    Devices devices;
    for (const UnderlaySubnet::Member &member : subnet.members)
        devices.insert({member.node, member.interface});
    return devices;
}

} // namespace

std::vector<Segment> segmentsOf(const Cluster &cluster)
{
    std::vector<Segment> segments;
    std::vector<Devices> known;
    for (std::size_t s = 0; s < cluster.subnets.size(); ++s) {
        Devices devices = devicesOf(cluster.subnets[s]);
        const auto same = devices.empty() ? known.end() : std::ranges::find(known, devices);
        // Two IPv4 networks on one wire are worth a bar each: routers stand between them.
        const auto isFamily = [&](std::size_t other) { return cluster.subnets[other].network.address.isV6() == cluster.subnets[s].network.address.isV6(); };
        Segment *const segment = same == known.end() ? nullptr : &segments[static_cast<std::size_t>(same - known.begin())];
        if (segment && std::ranges::none_of(*segment, isFamily)) {
            segment->push_back(s);
            continue;
        }
        segments.push_back({s});
        known.push_back(std::move(devices));
    }
    return segments;
}

} // namespace vethscope
