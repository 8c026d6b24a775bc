#include "core/kernel/proxyarp.h"

#include "core/kernel/forwarding.h"
#include "core/kernel/routing.h"
#include "core/kernel/setting.h"

#include <algorithm>

namespace vethscope::kernel {
namespace {

using ProxyReply = Answer<Reply>;

ProxyReply reply(const NetworkNamespace &space, std::string_view device, Reply::Why why, EvidenceList evidence)
{
    const NetworkInterface *const interface = space.interface(device);
    return ProxyReply::found({why, interface ? interface->mac.value() : std::nullopt}, std::move(evidence));
}

const Neighbour *proxyEntry(const NetworkNamespace &space, std::string_view device, const IpAddress &wanted)
{
    const auto isIt = [&](const Neighbour &entry) { return entry.state == "proxy" && entry.ip == wanted && entry.interface == device; };
    const auto found = std::ranges::find_if(space.neighbours, isIt);
    return found == space.neighbours.end() ? nullptr : &*found;
}

// What is not on the link that it was asked for on: behind another device.
ProxyReply replyForOthers(const NetworkNamespace &space, std::string_view device, const IpAddress &wanted)
{
    const Neighbour *const entry = proxyEntry(space, device, wanted);
    if (wanted.isV6()) {
        if (!entry)
            return reply(space, device, Reply::Why::No, {});
        const auto ndp = deviceSetting(space, true, device, "proxy_ndp");
        if (ndp.isUnseen())
            return ProxyReply::unseen(ndp.ask);
        return reply(space, device, ndp.isFound() && *ndp != 0 ? Reply::Why::ProxyEntry : Reply::Why::No, {entry->evidence});
    }
    if (entry)
        return reply(space, device, Reply::Why::ProxyEntry, {entry->evidence});
    const auto proxy = greaterSetting(space, device, "proxy_arp");
    if (proxy.isUnseen())
        return ProxyReply::unseen(proxy.ask);
    return reply(space, device, proxy.isFound() && *proxy != 0 ? Reply::Why::ProxySetting : Reply::Why::No, proxy.evidence);
}

} // namespace

Answer<Reply> replyFor(const NetworkNamespace &space, std::string_view device, const IpAddress &asker, const IpAddress &wanted)
{
    Packet question;
    question.source = asker;
    question.destination = wanted;
    question.inInterface = device;
    const Answer<Routing> route = lookUpRoute(space, question);
    if (route.isUnseen())
        return ProxyReply::unseen(route.ask);
    if (route.isFound() && route->type == "local")
        return reply(space, device, Reply::Why::Own, route.evidence);
    if (!route.isFound() || route->type != "unicast" || (route->route() && route->route()->interface == device))
        return reply(space, device, Reply::Why::No, route.evidence);
    const Answer<bool> forwards = forwardsFrom(space, device, wanted.isV6());
    if (!forwards.isFound())
        return ProxyReply::unseen(forwards.ask);
    if (!*forwards)
        return reply(space, device, Reply::Why::No, forwards.evidence);
    return replyForOthers(space, device, wanted).after(route);
}

} // namespace vethscope::kernel
