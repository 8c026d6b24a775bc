#include "core/diagnose/faults.h"
#include "core/diagnose/fullnumbers.h"

#include "core/cluster/told.h"

#include <algorithm>

// A node whose neighbour table is full ("neighbour: arp_cache: neighbor table overflow!"). The limit gc_thresh3 is one for all network namespaces of a
// kernel; permanent entries do not count (net/core/neighbour.c neigh_alloc).

namespace vethscope::diagnose {
namespace {

std::size_t countedEntries(const NetworkNamespace &space)
{
    return static_cast<std::size_t>(std::ranges::count_if(space.neighbours, [](const Neighbour &one) { return one.state != "permanent" && one.state != "noarp" && one.state != "proxy"; }));
}

Findings findFullNeighbourTables(const Case &about)
{
    Findings findings;
    for (const ClusterNode &node : about.nodes()) {
        for (const std::string_view name : {"net.ipv4.neigh.default.gc_thresh3", "net.ipv6.neigh.default.gc_thresh3"}) {
            const auto limit = numberSet(node.net, name);
            std::size_t count = countedEntries(node.net);
            for (const ClusterPod &pod : about.cluster().pods)
                if (pod.node == node.name && !pod.hostNetwork)
                    count += countedEntries(pod.net);
            if (!limit || !isNearlyFull(count, *limit))
                continue;
            Finding finding;
            finding.title = Sentence::of("The neighbour table of {} holds {} of {} entries", node.name, count, *limit);
            finding.why = Sentence::of("Where it is full the kernel learns no new MAC address: ARP is neither sent nor answered for whoever is not in it, in any pod of the node.");
            finding.fix = Sentence::of("On {}: raise net.ipv4.neigh.default.gc_thresh1, gc_thresh2 and gc_thresh3 (of IPv6 as well).", node.name);
            finding.confirm = "nstat -az | grep -i neigh; dmesg | grep 'table overflow'";
            finding.subject = {{node.name}, {}, {}, {}};
            finding.proof.add(node.net.setting(name).evidence());
            finding.proof.add(firstOf(node.net.printed.evidence(HostTable::Neighbours)));
            findings.push_back(std::move(finding));
        }
    }
    return findings;
}

} // namespace

constinit const Fault faults::neighbourTableFull{
    .id = "neighbour-table-full",
    .implies = {"arp-unanswered", "tcp-retransmissions"},
    .find = findFullNeighbourTables,
};

} // namespace vethscope::diagnose
