#include "core/journey/behinddrop.h"

#include "core/path/question.h"
#include "core/path/walk.h"

#include <algorithm>

namespace vethscope::journey {
namespace {

using path::Hop;

// Null where no pod has the address, or several have it.
const path::Place *receiverOf(const path::Places &places, const path::Path &dropped)
{
    const auto owners = places.owners().of(dropped.packet.inner().ip.destination.value);
    const path::Place *const owner = owners.size() == 1 ? places.of(owners.front()) : nullptr;
    return owner && owner->isPod() ? owner : nullptr;
}

bool areOneDevice(const Hop &one, const Hop &other)
{
    return one.packet && other.packet && one.node == other.node && one.pod == other.pod && one.interface == other.interface
        && one.packet->scopes.size() == other.packet->scopes.size();
}

// From the pod on, as far as all ways back are one.
std::vector<Hop> wayBack(const path::Places &places, const path::Whose &whose, const path::Path &dropped, const path::Place &receiver)
{
    path::Trail trail;
    trail.place = &receiver;
    trail.packet = path::answerTo(dropped.packet);
    trail.packet.destinationPort = dropped.packet.sourcePort;
    trail.flows = dropped.flows;
    const std::vector<path::Path> ways = path::Walk(places, whose).fromSocket(std::move(trail));
    std::vector<Hop> common = ways.empty() ? std::vector<Hop>() : ways.front().hops;
    for (const path::Path &way : ways)
        common.erase(std::ranges::mismatch(common, way.hops, areOneDevice).in1, common.end());
    return common;
}

} // namespace

std::vector<Hop> behindDrop(const path::Places &places, const path::Whose &whose, const path::Path &dropped)
{
    const path::Place *const receiver = receiverOf(places, dropped);
    if (!receiver || dropped.hops.front().pod == receiver->pod)
        return {};
    std::vector<Hop> devices = wayBack(places, whose, dropped, *receiver);
    auto last = std::ranges::find_if(devices, [&](const Hop &hop) { return !hop.interface.empty() && areOneDevice(hop, dropped.hops.back()); });
    if (last == devices.end()) // routed, a packet has one hop less to live
        last = std::ranges::find_if(devices, [&](const Hop &hop) { return hop.packet->inner().ip.timeToLive.value != devices.front().packet->inner().ip.timeToLive.value; });
    devices.erase(last, devices.end());
    std::ranges::reverse(devices);
    return devices;
}

} // namespace vethscope::journey
