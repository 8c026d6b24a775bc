#include "core/diagnose/rehearsedends.h"

#include "core/diagnose/traffic.h"

#include <algorithm>
#include <array>

namespace vethscope::diagnose {

namespace {

std::string podOrAddress(const Case &about, const IpAddress &address)
{
    for (const Owner &owner : about.places().owners().of(address))
        if (owner.kind == Owner::Kind::Pod)
            return about.cluster().pods[owner.place].fullName();
    return address.text();
}

} // namespace

std::string RehearsedEnd::receiver() const
{
    if (packet->to)
        return packet->to->fullName();
    return packet->service->serviceNamespace + '/' + packet->service->name;
}

ToldEnds toldEndsOf(const Case &about, const RehearsedEnd &end)
{
    if (const auto seen = about.traffic() ? about.traffic()->firstLostBy(end.ending().evidence) : std::nullopt)
        return {podOrAddress(about, seen->source), podOrAddress(about, seen->destination)};
    return end.packet->isAnswer() ? ToldEnds{end.receiver(), end.sender()} : ToldEnds{end.sender(), end.receiver()};
}

std::vector<RehearsedEnd> rehearsedEnds(const Case &about, path::Disposition disposition)
{
    std::vector<RehearsedEnd> ends;
    for (const Rehearsed &one : about.rehearsed()) {
        if (one.way->ending.disposition != disposition || !one.way->doubts.empty() || one.way->hops.empty())
            continue;
        if (const ClusterNode *const node = about.cluster().node(one.way->hops.back().node))
            ends.push_back({&one, node});
    }
    return ends;
}

std::vector<const FirewallRuleFact *> rulesAmong(const ClusterNode &node, const EvidenceList &lines)
{
    std::vector<const FirewallRuleFact *> rules;
    for (const FirewallRuleFact &rule : node.net.firewall)
        if (rule.evidence.source && std::ranges::find(lines, rule.evidence) != lines.end())
            rules.push_back(&rule);
    return rules;
}

bool isPolicyChain(std::string_view chain)
{
    constexpr auto prefixes = std::to_array<std::string_view>({"cali-", "KUBE-NWPLCY", "KUBE-POD-FW", "WEAVE-NPC", "KUBE-ROUTER", "CILIUM"});
    return std::ranges::any_of(prefixes, [&](std::string_view prefix) { return chain.starts_with(prefix); });
}

} // namespace vethscope::diagnose
