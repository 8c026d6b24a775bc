#include "core/kernel/reversepath.h"

#include "core/kernel/routing.h"
#include "core/kernel/setting.h"

#include <algorithm>

namespace vethscope::kernel {
namespace {

using WhyRefused = Answer<std::string_view>;

enum Mode : std::uint32_t { Off, Strict, Loose };

bool isSet(const Answer<std::uint32_t> &number)
{
    return number.isFound() && *number != 0;
}

// Of a packet on its way in the kernel reads the protocol only if a rule that is not for its own packets asks for one
// (net/core/fib_rules.c fib_rule_requires_fldissect): else one of `iif lo` that does holds of no way back.
bool readsProtocol(const NetworkNamespace &space)
{
    const auto isPort = [](const std::string &asked) { return asked.starts_with("sport") || asked.starts_with("dport"); };
    return std::ranges::any_of(rulesOf(space, false), [&](const RuleFact *rule) {
        return rule->inInterface != "lo" && (!rule->protocol.empty() || std::ranges::any_of(rule->unread, isPort));
    });
}

// The packet as its answer would go: addresses and ports change places. The mark counts only with src_valid_mark.
Packet wayBack(const NetworkNamespace &space, const Packet &packet, std::string_view outInterface)
{
    Packet back = packet;
    std::swap(back.source, back.destination);
    std::swap(back.sourcePort, back.destinationPort);
    back.inInterface = outInterface;
    if (!readsProtocol(space))
        back.protocol = 0;
    if (!isSet(greaterSetting(space, packet.inInterface, "src_valid_mark")))
        back.mark = 0;
    return back;
}

// All next hops of the route that was found count, dead ones as well (fib_info_nh_uses_dev); not other default routes like it, between which
// is chosen for what is sent alone.
bool leadsTo(const Routing &routing, std::string_view device)
{
    const auto isBy = [&](const NextHop &hop) { return hop.route.interface == device && (hop.probability || &hop == &routing.hops.front()); };
    const bool isByOther = std::ranges::find(routing.notTaken, device, &Route::interface) != routing.notTaken.end();
    return isByOther || std::ranges::any_of(routing.hops, isBy) || (routing.type == "local" && device == "lo");
}

// Without one the kernel has nothing to choose by (no_addr).
bool hasAddress(const NetworkNamespace &space, std::string_view device)
{
    const NetworkInterface *const interface = space.interface(device);
    return interface && std::ranges::any_of(interface->addresses, [](const InterfaceAddress &address) { return address.address.isV4(); });
}

// Why it would be dropped in this mode, where the way back is known.
std::string_view verdict(const NetworkNamespace &space, const Packet &packet, const Answer<Routing> &back, std::uint32_t mode)
{
    const bool leads = back.isFound() && back->type != "blackhole" && back->type != "unreachable" && back->type != "prohibit";
    if (!leads)
        return mode == Off ? "" : "IP_RPFILTER";
    if (back->type == "local" && !isSet(greaterSetting(space, packet.inInterface, "accept_local")))
        return "IP_LOCAL_SOURCE";
    // With the filter off and no rules but the kernel's own only addresses of its own are looked for.
    if (back->type != "unicast" && back->type != "local")
        return mode == Off && !hasOwnRules(space, false) ? "" : "IP_INVALID_SOURCE";
    if (mode == Off || leadsTo(*back, packet.inInterface))
        return "";
    return mode == Strict || !hasAddress(space, packet.inInterface) ? "IP_RPFILTER" : "";
}

} // namespace

Answer<std::string_view> reversePath(const NetworkNamespace &space, const Packet &packet, std::string_view outInterface)
{
    if (packet.isV6())
        return WhyRefused::found("", EvidenceList{});
    const Answer<std::uint32_t> mode = greaterSetting(space, packet.inInterface, "rp_filter");
    const Answer<Routing> back = lookUpRoute(space, wayBack(space, packet, outInterface));
    if (back.isUnseen() && !(mode.isFound() && *mode == Off))
        return WhyRefused::unseen(back.ask);

    const std::string_view strict = verdict(space, packet, back, Strict);
    const bool matters = verdict(space, packet, back, Off) != strict || verdict(space, packet, back, Loose) != strict;
    if (mode.isUnseen() && matters)
        return WhyRefused::unseen(mode.ask);
    EvidenceList evidence = back.evidence;
    if (mode.isFound() && matters)
        evidence.insert(evidence.begin(), mode.evidence.begin(), mode.evidence.end());
    WhyRefused answer = WhyRefused::found(mode.isUnseen() ? strict : verdict(space, packet, back, mode.isFound() ? *mode : Off), std::move(evidence));
    answer.rejected = back.rejected;
    answer.assumed = back.assumed;
    if (back.isUnseen()) // and the filter off: then only an address of its own would be dropped
        answer.assumed.push_back({HostTable::Routes, back.ask});
    return answer;
}

} // namespace vethscope::kernel
