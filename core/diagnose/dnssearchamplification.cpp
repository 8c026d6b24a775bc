#include "core/diagnose/dnsqueries.h"
#include "core/diagnose/faults.h"

#include <algorithm>
#include <map>
#include <set>

// A name with fewer dots than ndots is asked with every suffix of the search list first, for IPv4 and for IPv6 (resolv.conf(5)). By design in Kubernetes, whose
// pods have ndots:5; it has its price.

namespace vethscope::diagnose {
namespace {

constexpr std::uint8_t noSuchName = 3;

struct Amplification {
    std::string name{};
    IpAddress server{};
    std::set<std::string> refused{};
    std::size_t messages = 0;
    Proof proof{};
};

const ClusterPod *podAt(const Case &about, const IpAddress &address)
{
    for (const ClusterPod &pod : about.cluster().pods)
        for (const Said<IpAddress> &own : pod.addresses)
            if (static_cast<const IpAddress &>(own) == address && !pod.hostNetwork)
                return &pod;
    return nullptr;
}

// Of each client the name that took most.
std::map<IpAddress, Amplification> amplifications(const std::vector<DnsQuery> &queries)
{
    std::map<IpAddress, Amplification> worst;
    for (const DnsQuery &found : queries) {
        if (!found.answer || found.answer->code != 0)
            continue;
        Amplification one{found.first->name, found.first->to, {}, 1, {}};
        for (const DnsQuery &tried : queries) {
            const bool isTry = tried.first->from == found.first->from && tried.first->time <= found.first->time && tried.answer && tried.answer->code == noSuchName
                && tried.first->name.starts_with(one.name + '.');
            if (!isTry)
                continue;
            one.refused.insert(tried.first->name);
            ++one.messages;
            one.proof.addFrame(tried.answer->row);
        }
        one.proof.addFrame(found.answer->row);
        if (one.refused.size() > worst[found.first->from].refused.size())
            worst[found.first->from] = std::move(one);
    }
    return worst;
}

Findings findSearchAmplification(const Case &about)
{
    constexpr std::size_t least = 3;
    Findings findings;
    for (auto &[client, one] : amplifications(dnsQueries(*about.traffic()))) {
        if (one.refused.size() < least)
            continue;
        const ClusterPod *const pod = podAt(about, client);
        Finding finding;
        finding.title = Sentence::of("{} asks {} times for names that do not exist before it finds {}", pod ? pod->fullName() : client.text(), one.messages - 1, one.name);
        finding.why = Sentence::of("The name has fewer dots than ndots, so that each suffix of the search list is tried first, for IPv4 and IPv6. It works, and costs {} queries instead of one.", one.messages);
        finding.fix = Sentence::of("Write such names with a dot at the end, or give the pod dnsConfig with a smaller ndots.");
        finding.confirm = "cat /etc/resolv.conf";
        finding.subject.address = one.server.text();
        finding.proof = std::move(one.proof);
        if (pod) {
            finding.subject.pods = {pod->fullName()};
            if (!pod->node.empty())
                finding.subject.nodes = {pod->node};
            for (const ResolverFact &resolver : pod->net.resolvers)
                finding.proof.add(resolver.evidence);
        }
        findings.push_back(std::move(finding));
    }
    return findings;
}

} // namespace

constinit const Fault faults::dnsSearchAmplification{
    .id = "dns-search-amplification",
    .severity = ProblemSeverity::Note,
    .needs = Fault::Needs::Packets,
    .find = findSearchAmplification,
};

} // namespace vethscope::diagnose
