#include "core/diagnose/faults.h"
#include "core/diagnose/traffic.h"

#include "core/cluster/told.h"

#include <algorithm>

// Conntrack that goes on translating a client's UDP to an endpoint that is gone: each packet renews the entry, so that it stays for as long as the client
// asks. An entry whose endpoint is still listed is one that nobody answers for another reason.

namespace vethscope::diagnose {
namespace {

const ClusterService *serviceAt(const Cluster &cluster, const IpAddress &address)
{
    const auto found = std::ranges::find_if(cluster.services, [&](const ClusterService &service) { return std::ranges::find(service.addresses, address) != service.addresses.end(); });
    return found == cluster.services.end() ? nullptr : &*found;
}

Findings findStaleTranslations(const Case &about)
{
    Findings findings;
    for (const ClusterNode &node : about.nodes()) {
        for (const ConntrackFact *orphan : about.places().ofNode(node.name)->orphans) {
            const ConntrackFact &entry = *orphan;
            const ClusterService *const service = entry.protocol == "udp" ? serviceAt(about.cluster(), entry.destination) : nullptr;
            if (!service)
                continue;
            const std::string name = service->serviceNamespace + '/' + service->name;
            Finding finding;
            finding.title = Sentence::of("{} sends what {} asks {} to {}, which no pod has", node.name, entry.source.text(), name, entry.replySource.text());
            finding.why = Sentence::of("The endpoint is gone, and conntrack's entry is not: each new packet of the client renews it, so that nothing is answered for minutes or longer.");
            finding.fix = Sentence::of("On {}: conntrack -D -p udp --orig-dst {} --reply-src {}; newer kube-proxy does so by itself.", node.name, entry.destination.text(), entry.replySource.text());
            finding.confirm = "conntrack -L -p udp --orig-dst " + entry.destination.text();
            finding.subject = {{node.name}, {}, {}, entry.replySource.text()};
            for (const Owner &owner : about.places().owners().of(entry.source))
                if (owner.kind == Owner::Kind::Pod && finding.subject.pods.empty())
                    finding.subject.pods = {about.cluster().pods[owner.place].fullName()};
            finding.proof.add(entry.evidence);
            for (const EndpointFact &endpoint : service->endpoints)
                finding.proof.add(endpoint.evidence);
            if (about.traffic())
                for (const journey::Journey &journey : about.traffic()->journeys().all)
                    if (const journey::Tuple &last = about.traffic()->tupleOf(journey.hops.back().first()); last.destination == entry.replySource && last.source == entry.source)
                        finding.proof.addFrame(journey.hops.back().first().row);
            finding.excluded.push_back({"dns-conntrack-race", {{entry.evidence}, {}}});
            findings.push_back(std::move(finding));
        }
    }
    return findings;
}

} // namespace

constinit const Fault faults::staleUdpTranslation{
    .id = "stale-udp-translation",
    .implies = {"dns-unanswered", "dns-conntrack-race", "arp-unanswered"},
    .find = findStaleTranslations,
};

} // namespace vethscope::diagnose
