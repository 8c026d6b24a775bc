#include "core/diagnose/faults.h"

#include <algorithm>

// Two nodes that give their pods addresses of one network: each takes the other's pods for its own.

namespace vethscope::diagnose {
namespace {

Findings findOverlappingNetworks(const Case &about)
{
    Findings findings;
    const auto &networks = about.podNetworks();
    for (std::size_t i = 0; i < networks.size(); ++i) {
        for (std::size_t j = i + 1; j < networks.size(); ++j) {
            const bool overlap = networks[i].network.contains(networks[j].network.address) || networks[j].network.contains(networks[i].network.address);
            if (networks[i].node == networks[j].node || !overlap)
                continue;
            const std::string &node = about.nodes()[networks[i].node].name, &other = about.nodes()[networks[j].node].name;
            const IpPrefix &narrow = networks[i].network.length > networks[j].network.length ? networks[i].network : networks[j].network;
            Finding finding;
            finding.title = Sentence::of("{} gives its pods addresses of {}, {} of {}", node, networks[i].network.text(), other, networks[j].network.text());
            finding.why = Sentence::of("Both take the other's pods for their own: packets between them never leave, and pods of both may have one address.");
            finding.fix = Sentence::of("Give each node a podCIDR of its own; remove left-over CNI configuration and the CNI bridge where it is wrong, and make its pods anew.");
            finding.confirm = "kubectl get nodes -o custom-columns=NAME:.metadata.name,CIDR:.spec.podCIDR";
            finding.subject = {{node, other}, {}, {}, narrow.text()};
            finding.proof.add(networks[i].evidence);
            finding.proof.add(networks[j].evidence);
            findings.push_back(std::move(finding));
        }
    }
    return findings;
}

} // namespace

constinit const Fault faults::overlappingPodCidr{
    .id = "overlapping-pod-cidr",
    .implies = {"duplicate-pod-ip", "duplicate-tunnel-ip", "missing-route", "stale-neighbour", "stale-blackhole"},
    .find = findOverlappingNetworks,
};

} // namespace vethscope::diagnose
