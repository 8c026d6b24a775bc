#include "core/diagnose/dnsqueries.h"
#include "core/diagnose/faults.h"

#include <algorithm>
#include <cstdint>
#include <limits>
#include <map>
#include <set>
#include <string>
#include <tuple>
#include <utility>

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

// What clients asked and was refused, by client and name, in the order of time.
using Refused = std::map<std::pair<IpAddress, std::string>, std::vector<const DnsQuery *>>;

Refused refusedOf(const std::vector<DnsQuery> &queries)
{
    Refused refused;
    for (const DnsQuery &one : queries)
        if (one.answer && one.answer->code == noSuchName)
            refused[{one.first->from, one.first->name}].push_back(&one);
    for (auto &[client, its] : refused)
        std::ranges::stable_sort(its, {}, [](const DnsQuery *one) { return one->first->time; });
    return refused;
}

// Of each client the name that took most.
std::map<IpAddress, Amplification> amplifications(const std::vector<DnsQuery> &queries)
{
    std::map<IpAddress, Amplification> worst;
    std::map<std::tuple<IpAddress, std::string, std::uint16_t>, std::int64_t> before; // when it was found the last time
    const Refused refused = refusedOf(queries);
    for (const DnsQuery &found : queries) {
        if (!found.answer || found.answer->code != 0)
            continue;
        Amplification one{found.first->name, found.first->to, {}, 1, {}};
        const std::int64_t time = found.first->time;
        const auto [last, isFirst] = before.try_emplace({found.first->from, one.name, found.first->type}, time);
        const std::int64_t since = isFirst ? std::numeric_limits<std::int64_t>::min() : std::exchange(last->second, time);
        for (auto tried = refused.lower_bound({found.first->from, one.name + '.'}); tried != refused.end() && tried->first.first == found.first->from && tried->first.second.starts_with(one.name + '.'); ++tried) {
            for (auto query = std::ranges::upper_bound(tried->second, since, {}, [](const DnsQuery *each) { return each->first->time; }); query != tried->second.end() && (*query)->first->time <= time; ++query) {
                one.refused.insert(tried->first.second);
                ++one.messages;
                one.proof.addFrame((*query)->answer->row);
            }
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
