#include "core/diagnose/faults.h"
#include "core/diagnose/sharedmacs.h"
#include "core/diagnose/traffic.h"

#include "core/cluster/told.h"

#include <algorithm>
#include <array>
#include <map>

// Two live pods with one address: what is meant for one arrives at the other, as ARP or routes happen to say. Pods of a node's own network share its
// address by design, and ended pods have none.

namespace vethscope::diagnose {
namespace {

bool isLive(const ClusterPod &pod)
{
    constexpr auto ended = std::to_array<std::string_view>({"Completed", "Succeeded", "Failed", "Error", "Evicted", "NodeAffinity", "OOMKilled", "Terminating", "Unknown"});
    return !pod.hostNetwork && !pod.ghost && std::ranges::find(ended, pod.status) == ended.end();
}

// Two machines that both reply to ARP for it, at one point.
void addTwoReplies(const Traffic &traffic, const IpAddress &address, Proof &proof)
{
    for (const auto &[key, macs] : traffic.seen().arpMacs)
        if (key.second == address && macs.size() > 1)
            for (const auto &[mac, row] : macs)
                proof.addFrame(row);
}

// Whether they answered at the same time: an address that moved to another machine had one at a time.
bool areAtOnce(const Traffic &traffic, const std::map<MacAddress, std::uint32_t> &macs)
{
    constexpr std::int64_t together = 1'000'000'000; // nanoseconds
    std::int64_t first = traffic.store().time(macs.begin()->second), last = first;
    for (const auto &[mac, row] : macs) {
        first = std::min(first, traffic.store().time(row));
        last = std::max(last, traffic.store().time(row));
    }
    return last - first <= together;
}

// The same by captures alone: nobody told whose address it is.
void addAddressesSeen(const Traffic &traffic, Findings &findings)
{
    std::map<IpAddress, std::size_t> places; // in the findings
    for (const auto &[key, macs] : traffic.seen().arpMacs) {
        if (macs.size() < 2 || !areAtOnce(traffic, macs) || std::ranges::any_of(macs, [](const auto &one) { return isSharedByDesign(one.first); }))
            continue;
        const IpAddress &address = key.second;
        const auto [place, isNew] = places.try_emplace(address, findings.size());
        if (isNew) {
            Finding &finding = findings.emplace_back();
            finding.title = Sentence::of("{} MAC addresses answer ARP for {}", macs.size(), address.text());
            finding.why = Sentence::of("Two pods or machines have the address, or one has two cards on this link: what is meant for one arrives at the other, as neighbour tables happen to say.");
            finding.fix = Sentence::of("Look which pods or machines have the address, and why it was given twice: a left-over CNI configuration, a lost /var/lib/cni/networks, overlapping podCIDRs.");
            finding.confirm = "arping -D " + address.text();
            finding.subject.address = address.text();
        }
        Finding &finding = findings[place->second];
        if (const explain::Point &point = traffic.points()[key.first].place; !point.node.empty() && finding.subject.nodes.empty())
            finding.subject.nodes = {point.node};
        for (const auto &[mac, row] : macs)
            finding.proof.addFrame(row);
    }
}

Findings findDuplicatePodAddresses(const Case &about)
{
    std::map<IpAddress, std::vector<const ClusterPod *>> owners;
    for (const ClusterPod &pod : about.cluster().pods) {
        if (!isLive(pod))
            continue;
        for (const Said<IpAddress> &address : pod.addresses)
            if (!address.isLinkLocal() && !address.isLoopback())
                owners[address].push_back(&pod);
    }
    Findings findings;
    if (about.traffic() && about.nodes().empty())
        addAddressesSeen(*about.traffic(), findings);
    for (const auto &[address, pods] : owners) {
        if (pods.size() < 2)
            continue;
        Finding finding;
        finding.title = Sentence::of("{} and {} both have {}", pods[0]->fullName(), pods[1]->fullName(), address.text());
        finding.why = Sentence::of("What is meant for one pod arrives at the other, as neighbour tables and routes happen to say.");
        finding.fix = Sentence::of("Delete one of the pods, and look why its address was given twice: a left-over CNI configuration, a lost /var/lib/cni/networks, overlapping podCIDRs.");
        finding.confirm = "kubectl get pods -A -o wide --field-selector status.podIP=" + address.text();
        finding.subject.address = address.text();
        for (const ClusterPod *const pod : pods) {
            finding.subject.pods.push_back(pod->fullName());
            if (!pod->node.empty() && std::ranges::find(finding.subject.nodes, pod->node) == finding.subject.nodes.end())
                finding.subject.nodes.push_back(pod->node);
            for (const Said<IpAddress> &own : pod->addresses)
                if (static_cast<const IpAddress &>(own) == address)
                    finding.proof.add(own.evidence);
        }
        if (about.traffic())
            addTwoReplies(*about.traffic(), address, finding.proof);
        findings.push_back(std::move(finding));
    }
    return findings;
}

} // namespace

constinit const Fault faults::duplicatePodIp{
    .id = "duplicate-pod-ip",
    .implies = {"tcp-retransmissions"},
    .find = findDuplicatePodAddresses,
};

} // namespace vethscope::diagnose
