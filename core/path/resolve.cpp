#include "core/path/walk.h"

#include "core/kernel/groupmac.h"
#include "core/kernel/tunnelforwarding.h"
#include "core/path/link.h"
#include "core/path/podspace.h"

#include <algorithm>

#include <fmt/format.h>

namespace vethscope::path {
namespace {

bool forwardsByTable(const NetworkInterface &device)
{
    return device.kind == LinkKind::Vxlan || device.kind == LinkKind::Geneve;
}

bool isNic(const NetworkInterface &device)
{
    return device.kind != LinkKind::Veth && device.kind != LinkKind::Bridge && !device.tunnel;
}

// The router's, if it has only one: which of several stands on this link nobody says.
Traced<std::optional<MacAddress>> routerMac(const Cluster &cluster, const Owners &owners, const IpAddress &address)
{
    for (const Owner &owner : owners.of(address)) {
        if (owner.kind != Owner::Kind::Router || cluster.routers[owner.place].macs.size() != 1)
            continue;
        const Said<MacAddress> &mac = cluster.routers[owner.place].macs.front();
        return {mac, {Origin::Kind::InterfaceMac, {}, {}, {}, address}, {mac.evidence}, {}};
    }
    return {{}, {}, {}, "ip neigh"};
}

} // namespace

void Walk::resolve(Trail trail, const NetworkInterface &device, const kernel::Answer<kernel::LinkAddress> &entry)
{
    if (forwardsByTable(device))
        return resolveThroughTunnel(std::move(trail), device, entry);
    const IpAddress wanted = trail.nextHop;
    const LinkSearch search = whoAnswers(m_places, *trail.place, device.name, wanted);
    if (entry.isUnseen() || !search.who.empty())
        trail.assume(entry.assumed);
    if (entry.isUnseen())
        trail.assume(HostTable::Neighbours, entry.ask);
    const std::string key = fmt::format("{} dev {}", wanted.text(), device.name);
    if (search.who.empty() && search.complete) {
        return unresolved(std::move(trail), device, key, Sentence::of("Nobody on the link of {} has {}", device.name, wanted.text()), entry);
    }
    if (search.who.empty()) {
        Traced<std::optional<MacAddress>> mac = routerMac(m_places.cluster(), m_places.owners(), wanted);
        if (!mac.value && !isNic(device))
            mac.ask = search.ask;
        trail.steps.push_back({Step::Kind::Neighbour, key, Sentence::of("The kernel asks the link who has {}", wanted.text()), mac.evidence, entry.rejected, {}});
        return addressTo(std::move(trail), device, std::move(mac));
    }
    Doubt doubt;
    if (search.who.size() > 1)
        doubt = std::make_shared<Ending>(Ending{Disposition::FactsMissing, Sentence::of("Several have {}, and which of them answered {} is not known", wanted.text(), trail.place->name()),
                                         {}, {}, entry.ask.empty() ? "ip neigh" : entry.ask, trail.place->name()});
    for (const Answerer &one : search.who) {
        Trail branch = &one == &search.who.back() ? std::move(trail) : trail;
        if (one.assumed) {
            const Place *const here = branch.place;
            branch.place = one.end.place;
            branch.assume(HostTable::Settings, "sysctl -a");
            branch.place = here;
        }
        Traced<std::optional<MacAddress>> mac = m_whose.macOf(*one.end.place, one.end.interface);
        if (mac.value && entry.isUnseen()) {
            mac.ask = entry.ask;
            mac.askOn = branch.place->name();
        }
        if (isCalicoGateway(wanted) && mac.value)
            mac.origin = {Origin::Kind::LinkLocalGateway, branch.place->node, device.name, branch.place->pod, wanted};
        branch.steps.push_back({Step::Kind::Neighbour, key, Sentence::of("The kernel asks the link who has {}: {} of {} answers", wanted.text(), one.end.interface, one.end.place->name()),
                                one.end.evidence, entry.rejected, {}});
        if (doubt) {
            branch.because = Sentence::of("{} answers for {}", one.end.place->name(), wanted.text());
            branch.mayPart(doubt);
        }
        addressTo(std::move(branch), device, std::move(mac));
    }
}

// The entry that failed is at fault; where there is none, the route that leads there.
void Walk::unresolved(Trail trail, const NetworkInterface &device, const std::string &key, const Sentence &reason, const kernel::Answer<kernel::LinkAddress> &entry)
{
    trail.note(Step::Kind::Neighbour, key, reason, entry);
    const EvidenceList evidence = entry.rejected.empty() ? trail.routeEvidence : EvidenceList{entry.rejected.front().evidence};
    end(std::move(trail), {Disposition::NeighbourFailed, reason, "NEIGH_FAILED", evidence, {}, {}, device.name});
}

// The question goes where the device sends broadcasts.
void Walk::resolveThroughTunnel(Trail trail, const NetworkInterface &device, const kernel::Answer<kernel::LinkAddress> &entry)
{
    const std::string wanted = trail.nextHop.text();
    const std::string key = fmt::format("{} dev {}", wanted, device.name);
    if (auto seen = entry.isUnseen() ? macSeen(trail) : std::nullopt) {
        const std::string here = trail.place->name();
        return addressTo(std::move(trail), device, {seen->value, {}, {}, entry.ask, here, true});
    }
    if (entry.isUnseen())
        return missing(std::move(trail), entry.ask, Sentence::of("Which MAC address {} has on {} is not known", wanted, device.name));
    const auto ends = kernel::tunnelEnds(*trail.place->net, device.name, kernel::broadcastMac());
    if (ends.isUnseen())
        return missing(std::move(trail), ends.ask, Sentence::of("Where {} sends the question who has {} is not known", device.name, wanted));
    const LinkSearch search = whoAnswers(m_places, *trail.place, device.name, trail.nextHop);
    if (ends.isNone() || search.who.empty()) {
        return unresolved(std::move(trail), device, key, Sentence::of("{} has no entry for {}, and the question who has it reaches nobody", device.name, wanted), entry);
    }
    const End &answerer = search.who.front().end;
    trail.assume(ends.assumed);
    trail.steps.push_back({Step::Kind::Neighbour, key, Sentence::of("The kernel asks the link who has {}: {} of {} answers", wanted, answerer.interface, answerer.place->name()),
                           answerer.evidence, entry.rejected, {}});
    addressTo(std::move(trail), device, m_whose.macOf(*answerer.place, answerer.interface));
}

} // namespace vethscope::path
