#include "core/diagnose/dnsqueries.h"
#include "core/diagnose/faults.h"

#include <algorithm>
#include <map>
#include <span>
#include <string>
#include <utility>

// A client asks for A and AAAA from one socket at once: both packets begin the same connection, the second one's entry cannot be inserted, and it is dropped
// (insert_failed of conntrack -S). The resolver tries again after five seconds. A server that is slow has seen both.

namespace vethscope::diagnose {
namespace {

constexpr std::uint16_t typeA = 1, typeAaaa = 28;
constexpr std::int64_t atOnce = 1'000'000, retryAfter = 4'500'000'000, retryBefore = 5'500'000'000;

std::int64_t timeOf(const DnsQuery *query)
{
    return query->first->time;
}

bool isPair(const DnsQuery &one, const DnsQuery &other)
{
    const bool isSameSocket = one.first->from == other.first->from && one.first->fromPort == other.first->fromPort && one.first->name == other.first->name;
    const std::int64_t apart = one.first->time - other.first->time;
    return isSameSocket && std::minmax(one.first->type, other.first->type) == std::minmax(typeA, typeAaaa) && apart < atOnce && apart > -atOnce;
}

// What one client asked about one name.
using AskedAbout = std::map<std::pair<IpAddress, std::string>, std::vector<const DnsQuery *>>;

AskedAbout askedAbout(const std::vector<DnsQuery> &queries)
{
    AskedAbout asked;
    for (const DnsQuery &one : queries)
        asked[{one.first->from, one.first->name}].push_back(&one);
    for (auto &[client, its] : asked)
        std::ranges::stable_sort(its, {}, timeOf);
    return asked;
}

// Those of them within a time.
std::span<const DnsQuery *const> between(const std::vector<const DnsQuery *> &asked, std::int64_t from, std::int64_t to)
{
    const auto begin = std::ranges::lower_bound(asked, from, {}, timeOf), end = std::ranges::upper_bound(begin, asked.end(), to, {}, timeOf);
    return {begin, end};
}

// Sent again by the same client after five seconds: the same query, or a new one for the same name.
bool wasRetried(const std::vector<const DnsQuery *> &asked, const DnsQuery &lost)
{
    const std::int64_t time = lost.first->time;
    return lost.wasSentAgainAfter(retryAfter, retryBefore) || !between(asked, time + retryAfter + 1, time + retryBefore - 1).empty();
}

Findings findConntrackRaces(const Case &about)
{
    Findings findings;
    const std::vector<DnsQuery> queries = dnsQueries(*about.traffic());
    const AskedAbout all = askedAbout(queries);
    for (const DnsQuery &lost : queries) {
        const bool wasAnswered = lost.answer && lost.answer->time - lost.first->time < retryAfter;
        if (wasAnswered || (lost.reached && lost.reached->time - lost.first->time < retryAfter)) // a server that has it is slow, or silent
            continue;
        const auto &asked = all.at({lost.first->from, lost.first->name});
        const auto atOnceAsked = between(asked, lost.first->time - atOnce, lost.first->time + atOnce);
        const auto found = std::ranges::find_if(atOnceAsked, [&](const DnsQuery *one) { return one != &lost && isPair(*one, lost); });
        const DnsQuery *const pair = found == atOnceAsked.end() ? nullptr : *found;
        if (!pair || !pair->answer || pair->answer->time - pair->first->time > retryAfter || !wasRetried(asked, lost))
            continue;
        Finding finding;
        finding.title = Sentence::of("Of two queries that {} sent at once about {}, one was lost and asked again after five seconds", lost.first->from.text(), lost.first->name);
        finding.why = Sentence::of("Both begin one connection in conntrack, and the node drops the packet whose entry comes second.");
        finding.fix = Sentence::of("Run NodeLocal DNSCache, or let the resolver use two sockets: single-request-reopen in the pod's dnsConfig.");
        finding.confirm = "conntrack -S | grep insert_failed";
        finding.subject.address = lost.first->from.text();
        finding.proof.addFrame(lost.first->row);
        finding.proof.addFrame(pair->first->row);
        exclude(finding, "dns-unanswered", {}, {pair->answer->row}); // the server is there and answers
        if (lost.answer) // later: the server's address is the same, and works
            exclude(finding, "stale-udp-translation", {}, {lost.answer->row});
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
