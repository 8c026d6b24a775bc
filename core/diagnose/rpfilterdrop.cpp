#include "core/diagnose/faults.h"
#include "core/diagnose/rehearsedends.h"

// Packets that come in by one device while the way back to their sender leads by another, on a node whose strict rp_filter drops such (RFC 3704,
// section 2.2; net/ipv4/fib_frontend.c). Where the filter lets them pass it is asymmetric-path.

namespace vethscope::diagnose {
namespace {

Findings findRpFilterDrops(const Case &about)
{
    Findings findings;
    for (const RehearsedEnd &end : rehearsedEnds(about, path::Disposition::RpFilter)) {
        Finding finding;
        const ToldEnds ends = toldEndsOf(about, end);
        finding.title = Sentence::of("{} drops what {} sends to {}: it comes in by {}, and the way back is another", end.node->name, ends.sender, ends.receiver, end.hop().interface);
        finding.why = Sentence::of("rp_filter is strict: a packet may come in only by the device that its answer would leave by. Nobody is told of the drop.");
        finding.fix = Sentence::of("Make both ways the same (the route back to the sender on {}), or set rp_filter to 2 on {}.", end.node->name, end.hop().interface);
        finding.confirm = "nstat -az TcpExtIPReversePathFilter";
        finding.subject = {{end.node->name}, {}, end.hop().interface, {}};
        finding.proof.add(end.ending().evidence);
        for (const std::string &setting : {std::string("net.ipv4.conf.all.rp_filter"), "net.ipv4.conf." + end.hop().interface + ".rp_filter"})
            if (const auto filter = end.node->net.setting(setting); filter && *filter == "1") // strict: else it would pass
                exclude(finding, "asymmetric-path", {filter.evidence()});
        findings.push_back(std::move(finding));
    }
    return findings;
}

} // namespace

constinit const Fault faults::rpFilterDrop{
    .id = "rp-filter-drop",
    .implies = {"asymmetric-path", "one-way-tunnel", "tunnel-port-blocked", "tcp-retransmissions"},
    .find = findRpFilterDrops,
};

} // namespace vethscope::diagnose
