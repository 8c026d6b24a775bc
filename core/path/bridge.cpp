#include "core/kernel/bridgeforwarding.h"
#include "core/path/walk.h"

#include <algorithm>

#include <fmt/format.h>

namespace vethscope::path {
namespace {

// The port behind which the frame's receiver is, as far as it is known whose the address is.
std::string portTo(const Places &places, const Place &place, std::string_view bridge, std::string_view from, const std::optional<MacAddress> &mac, const IpAddress &nextHop)
{
    for (const NetworkInterface &port : place.net->interfaces) {
        if (!port.master || *port.master != bridge || port.name == from)
            continue;
        const auto other = places.otherEnd(place, port.name);
        const NetworkInterface *const device = other ? other->device() : nullptr;
        if (!device)
            continue;
        if (mac ? device->mac == mac : device->own(nextHop) != nullptr)
            return port.name;
    }
    return {};
}

} // namespace

void Walk::bridgeOn(Trail trail, std::string_view bridge, std::string_view port)
{
    const NetworkNamespace &net = *trail.place->net;
    const std::optional<MacAddress> mac = trail.packet.outer().link ? trail.packet.outer().link->destination.value : std::nullopt;
    const std::string likely = portTo(m_places, *trail.place, bridge, port, mac, trail.nextHop);
    const std::string key = fmt::format("{} dev {}", mac ? mac->text() : trail.nextHop.text(), bridge);
    const auto path = mac ? kernel::bridgePath(net, bridge, {port, *mac, {}}) : kernel::Answer<kernel::BridgePath>::unseen("bridge fdb");
    using Where = kernel::BridgePath::Where;
    if (path.isFound() && path->where == Where::Itself) {
        trail.note(Step::Kind::Port, key, Sentence::of("{} is an address of the bridge {} itself", mac->text(), std::string(bridge)), path);
        if (!port.empty())
            trail.enter(bridge);
        return take(std::move(trail), bridge);
    }
    if (path.isFound() && path->where == Where::HairpinOff) {
        const Sentence reason = Sentence::of("{} would leave by {}, where it came from, and hairpin is off there", mac->text(), std::string(port));
        trail.enter(bridge);
        return end(std::move(trail), {Disposition::HairpinOff, reason, {}, path.evidence, {}, {}});
    }
    if (path.isFound() && path->where == Where::Port && !path->ports.front().empty()) {
        trail.note(Step::Kind::Port, key, Sentence::of("The bridge {} has {} behind its port {}", std::string(bridge), mac->text(), path->ports.front()), path);
        return throughPort(std::move(trail), bridge, path->ports.front());
    }
    if (likely.empty()) {
        const Sentence reason = Sentence::of("Behind which port of {} the receiver is was not printed", std::string(bridge));
        const bool isComplete = path.isFound() && std::ranges::all_of(path->ports, [&](const std::string &one) { return m_places.otherEnd(*trail.place, one).has_value(); });
        if (!isComplete)
            return missing(std::move(trail), path.isUnseen() ? path.ask : "kubectl get pods -A -o wide", reason);
        const Sentence nobody = Sentence::of("Nobody behind {} has {}", std::string(bridge), mac->text());
        return end(std::move(trail), {Disposition::NeighbourFailed, nobody, "OTHERHOST", trail.packet.outer().link->destination.evidence, {}, {}});
    }
    if (path.isUnseen())
        trail.assume(HostTable::Forwarding, "bridge fdb");
    trail.note(Step::Kind::Port, key, Sentence::of("The bridge {} sends it to its ports, {} among them", std::string(bridge), likely), path);
    throughPort(std::move(trail), bridge, likely);
}

// Bridged from another port it is seen on the bridge as well; what the machine itself sends was seen there.
void Walk::throughPort(Trail trail, std::string_view bridge, std::string_view port)
{
    const bool isBridged = trail.hops.empty() || trail.hops.back().interface != bridge || trail.hops.back().node != trail.place->node;
    if (isBridged)
        trail.enter(bridge);
    if (!trail.place->net->interface(port)) {
        const Sentence reason = Sentence::of("What {} of {} is was not printed", std::string(port), trail.place->name());
        return missing(std::move(trail), "ip -d link", reason);
    }
    if (!isBridged || !trail.isPrerouted)
        return transmit(std::move(trail), port);
    for (Trail &forwarded : pass(std::move(trail), kernel::Hook::Forward, bridge))
        for (Trail &branch : pass(std::move(forwarded), kernel::Hook::Postrouting, bridge))
            transmit(std::move(branch), port);
}

} // namespace vethscope::path
