#include "core/diagnose/faults.h"
#include "core/diagnose/rehearsedends.h"

#include <algorithm>

// A node that drops what it should forward between pods: `iptables -P FORWARD DROP` (Docker sets it) and no rule of the network that accepts
// pods' packets. What a network policy's chain drops is policy-drop.

namespace vethscope::diagnose {
namespace {

bool isForwards(const FirewallRuleFact &rule)
{
    return rule.chain == "FORWARD" || (rule.hook && rule.hook->hook == "forward");
}

Findings findForwardDrops(const Case &about)
{
    Findings findings;
    for (const RehearsedEnd &end : rehearsedEnds(about, path::Disposition::Filtered)) {
        const auto rules = rulesAmong(*end.node, end.ending().evidence);
        const auto isPolicys = [](const FirewallRuleFact *rule) { return isPolicyChain(rule->chain); };
        const auto forwards = std::ranges::find_if(rules, [](const FirewallRuleFact *rule) { return isForwards(*rule); });
        if (forwards == rules.end() || std::ranges::any_of(rules, isPolicys))
            continue;
        Finding finding;
        const ToldEnds ends = toldEndsOf(about, end);
        finding.title = Sentence::of("{} drops what {} sends to {} instead of forwarding it", end.node->name, ends.sender, ends.receiver);
        finding.why = Sentence::of("No rule of its FORWARD chain accepts packets of pods, and the chain's end drops them without a word.");
        finding.fix = Sentence::of("Let the network's agent write its rules (flannel's FLANNEL-FWD, Calico's cali-FORWARD), or: iptables -P FORWARD ACCEPT on {}.", end.node->name);
        finding.confirm = "iptables -vnL FORWARD";
        finding.subject = {{end.node->name}, {}, {}, {}}; // whatever devices it forwards between
        finding.proof.add(end.ending().evidence);
        if (const auto forwarding = end.node->net.setting("net.ipv4.ip_forward"); forwarding && *forwarding == "1")
            exclude(finding, "forwarding-off", {forwarding.evidence()});
        findings.push_back(std::move(finding));
    }
    return findings;
}

} // namespace

constinit const Fault faults::forwardDrop{
    .id = "forward-drop",
    .implies = {"tcp-retransmissions", "dns-unanswered", "one-way-tunnel", "tunnel-port-blocked"},
    .find = findForwardDrops,
};

} // namespace vethscope::diagnose
