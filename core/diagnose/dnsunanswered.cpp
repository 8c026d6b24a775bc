#include "core/diagnose/dnsqueries.h"
#include "core/diagnose/faults.h"

#include <cstdint>
#include <set>
#include <tuple>

// A DNS query that nobody answered, although the answer would have been seen: for five seconds, or with two more tries. Where the capture itself lost packets
// nothing is said.

namespace vethscope::diagnose {
namespace {

constexpr std::int64_t patience = 5'000'000'000;

// Who got answers from whom at which point.
using AnswersSeen = std::set<std::tuple<std::uint16_t, IpAddress, IpAddress>>;

AnswersSeen answersIn(const Seen &seen)
{
    AnswersSeen answers;
    for (const DnsSeen &one : seen.dns)
        if (one.isResponse)
            answers.emplace(one.point, one.to, one.from);
    return answers;
}

bool isSilentFor(const Traffic &traffic, const AnswersSeen &answers, const DnsQuery &query)
{
    const journey::JourneyPoint &point = traffic.points()[query.first->point];
    const bool isWhole = point.dropped.value_or(0) == 0 && point.filter.empty();
    // Where answers to this client are seen at all.
    const bool isOnTheWay = traffic.isOwnPoint(query.first->point, query.first->from) || answers.contains({query.first->point, query.first->from, query.first->to});
    return isWhole && isOnTheWay && (query.times >= 3 || (point.end && *point.end - query.first->time >= patience));
}

Findings findUnansweredQueries(const Case &about)
{
    Findings findings;
    const AnswersSeen answers = answersIn(about.traffic()->seen());
    for (const DnsQuery &query : dnsQueries(*about.traffic())) {
        if (query.answer || !isSilentFor(*about.traffic(), answers, query))
            continue;
        Finding finding;
        finding.title = Sentence::of("Nobody answers {} about {}", query.first->from.text(), query.first->name);
        finding.why = Sentence::of("The query to {} has no answer at any capture point.", query.first->to.text());
        finding.fix = Sentence::of("Follow the query with the journey, and look whether the server's pod got it and is well.");
        finding.confirm = "kubectl -n kube-system logs -l k8s-app=kube-dns";
        finding.subject.address = query.first->to.text();
        const auto &owners = about.places().owners().of(query.first->from);
        for (const Owner &owner : owners)
            if (owner.kind == Owner::Kind::Pod && finding.subject.pods.empty()) {
                finding.subject.pods = {about.cluster().pods[owner.place].fullName()};
                if (const std::string &node = about.cluster().pods[owner.place].node; !node.empty())
                    finding.subject.nodes = {node};
            }
        finding.proof.addFrame(query.first->row);
        if (query.reached)
            exclude(finding, "dns-conntrack-race", {}, {query.reached->row});
        findings.push_back(std::move(finding));
    }
    return findings;
}

} // namespace

constinit const Fault faults::dnsUnanswered{
    .id = "dns-unanswered",
    .severity = ProblemSeverity::Warning,
    .needs = Fault::Needs::Packets,
    .isSymptom = true,
    .find = findUnansweredQueries,
};

} // namespace vethscope::diagnose
