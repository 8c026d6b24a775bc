#include "core/diagnose/faults.h"
#include "core/diagnose/traffic.h"

// Tunnelled packets whose outer UDP checksum is wrong where they arrive: the sender's card was to compute it and did it wrong. On the sender's side a wrong
// checksum is the usual work of offload, and shows nothing.

namespace vethscope::diagnose {
namespace {

Findings findWrongChecksums(const Case &about)
{
    Findings findings;
    for (const auto &[key, tunnel] : about.traffic()->seen().tunnels) {
        const auto from = about.book().owner(key.from), to = about.book().owner(key.to);
        const explain::Point &place = about.traffic()->points()[key.point].place;
        if (tunnel.wrongChecksums == 0 || place.node.empty() || !place.pod.empty())
            continue;
        // By what hosts printed, else by where captures show that packets are packed: elsewhere they are on the wire.
        const TunnelPairs &pairs = about.traffic()->tunnelPairs();
        const bool isTold = from && to;
        if (isTold ? from->node == to->node || place.node != about.nodes()[to->node].name : pairs.nodeOf(key.from).empty() || pairs.nodeOf(key.from) == place.node)
            continue;
        const std::string receiver = isTold ? place.node : pairs.nameOf(key.to), sender = isTold ? about.nodes()[from->node].name : pairs.nodeOf(key.from);
        Finding finding;
        finding.title = Sentence::of("{} of {} tunnelled packets from {} arrive at {} with a wrong UDP checksum", tunnel.wrongChecksums, tunnel.count, sender, place.node);
        finding.why = Sentence::of("The receiver drops them. The sender's card, or the driver, computes the outer checksum wrong, as some do for translated packets.");
        finding.fix = Sentence::of("On {}: ethtool -K DEVICE tx-checksum-ip-generic off for the tunnel's device; newer kernels and kube-proxy avoid it.", sender);
        finding.confirm = "nstat -az UdpInCsumErrors";
        finding.subject.nodes = {sender, receiver};
        finding.proof.addFrame(tunnel.wrongRow);
        exclude(finding, "capture-artefact", {}, {tunnel.wrongRow}); // it was captured where it arrives
        if (const ClusterNode *const node = isTold ? &about.nodes()[from->node] : nullptr)
            for (const auto &[name, value] : node->net.settings)
                if (name.ends_with(" tx-checksum-ip-generic") && *value == "on")
                    finding.proof.add(value.evidence());
        findings.push_back(std::move(finding));
    }
    return findings;
}

} // namespace

constinit const Fault faults::badChecksumOnWire{
    .id = "bad-checksum-on-wire",
    .needs = Fault::Needs::Packets,
    .implies = {"one-way-tunnel", "tunnel-port-blocked", "tcp-retransmissions"},
    .find = findWrongChecksums,
};

} // namespace vethscope::diagnose
