#include "core/diagnose/faults.h"
#include "core/diagnose/traffic.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <map>
#include <tuple>

// A pod that speaks to another pod under a name that is not its own: a MASQUERADE or SNAT rule takes what should be left alone. By design translated: what
// leaves the cluster, a pod that asks its own service, a node that asks a service, externalTrafficPolicy: Cluster.

namespace vethscope::diagnose {
namespace {

const path::Step *masquerade(const path::Path &way, const path::Hop *&at)
{
    for (const path::Hop &hop : way.hops)
        for (const path::Step &step : hop.steps)
            for (const path::Change &change : step.changes)
                if (step.kind == path::Step::Kind::Translate && (change.field == "ip.src" || change.field == "ipv6.src")) {
                    at = &hop;
                    return &step;
                }
    return nullptr;
}

void describeMasquerade(Finding &finding, const std::string &node)
{
    finding.why = Sentence::of("Network policies, logs and answers by address see somebody else than the pod. Between pods nothing needs to be translated.");
    finding.fix = Sentence::of("Leave the pods' network out of the rule: flannel's --ip-masq with the right Network, kube-proxy's --cluster-cidr, Calico's natOutgoing with all pools.");
    finding.confirm = "iptables -t nat -vnL POSTROUTING";
    if (!node.empty())
        finding.subject.nodes = {node};
}

void findMasqueradesForetold(const Case &about, Findings &findings)
{
    for (const Rehearsed &one : about.rehearsed()) {
        const path::Hop *hop = nullptr;
        const path::Step *const step = one.to && !one.isAnswer() && one.way->doubts.empty() ? masquerade(*one.way, hop) : nullptr;
        if (!step || step->evidence.empty())
            continue;
        Finding finding;
        finding.title = Sentence::of("{} gives what {} sends to {} another source address", hop->node, one.from->fullName(), one.to->fullName());
        describeMasquerade(finding, hop->node);
        finding.proof.add(step->evidence.back()); // behind the rules that led to it
        findings.push_back(std::move(finding));
    }
}

// Who asked whom, by which port if there are any. Tuples stand as they first appear.
class AskedBefore
{
public:
    explicit AskedBefore(const Traffic &traffic)
    {
        const auto &tuples = traffic.journeys().sightings.tuples;
        for (std::size_t place = 0; place < tuples.size(); ++place)
            m_first.try_emplace(Asked(tuples[place].source, tuples[place].destination, tuples[place].protocol, tuples[place].hasPorts() ? tuples[place].sourcePort : 0), place);
    }

    // Whether the receiver had asked that address before: a service's, which its answers get back.
    bool isAnswerFor(const journey::Tuple &answer, std::size_t tuple, const IpAddress &asked) const
    {
        const auto found = m_first.find(Asked(answer.destination, asked, answer.protocol, answer.hasPorts() ? answer.destinationPort : 0));
        return found != m_first.end() && found->second < tuple;
    }

private:
    using Asked = std::tuple<IpAddress, IpAddress, std::uint8_t, std::uint16_t>;
    std::map<Asked, std::size_t> m_first{};
};

// Whether a tunnel between nodes takes it from there on, which had not before: what is sent there goes to a pod. Answers of services get their address back
// behind the tunnel.
bool isPackedFrom(const journey::Journey &journey, std::vector<journey::JourneyHop>::const_iterator changed)
{
    const auto isPacked = [](const journey::JourneyHop &hop) { return hop.depth > 0; };
    return std::none_of(journey.hops.begin(), changed, isPacked) && std::any_of(changed, journey.hops.end(), isPacked);
}

// Whether hosts' output says so, or leaves it open: an endpoint's port sends answers, and what a kernel translated for the asker it translates back on the
// asker's node. A pod that is masqueraded gets an address of a node.
bool maybeAnswer(const Case &about, const Traffic &traffic, const journey::Tuple &before, const journey::JourneyHop &changed)
{
    const auto isSender = [&](const EndpointFact &endpoint) { return endpoint.address == before.source && before.hasPorts() && endpoint.port == before.sourcePort; };
    if (std::ranges::any_of(about.cluster().services, [&](const ClusterService &service) { return std::ranges::any_of(service.endpoints, isSender); }))
        return true;
    const auto owners = about.places().owners().of(traffic.tupleOf(changed.first()).source);
    const PodNetwork *const asker = about.podNetworkOf(before.destination);
    if (owners.empty())
        return asker && about.nodes()[asker->node].name == traffic.points()[changed.point].place.node;
    return std::ranges::any_of(owners, [](const Owner &owner) { return owner.kind == Owner::Kind::Service; });
}

// A pod's address, seen from a pod to a pod, that became another one's on the way, where the destination stayed: no service was asked.
void findMasqueradesSeen(const Case &about, const Traffic &traffic, Findings &findings)
{
    const AskedBefore asked(traffic);
    for (const journey::Journey &journey : traffic.journeys().all) {
        const journey::Sighting &first = journey.hops.front().first();
        const journey::Tuple &before = traffic.tupleOf(first);
        const auto changed = std::ranges::find_if(journey.hops, [&](const journey::JourneyHop &hop) { return traffic.tupleOf(hop.first()).source != before.source; });
        if (changed == journey.hops.end() || traffic.tupleOf(changed->first()).destination != before.destination)
            continue;
        if (about.nodes().empty() ? !isPackedFrom(journey, changed) : !about.podNetworkOf(before.source) || !about.podNetworkOf(before.destination) || about.podNetworkOf(before.source)->network == about.podNetworkOf(before.destination)->network)
            continue;
        if (asked.isAnswerFor(before, first.tuple, traffic.tupleOf(changed->first()).source) || maybeAnswer(about, traffic, before, *changed))
            continue;
        const auto isRouter = [&](const IpAddress &address) { return about.book().owner(address).has_value(); };
        if (isRouter(before.source) || isRouter(before.destination))
            continue;
        const PodNetwork *const pods = about.podNetworkOf(before.source);
        const std::string node = pods ? about.nodes()[pods->node].name : traffic.points()[first.point].place.node;
        Finding finding;
        finding.title = Sentence::of("What {} sends to {} has the source {} from {} on", before.source.text(), before.destination.text(), traffic.tupleOf(changed->first()).source.text(), traffic.nameOf(changed->point));
        describeMasquerade(finding, node);
        for (const Owner &owner : about.places().owners().of(before.source))
            if (owner.kind == Owner::Kind::Pod && finding.subject.pods.empty())
                finding.subject.pods = {about.cluster().pods[owner.place].fullName()};
        finding.proof.addFrame(first.row);
        finding.proof.addFrame(changed->first().row);
        findings.push_back(std::move(finding));
    }
}

Findings findMasquerades(const Case &about)
{
    Findings findings;
    if (about.traffic())
        findMasqueradesSeen(about, *about.traffic(), findings);
    Findings foretold;
    findMasqueradesForetold(about, foretold);
    for (Finding &one : foretold) { // the rule behind what was seen; or all there is
        const auto seen = std::ranges::find_if(findings, [&](const Finding &other) { return other.subject.nodes == one.subject.nodes && other.proof.lines.empty(); });
        const auto known = std::ranges::find_if(findings, [&](const Finding &other) { return other.subject.nodes == one.subject.nodes; });
        if (seen != findings.end())
            seen->proof.add(one.proof.lines);
        else if (known == findings.end())
            findings.push_back(std::move(one));
    }
    return findings;
}

} // namespace

constinit const Fault faults::masqueradedPodTraffic{
    .id = "masqueraded-pod-traffic",
    .severity = ProblemSeverity::Warning,
    .find = findMasquerades,
};

} // namespace vethscope::diagnose
