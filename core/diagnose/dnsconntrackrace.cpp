#include "core/diagnose/dnsqueries.h"
#include "core/diagnose/faults.h"

#include <algorithm>

// A client asks for A and AAAA from one socket at once: both packets begin the same connection, the second one's entry cannot be inserted, and it is dropped
// (insert_failed of conntrack -S). The resolver tries again after five seconds. A server that is slow has seen both.

namespace vethscope::diagnose {
namespace {

constexpr std::uint16_t typeA = 1, typeAaaa = 28;
constexpr std::int64_t atOnce = 1'000'000, retryAfter = 4'500'000'000, retryBefore = 5'500'000'000;

bool isPair(const DnsQuery &one, const DnsQuery &other)
{
    const bool isSameSocket = one.first->from == other.first->from && one.first->fromPort == other.first->fromPort && one.first->name == other.first->name;
    const std::int64_t apart = one.first->time - other.first->time;
    return isSameSocket && std::minmax(one.first->type, other.first->type) == std::minmax(typeA, typeAaaa) && apart < atOnce && apart > -atOnce;
}

// Sent again by the same client after five seconds: the same query, or a new one for the same name.
bool wasRetried(const std::vector<DnsQuery> &queries, const DnsQuery &lost)
{
    return std::ranges::any_of(queries, [&](const DnsQuery &later) {
        const std::int64_t after = later.first->time - lost.first->time;
        return later.first->from == lost.first->from && later.first->name == lost.first->name && after > retryAfter && after < retryBefore;
    });
}

Findings findConntrackRaces(const Case &about)
{
    Findings findings;
    const std::vector<DnsQuery> queries = dnsQueries(*about.traffic());
    for (const DnsQuery &lost : queries) {
        const auto pair = std::ranges::find_if(queries, [&](const DnsQuery &one) { return &one != &lost && isPair(one, lost); });
        if (lost.answer || pair == queries.end() || !pair->answer || !wasRetried(queries, lost))
            continue;
        Finding finding;
        finding.title = Sentence::of("Of two queries that {} sent at once about {}, one was lost and asked again after five seconds", lost.first->from.text(), lost.first->name);
        finding.why = Sentence::of("Both begin one connection in conntrack, and the node drops the packet whose entry comes second.");
        finding.fix = Sentence::of("Run NodeLocal DNSCache, or let the resolver use two sockets: single-request-reopen in the pod's dnsConfig.");
        finding.confirm = "conntrack -S | grep insert_failed";
        finding.subject.address = lost.first->from.text();
        finding.proof.addFrame(lost.first->row);
        finding.proof.addFrame(pair->first->row);
        findings.push_back(std::move(finding));
    }
    return findings;
}

} // namespace

constinit const Fault faults::dnsConntrackRace{
    .id = "dns-conntrack-race",
    .needs = Fault::Needs::Packets,
    .implies = {"dns-unanswered"},
    .find = findConntrackRaces,
};

} // namespace vethscope::diagnose
