#include "core/cluster/joining.h"
#include "core/cluster/told.h"

namespace vethscope {
namespace {

bool canBeVeth(const JoinedInterface &joined)
{
    return joined.interface.kind == LinkKind::Veth || joined.interface.kind == LinkKind::Unknown;
}

// Namespaces are not all known yet.
std::string spokenName(const ClusterPod &pod)
{
    return pod.name.empty() ? pod.fullName() : pod.name;
}

// A pod that is known by its namespace's name alone turns out to be the one that shows its own end: told twice, it is one.
void absorbUnnamed(Joining &joining, std::size_t machine, const JoinedInterface &veth, std::size_t pod)
{
    const std::size_t before = *veth.peerPod;
    PodParts &parts = joining.podParts[before];
    if (!joining.cluster.pods[before].name.empty() || !parts.inside.empty())
        return;
    addEvidence(joining.cluster.pods[pod].evidence, joining.cluster.pods[before].evidence);
    joining.podParts[pod].namespaces.insert(joining.podParts[pod].namespaces.end(), parts.namespaces.begin(), parts.namespaces.end());
    parts.absorbed = true;
    for (JoinedInterface &other : joining.machines[machine].interfaces)
        if (other.peerPod == before)
            other.peerPod = pod;
}

void pairPod(Joining &joining, std::size_t place)
{
    const auto machine = joining.machine(joining.cluster.pods[place].node);
    if (!machine)
        return;
    for (JoinedInterface &inside : joining.podParts[place].interfaces) {
        const auto &peer = inside.interface.peerIfindex;
        JoinedInterface *veth = peer ? joining.machines[*machine].interface(*peer) : nullptr;
        if (!veth || !canBeVeth(*veth) || !canBeVeth(inside))
            continue;
        const auto &back = veth->interface.peerIfindex;
        const EvidenceList lines{inside.indexEvidence, veth->indexEvidence};
        if (back && inside.interface.ifindex && *back != *inside.interface.ifindex) {
            const Sentence end = Sentence::of("{} in pod {}", inside.interface.name, joining.cluster.pods[place].name);
            joining.cluster.problems.push_back(
                {ProblemSeverity::Warning,
                 Sentence::of("{} says that its other end has index {}, but {} on {} with that index says {}, not {}", end, *peer,
                              veth->interface.name, joining.cluster.nodes[*machine].name, *back, *inside.interface.ifindex),
                 lines});
            continue;
        }
        // An interface that names no other end may be the parent of a macvlan.
        if (back || veth->interface.kind == LinkKind::Veth)
            pairVeth(joining, *machine, *veth, place, &inside, lines);
    }
}

} // namespace

void pairByIndex(Joining &joining)
{
    for (std::size_t i = 0; i < joining.cluster.pods.size(); ++i)
        pairPod(joining, i);
}

void pairWithinNodes(Joining &joining)
{
    for (std::size_t i = 0; i < joining.machines.size(); ++i) {
        for (JoinedInterface &one : joining.machines[i].interfaces) {
            JoinedInterface *other = one.peerName.empty() ? nullptr : joining.machines[i].interface(one.peerName);
            // Only one end was printed: `ip` has a name for the other where that stands in the same namespace.
            const bool isHere = one.netns.empty() && !one.netnsId && !one.interface.peerIfindex && !one.interface.peer;
            if (!other && !one.peerName.empty() && one.interface.kind == LinkKind::Veth && isHere) {
                one.interface.peer = Peer{.pod = {}, .node = joining.cluster.nodes[i].name, .interface = one.peerName, .evidence = {firstOf(one.interface.evidence)}};
                continue;
            }
            // Only if both say so: `bridge link` looks a foreign index up among its own interfaces.
            if (!other || other->peerName != one.interface.name || other == &one || !canBeVeth(one))
                continue;
            one.interface.kind = LinkKind::Veth;
            one.interface.peer = Peer{.pod = {}, .node = joining.cluster.nodes[i].name, .interface = other->interface.name,
                                      .evidence = {firstOf(one.interface.evidence), firstOf(other->interface.evidence)}};
        }
    }
}

void pairVeth(Joining &joining, std::size_t machine, JoinedInterface &veth, std::size_t pod, JoinedInterface *inside, const EvidenceList &why)
{
    ClusterPod &paired = joining.cluster.pods[pod];
    if (veth.peerPod && *veth.peerPod != pod)
        absorbUnnamed(joining, machine, veth, pod);
    if (veth.peerPod && *veth.peerPod != pod) {
        EvidenceList lines = veth.interface.peer->evidence;
        addEvidence(lines, why);
        joining.cluster.problems.push_back(
            {ProblemSeverity::Warning,
             Sentence::of("{} on {} belongs to pod {} by one line and to pod {} by another", veth.interface.name,
                          joining.cluster.nodes[machine].name, spokenName(joining.cluster.pods[*veth.peerPod]), spokenName(paired)),
             std::move(lines)});
        return;
    }
    veth.peerPod = pod;
    veth.interface.kind = LinkKind::Veth;
    if (!veth.interface.peer)
        veth.interface.peer = Peer{};
    Peer &peer = *veth.interface.peer;
    peer.node = joining.cluster.nodes[machine].name;
    addEvidence(peer.evidence, why);
    addEvidence(paired.evidence, why);
    if (paired.node.empty())
        paired.node = peer.node;
    if (inside) {
        peer.interface = inside->interface.name;
        inside->interface.kind = LinkKind::Veth;
        inside->interface.peer = Peer{.pod = {}, .node = peer.node, .interface = veth.interface.name, .evidence = peer.evidence};
    }
    // Of several pairs the pod's main interface decides; without a look inside, the first.
    const bool isMain = inside ? inside->interface.name == paired.interface : paired.hostInterface.empty();
    if (isMain) {
        paired.hostInterface = veth.interface.name;
        paired.bridge = veth.interface.master.value_or("");
        if (!paired.ifindex)
            paired.ifindex = veth.interface.peerIfindex;
    }
}

void namePeers(Joining &joining)
{
    std::vector<std::size_t> pairs(joining.cluster.pods.size());
    for (const Machine &machine : joining.machines)
        for (const JoinedInterface &joined : machine.interfaces)
            if (joined.peerPod)
                ++pairs[*joined.peerPod];
    for (Machine &machine : joining.machines) {
        for (JoinedInterface &joined : machine.interfaces) {
            if (!joined.peerPod)
                continue;
            ClusterPod &pod = joining.cluster.pods[*joined.peerPod];
            // containerd, CRI-O and Docker all have the CNI plugin call a pod's first interface eth0.
            if (pod.interface.empty() && pairs[*joined.peerPod] == 1)
                pod.interface = "eth0";
            Peer &peer = *joined.interface.peer;
            peer.pod = pod.fullName();
            if (peer.interface.empty() && pod.hostInterface == joined.interface.name)
                peer.interface = pod.interface;
        }
    }
}

} // namespace vethscope
