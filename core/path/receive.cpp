#include "core/kernel/device.h"
#include "core/kernel/martian.h"
#include "core/path/link.h"
#include "core/path/walk.h"

#include <fmt/format.h>

namespace vethscope::path {

void Walk::arrive(Trail trail, const End &end)
{
    trail.place = end.place;
    trail.leaveKernel();
    trail.inInterface.clear();
    if (const auto carries = kernel::carries(*end.place->net, end.interface); carries.isFound() && !*carries) {
        const Sentence reason = Sentence::of("{} of {} is down", end.interface, end.place->name());
        return this->end(std::move(trail), {Disposition::DeviceDown, reason, "DEV_READY", carries.evidence, {}, {}});
    }
    trail.enter(end.interface);
    const NetworkInterface *const device = end.device();
    if (device && device->master)
        return bridge(std::move(trail), *device->master, end.interface);
    if (isUntold(end)) {
        const Sentence reason = Sentence::of("Of which bridge {} of {} is a port was not printed", end.interface, end.place->name());
        return missing(std::move(trail), "ip link", reason);
    }
    const Known<MacAddress> mac = device ? device->mac : Known<MacAddress>();
    const std::optional<LinkHeader> &link = trail.packet.outer().link;
    if (link && link->destination.value && mac && *mac != *link->destination.value && !link->destination.value->isGroup()) {
        const Sentence reason = Sentence::of("{} is not the MAC address of {} of {}, which is {}", link->destination.value->text(), end.interface, end.place->name(), mac->text());
        return this->end(std::move(trail), {Disposition::NeighbourFailed, reason, "OTHERHOST", {mac.evidence()}, {}, {}});
    }
    take(std::move(trail), end.interface);
}

// The kernel's ip_rcv. What it has met before, with the same headers by the same device, goes round in circles.
void Walk::take(Trail trail, std::string_view device)
{
    trail.inInterface = device;
    const IpHeader &ip = trail.packet.outer().ip;
    const IpHeader &inner = trail.packet.inner().ip;
    const std::string crumb = fmt::format("{} {} {} {} {} {}", trail.place->name(), device, ip.source.value.text(), ip.destination.value.text(), inner.source.value.text(), inner.destination.value.text());
    if (!trail.crumbs.insert(crumb).second) {
        const Sentence reason = Sentence::of("{} gets the packet by {} for the second time: it goes round until its TTL ends", trail.place->name(), std::string(device));
        const EvidenceList evidence = trail.routeEvidence;
        return end(std::move(trail), {Disposition::Loop, reason, {}, evidence, {}, {}});
    }
    assumeUnprinted(trail);
    const auto martian = kernel::martian(*trail.place->net, trail.packet.seenBy(device));
    if (martian.isUnseen())
        trail.assume(HostTable::Settings, martian.ask);
    if (martian.isFound() && !martian->empty()) {
        const Sentence reason = Sentence::of("{} takes nothing from {} to {} by {}", trail.place->name(), ip.source.value.text(), ip.destination.value.text(), std::string(device));
        return end(std::move(trail), {Disposition::Martian, reason, *martian, martian.evidence, {}, {}});
    }
    if (trail.isPrerouted)
        return routeReceived(std::move(trail));
    for (Trail &branch : pass(std::move(trail), kernel::Hook::Prerouting))
        routeReceived(std::move(branch));
}

void Walk::routeReceived(Trail trail)
{
    const auto routing = kernel::lookUpRoute(*trail.place->net, trail.packet.seenBy(trail.inInterface));
    const bool isOwn = routing.isFound() && (routing->type == "local" || routing->type == "broadcast");
    follow(std::move(trail), routing, isOwn ? &Walk::acceptLocally : &Walk::forward);
}

void Walk::acceptLocally(Trail trail, const Route &)
{
    if (passesReversePath(trail, {}))
        acceptForMachine(std::move(trail));
}

void Walk::acceptForMachine(Trail trail)
{
    for (Trail &branch : pass(std::move(trail), kernel::Hook::Input)) {
        if (branch.packet.isEncapsulated())
            decapsulate(std::move(branch));
        else
            deliver(std::move(branch));
    }
}

} // namespace vethscope::path
