#include "core/kernel/neighbours.h"

#include "core/kernel/device.h"
#include "core/kernel/groupmac.h"
#include "core/kernel/tablename.h"
#include "core/sentence/phrase.h"

#include <algorithm>
#include <array>

namespace vethscope::kernel {
namespace {

using FoundAddress = Answer<LinkAddress>;

// Where two lines of one moment say another address each, the later one is taken.
FoundAddress usable(const Neighbour &entry)
{
    FoundAddress answer = FoundAddress::found({LinkAddress::From::Entry, entry.mac, entry}, entry.evidence);
    if (entry.otherMac.source) {
        answer.rejected.push_back({entry.otherMac, Phrase::of("said earlier")});
        answer.assumed.push_back({HostTable::Neighbours, "ip neigh"});
    }
    return answer;
}

FoundAddress entryOf(const NetworkNamespace &space, std::string_view device, const IpAddress &nextHop)
{
    std::vector<Rejected> rejected;
    for (const Neighbour &entry : space.neighbours) {
        if (entry.ip != nextHop)
            continue;
        if (entry.interface != device)
            rejected.push_back({entry.evidence, Phrase::of("other device")});
        else if (entry.state == "proxy")
            rejected.push_back({entry.evidence, Phrase::of("proxy entry")});
        else if (isUsable(entry))
            return usable(entry);
        else
            rejected.push_back({entry.evidence, entry.state == "failed" ? Phrase::of("failed") : Phrase::of("incomplete")});
    }
    // A device has one entry for an address: if that is of no use there is none.
    const auto settles = [](const Rejected &one) { return one.because == "failed" || one.because == "incomplete"; };
    const bool isSettled = std::ranges::any_of(rejected, settles) || space.printed.of(HostTable::Neighbours, nextHop.isV6()) == Extent::Whole;
    FoundAddress answer = isSettled ? FoundAddress::none() : FoundAddress::unseen(space.printed.ask(HostTable::Neighbours, nextHop.isV6()));
    answer.rejected = std::move(rejected);
    return answer;
}

// Gateways of tables other than main are looked for in their own table first.
bool isOnLinkInTable(const NetworkNamespace &space, const Route &route)
{
    const auto reaches = [&](const Route &other) {
        const bool isToLink = other.interface == route.interface && other.scope == "link" && other.tos == 0;
        return isToLink && other.table == route.table && other.to.contains(*route.via);
    };
    return tableName(route.table) != "main" && std::ranges::any_of(space.routes, reaches);
}

} // namespace

bool isUsable(const Neighbour &entry)
{
    constexpr auto states = std::to_array<std::string_view>({"", "reachable", "stale", "delay", "probe", "permanent", "noarp"});
    return entry.mac && std::ranges::find(states, entry.state) != states.end();
}

Answer<LinkAddress> linkAddress(const NetworkNamespace &space, std::string_view name, const IpAddress &nextHop, std::string_view type)
{
    const Answer<const NetworkInterface *> known = device(space, name);
    const NetworkInterface *const interface = known.isFound() ? *known : nullptr;
    if (const auto asks = interface ? asksNeighbours(*interface) : std::nullopt; asks == false)
        return FoundAddress::found({LinkAddress::From::NotNeeded, {}, {}}, interface->evidence);
    if (nextHop.isMulticast())
        return FoundAddress::found({LinkAddress::From::Group, multicastMac(nextHop), {}}, EvidenceList{});
    if (type == "broadcast" || (interface && interface->pointToPoint && nextHop.isV4()))
        return FoundAddress::found({LinkAddress::From::Group, broadcastMac(), {}}, EvidenceList{});
    return entryOf(space, name, nextHop);
}

IpAddress nextHopOf(const NetworkNamespace &space, const Route &route, const IpAddress &destination)
{
    if (!route.via)
        return destination;
    return route.via->isV4() && space.owner(*route.via) && !isOnLinkInTable(space, route) ? destination : *route.via;
}

} // namespace vethscope::kernel
