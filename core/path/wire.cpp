#include "core/path/link.h"
#include "core/path/walk.h"

#include <algorithm>

namespace vethscope::path {
namespace {

bool isWired(const NetworkInterface &device)
{
    return device.kind != LinkKind::Veth && device.kind != LinkKind::Bridge && device.kind != LinkKind::Loopback && !device.tunnel;
}

// The machines on a wire that take a frame for a MAC address. The same address beyond a router is another link's.
std::vector<End> receiversOf(const Places &places, const Place &sender, const NetworkInterface &nic, const MacAddress &mac, const IpAddress &nextHop)
{
    std::vector<End> ends;
    for (const Owner &owner : places.owners().of(mac)) {
        if (owner.kind != Owner::Kind::Node || !owner.interface)
            continue;
        const Place *const place = places.of(owner);
        const NetworkInterface &device = place->net->interfaces[*owner.interface];
        const InterfaceAddress *const beside = addressBeside(device, nic);
        const InterfaceAddress *const here = beside ? beside : device.own(nextHop);
        if (place != &sender && isWired(device) && here)
            ends.push_back({place, device.name, {owner.evidence, here->evidence}});
    }
    return ends;
}

// The node that has the next hop's address on this link, whatever its MAC.
std::optional<End> holderOf(const Places &places, const Place &sender, const IpAddress &nextHop)
{
    for (const Owner &owner : places.owners().of(nextHop)) {
        const Place *const place = owner.kind == Owner::Kind::Node ? places.of(owner) : nullptr;
        if (!place || place == &sender)
            continue;
        const NetworkInterface *const device = place->net->owner(nextHop);
        return End{place, device ? device->name : std::string(), {owner.evidence}};
    }
    return std::nullopt;
}

} // namespace

void Walk::wire(Trail trail, const NetworkInterface &nic)
{
    const Place &sender = *trail.place;
    const std::optional<MacAddress> mac = trail.packet.outer().link ? trail.packet.outer().link->destination.value : std::nullopt;
    const std::vector<End> receivers = mac ? receiversOf(m_places, sender, nic, *mac, trail.nextHop) : std::vector<End>();
    Doubt doubt;
    if (receivers.size() > 1)
        doubt = std::make_shared<Ending>(Ending{Disposition::FactsMissing, Sentence::of("Several have the MAC address of {}, and where the switch has learnt it is not known", trail.nextHop.text()),
                                         {}, {}, "bridge fdb show", {}});
    for (const End &receiver : receivers) {
        Trail branch = &receiver == &receivers.back() ? std::move(trail) : trail;
        if (doubt) {
            branch.because = Sentence::of("{} of {} has the MAC address {}", receiver.interface, receiver.place->name(), mac->text());
            branch.mayPart(doubt);
        }
        branch.steps.push_back({Step::Kind::Wire, mac->text(), Sentence::of("{} is the MAC address of {} of {}", mac->text(), receiver.interface, receiver.place->name()), receiver.evidence, {}, {}});
        arrive(std::move(branch), receiver);
    }
    if (!receivers.empty())
        return;
    if (const auto holder = holderOf(m_places, sender, trail.nextHop)) {
        const NetworkInterface *const device = holder->device();
        if (!device)
            return missing(std::move(trail), "ip addr", Sentence::of("By which device {} has {} was not printed", holder->place->name(), trail.nextHop.text()));
        if (mac && device->mac && *device->mac != *mac) {
            const Sentence reason = Sentence::of("{} is at {}, but the frame goes to {}, which nobody has", trail.nextHop.text(), device->mac->text(), mac->text());
            EvidenceList evidence = trail.packet.outer().link->destination.evidence;
            evidence.push_back(device->mac.evidence());
            return end(std::move(trail), {Disposition::NeighbourFailed, reason, "OTHERHOST", std::move(evidence), {}, {}});
        }
        trail.steps.push_back({Step::Kind::Wire, trail.nextHop.text(), Sentence::of("{} of {} has {}", device->name, holder->place->name(), trail.nextHop.text()), holder->evidence, {}, {}});
        return arrive(std::move(trail), *holder);
    }
    toRouter(std::move(trail));
}

} // namespace vethscope::path
