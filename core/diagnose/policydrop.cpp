#include "core/diagnose/faults.h"
#include "core/diagnose/rehearsedends.h"
#include "core/diagnose/traffic.h"

#include <algorithm>
#include <cstdint>
#include <map>

// Packets that were lost where a network policy's chain drops them: Calico's, kube-router's and the like. Whether that is meant so only people know. Other
// packets pass the same node, which tells it from forward-drop.

namespace vethscope::diagnose {
namespace {

// Of each address the first packet that reached it from elsewhere, where it was seen last.
std::map<IpAddress, std::uint32_t> deliveredTo(const Traffic &traffic)
{
    std::map<IpAddress, std::uint32_t> rows;
    for (std::size_t i = 0; i < traffic.outcomes().size(); ++i) {
        if (traffic.outcomes()[i].kind != journey::Outcome::Kind::Delivered)
            continue;
        const journey::Journey journey = traffic.journeys().all[i];
        if (journey.hops.size() > 1 && journey.hops.front().depth == 0)
            rows.try_emplace(traffic.tupleOf(journey.hops.back().first()).destination, journey.hops.back().first().row);
    }
    return rows;
}

Findings findPolicyDrops(const Case &about)
{
    Findings findings;
    const Traffic &traffic = *about.traffic();
    const std::map<IpAddress, std::uint32_t> passing = deliveredTo(traffic);
    for (std::size_t i = 0; i < traffic.outcomes().size(); ++i) {
        const journey::Outcome &outcome = traffic.outcomes()[i];
        if (outcome.kind == journey::Outcome::Kind::Delivered || !outcome.drop || outcome.drop->disposition != path::Disposition::Filtered)
            continue;
        for (const ClusterNode &node : about.nodes()) {
            const auto rules = rulesAmong(node, outcome.drop->evidence);
            const auto policy = std::ranges::find_if(rules, [](const FirewallRuleFact *rule) { return isPolicyChain(rule->chain); });
            if (policy == rules.end())
                continue;
            const journey::Sighting &last = traffic.journeys().all[i].hops.back().first();
            const journey::Tuple &tuple = traffic.tupleOf(last);
            Finding finding;
            finding.title = Sentence::of("{} drops what {} sends to {}, by the chain {} of a network policy", node.name, tuple.source.text(), tuple.destination.text(), (*policy)->chain);
            finding.why = Sentence::of("A policy that selects one of the pods allows no such packets; its chain drops them without a word.");
            finding.fix = Sentence::of("If they should pass, add them to the ingress of the receiver's NetworkPolicy, and to the egress of the sender's if there is one.");
            finding.confirm = "kubectl get networkpolicy -A";
            finding.subject = {{node.name}, {}, {}, tuple.destination.text()};
            for (const Owner &owner : about.places().owners().of(tuple.destination))
                if (owner.kind == Owner::Kind::Pod && finding.subject.pods.empty()) {
                    finding.subject.pods = {about.cluster().pods[owner.place].fullName()};
                    finding.subject.interface = about.cluster().pods[owner.place].hostInterface;
                }
            finding.proof.addFrame(last.row);
            finding.proof.add(outcome.drop->evidence);
            if (const auto passed = passing.find(tuple.destination); passed != passing.end()) // other packets reach the same pod
                exclude(finding, "forward-drop", {}, {passed->second});
            findings.push_back(std::move(finding));
        }
    }
    return findings;
}

} // namespace

constinit const Fault faults::policyDrop{
    .id = "policy-drop",
    .needs = Fault::Needs::Packets,
    .implies = {"tcp-retransmissions", "dns-unanswered"},
    .find = findPolicyDrops,
};

} // namespace vethscope::diagnose
