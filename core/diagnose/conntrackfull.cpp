#include "core/diagnose/faults.h"
#include "core/diagnose/fullnumbers.h"

// A node whose conntrack table is full: it drops the first packet of every new connection ("nf_conntrack: table full, dropping packet"), while old
// connections live. A firewall would stop these as well.

namespace vethscope::diagnose {
namespace {

Findings findFullConntrack(const Case &about)
{
    Findings findings;
    for (const ClusterNode &node : about.nodes()) {
        constexpr std::string_view names[] = {"net.netfilter.nf_conntrack_count", "net.netfilter.nf_conntrack_max"};
        const auto count = numberSet(node.net, names[0]), limit = numberSet(node.net, names[1]);
        if (!count || !limit || !isNearlyFull(*count, *limit))
            continue;
        Finding finding;
        finding.title = Sentence::of("Conntrack on {} holds {} of {} connections", node.name, *count, *limit);
        finding.why = Sentence::of("Where the table is full, the first packet of every new connection is dropped; connections that are in it go on.");
        finding.fix = Sentence::of("On {}: raise net.netfilter.nf_conntrack_max (kube-proxy's conntrack.maxPerCore), and look who opens so many.", node.name);
        finding.confirm = "conntrack -S";
        finding.subject = {{node.name}, {}, {}, {}};
        finding.proof.add(node.net.setting(names[0]).evidence());
        finding.proof.add(node.net.setting(names[1]).evidence());
        findings.push_back(std::move(finding));
    }
    return findings;
}

} // namespace

constinit const Fault faults::conntrackFull{
    .id = "conntrack-full",
    .implies = {"tcp-retransmissions", "dns-unanswered"},
    .find = findFullConntrack,
};

} // namespace vethscope::diagnose
