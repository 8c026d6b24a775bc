#include "core/path/walk.h"

#include <algorithm>

#include <fmt/format.h>

namespace vethscope::path {
namespace {

std::string targetText(const Route &route)
{
    return route.to.isHost() ? route.to.address.text() : route.to.length == 0 ? "default" : route.to.text();
}

Sentence told(const Route &route)
{
    if (route.type == "local")
        return Sentence::of("{} is an address of this machine", route.to.address.text());
    if (route.hasNextHop())
        return Sentence::of("The route {} leads to {} by {}", targetText(route), route.via ? route.via->text() : route.viaName, route.interface);
    return Sentence::of("The route {} leads straight out of {}", targetText(route), route.interface);
}

// The rule's line stands in a step of its own.
EvidenceList without(const EvidenceList &lines, const Evidence &line)
{
    EvidenceList rest;
    std::ranges::copy_if(lines, std::back_inserter(rest), [&](const Evidence &one) { return !line.source || !(one == line); });
    return rest;
}

Ending refused(const std::string &type, const Sentence &reason, EvidenceList evidence)
{
    const Disposition disposition = type == "blackhole" ? Disposition::Blackhole : type == "prohibit" ? Disposition::Prohibited : Disposition::Unreachable;
    return {disposition, reason, {}, std::move(evidence), {}, {}};
}

} // namespace

void Walk::follow(Trail trail, const kernel::Answer<kernel::Routing> &routing, Next next)
{
    const IpHeader &ip = trail.packet.outer().ip;
    const std::string key = ip.source.value.isAny() ? ip.destination.value.text()
                                                    : fmt::format("{} from {}", ip.destination.value.text(), ip.source.value.text());
    trail.assume(routing.assumed);
    if (routing.isUnseen())
        return missing(std::move(trail), routing.ask, Sentence::of("Whether {} has a route to {} is not known", trail.place->name(), ip.destination.value.text()));
    if (routing.isNone()) {
        const Sentence reason = Sentence::of("{} has no route to {}", trail.place->name(), ip.destination.value.text());
        const EvidenceList evidence = trail.place->net->printed.evidence(HostTable::Routes);
        trail.note(Step::Kind::Route, key, reason, routing);
        const std::string_view kernelReason = trail.inInterface.empty() ? "IP_OUTNOROUTES" : "IP_INNOROUTES";
        return end(std::move(trail), {Disposition::NoRoute, reason, kernelReason, evidence, {}, {}});
    }
    // What addresses alone imply is no answer where nobody looked at the routes at all.
    const bool v6 = ip.destination.value.isV6();
    if (routing->type == "unicast" && trail.place->net->printed.of(HostTable::Routes, v6) == Extent::No && trail.place->net->answers.empty())
        return missing(std::move(trail), trail.place->net->printed.ask(HostTable::Routes, v6), Sentence::of("The routes of {} were not printed", trail.place->name()));
    const RuleFact &rule = routing->rule;
    if (rule.evidence.source && kernel::hasOwnRules(*trail.place->net, v6))
        trail.steps.push_back({Step::Kind::Rule, key, Sentence::of("The rule {} decides: {}", rule.priority, rule.text), {rule.evidence}, routing->otherRules, {}});
    const EvidenceList evidence = without(routing.evidence, rule.evidence);
    if (const std::string &type = routing->type; type == "blackhole" || type == "unreachable" || type == "prohibit") {
        const Sentence reason = Sentence::of("{} is told to drop what goes to {}: {}", trail.place->name(), ip.destination.value.text(), type);
        trail.steps.push_back({Step::Kind::Route, key, reason, evidence, routing.rejected, {}});
        return end(std::move(trail), refused(type, reason, routing->hops.empty() ? EvidenceList{rule.evidence} : evidence));
    }
    const std::size_t count = routing->hops.size();
    for (std::size_t i = 0; i < count && m_paths.size() <= mostBranches; ++i) {
        const kernel::NextHop &hop = routing->hops[i];
        Trail branch = i + 1 == count ? std::move(trail) : trail;
        const EvidenceList own = hop.route.evidence.source ? EvidenceList{hop.route.evidence} : evidence;
        branch.steps.push_back({Step::Kind::Route, key, told(hop.route), own, routing.rejected, {}});
        branch.byDefaultRoute = hop.route.to.length == 0;
        branch.routeEvidence = own;
        if (count > 1) {
            branch.because = Sentence::of("next hop {} of {}", i + 1, count);
            branch.probability = branch.probability && hop.probability ? std::optional(*branch.probability * *hop.probability) : std::nullopt;
        }
        (this->*next)(std::move(branch), hop.route);
    }
}

} // namespace vethscope::path
