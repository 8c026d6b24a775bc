#include "core/kernel/routing.h"

#include "core/kernel/routegroups.h"
#include "core/kernel/tablename.h"
#include "core/sentence/phrase.h"

#include <algorithm>
#include <iterator>

#include <fmt/format.h>

namespace vethscope::kernel {
namespace {

// A question that the machine itself would answer.
std::string questionOf(const Packet &packet)
{
    std::string question = fmt::format("ip route get {}", packet.destination.text());
    if (!packet.source.isAny())
        question += " from " + packet.source.text();
    if (packet.isForwarded())
        question += " iif " + packet.inInterface;
    if (!packet.outInterface.empty())
        question += " oif " + packet.outInterface;
    if (packet.mark != 0)
        question += fmt::format(" mark {:#x}", packet.mark);
    return question;
}

bool suppresses(const RuleFact &rule, const Route &route)
{
    return rule.suppressPrefixLength && !isRejecting(route) && static_cast<std::uint32_t>(route.to.length) <= *rule.suppressPrefixLength;
}

// From rule to rule until one decides.
class RuleWalk
{
public:
    RuleWalk(const NetworkNamespace &space, const Packet &packet) : m_space(space), m_packet(packet), m_rules(rulesOf(space, packet.isV6())) {}

    Answer<Routing> walk()
    {
        for (m_place = 0; m_place < m_rules.size() && !m_ended; ++m_place)
            ask(*m_rules[m_place]);
        if (m_answer.isNone() && !m_askForLocal.empty())
            m_answer = Answer<Routing>::unseen(m_askForLocal);
        m_answer.rejected = std::move(m_rejected);
        return std::move(m_answer);
    }

private:
    void ask(const RuleFact &rule)
    {
        const RuleVerdict verdict = ruleVerdict(rule, m_packet);
        m_certain = verdict.holds == Holds::Yes;
        if (verdict.holds == Holds::No)
            m_otherRules.push_back({rule.evidence, verdict.because});
        else if (rule.action == "lookup")
            askTable(rule);
        else if (rule.action == "goto")
            jump(rule);
        else if (rule.action == "blackhole" || rule.action == "unreachable" || rule.action == "prohibit")
            decide(rule, {rule.action, rule, {}, {}, {}}, {});
        else if (rule.action != "nop")
            end(Answer<Routing>::unseen(questionOf(m_packet)));
    }

    void askTable(const RuleFact &rule)
    {
        Answer<FoundRoute> answer = lookUpTable(m_space, tableName(rule.table), m_packet);
        m_rejected.insert(m_rejected.end(), answer.rejected.begin(), answer.rejected.end());
        // Of the addresses that nobody printed none is taken to be the destination, as long as another table has a route.
        if (answer.isUnseen() && tableName(rule.table) == "local" && m_certain) {
            m_askForLocal = answer.ask;
            return;
        }
        if (answer.isUnseen())
            return end(Answer<Routing>::unseen(m_askForLocal.empty() ? answer.ask : m_askForLocal));
        if (answer.isNone())
            return;
        if (suppresses(rule, answer->route()))
            return m_rejected.push_back({answer->route().evidence, Phrase::of("suppressed by its rule")});
        std::ranges::move(answer.assumed, std::back_inserter(m_answer.assumed));
        decide(rule, {answer->route().type, rule, answer->hops, answer->notTaken, {}}, std::move(answer.evidence));
    }

    // To the first rule of that priority; one that is not there, `[unresolved]`, is passed over.
    void jump(const RuleFact &rule)
    {
        const auto target = std::ranges::find_if(m_rules, [&](const RuleFact *other) { return rule.target == other->priority; });
        if (target == m_rules.end() || (*target)->priority <= rule.priority)
            return;
        if (!m_certain)
            return end(Answer<Routing>::unseen(questionOf(m_packet)));
        m_place = static_cast<std::size_t>(target - m_rules.begin()) - 1;
    }

    void decide(const RuleFact &rule, Routing routing, EvidenceList evidence)
    {
        if (!m_certain)
            return end(Answer<Routing>::unseen(questionOf(m_packet)));
        if (rule.evidence.source)
            evidence.insert(evidence.begin(), rule.evidence);
        if (!m_askForLocal.empty() && routing.type != "local")
            m_answer.assumed.insert(m_answer.assumed.begin(), {HostTable::Addresses, m_askForLocal});
        routing.otherRules = std::move(m_otherRules);
        std::vector<Assumed> assumed = std::move(m_answer.assumed);
        end(Answer<Routing>::found(std::move(routing), std::move(evidence)));
        m_answer.assumed = std::move(assumed);
    }

    void end(Answer<Routing> answer)
    {
        m_answer = std::move(answer);
        m_ended = true;
    }

    const NetworkNamespace &m_space;
    const Packet &m_packet;
    std::vector<const RuleFact *> m_rules;
    std::size_t m_place = 0;
    bool m_certain = true; // whether the rule at hand holds, or only may
    bool m_ended = false;
    std::string m_askForLocal; // whether the destination is an own address was not printed
    std::vector<Rejected> m_rejected, m_otherRules;
    Answer<Routing> m_answer = Answer<Routing>::none();
};

// What a socket bound to a device sends goes out by it, whatever the tables say (ip_route_output_key_hash_rcu: "routing tables are wrong").
bool isAssumedOnLink(const Packet &packet, const Answer<Routing> &answer)
{
    const bool isRefused = answer.isNone() || (answer.isFound() && (answer->hops.empty() || isRejecting(*answer->route())));
    return isRefused && !packet.isV6() && !packet.isForwarded() && !packet.outInterface.empty();
}

Answer<Routing> onLink(const Packet &packet, Answer<Routing> refused)
{
    Route route;
    route.type = "unicast";
    route.to = {packet.destination, packet.destination.width()};
    route.interface = packet.outInterface;
    route.scope = "link";
    Answer<Routing> answer = Answer<Routing>::found({route.type, {}, {{route}}, {}, {}}, EvidenceList{});
    answer.rejected = std::move(refused.rejected);
    for (const Evidence &line : refused.evidence)
        answer.rejected.push_back({line, Phrase::of("bound to a device")});
    return answer;
}

} // namespace

Answer<Routing> lookUpRoute(const NetworkNamespace &space, const Packet &packet)
{
    Answer<Routing> answer = RuleWalk(space, packet).walk();
    if (isAssumedOnLink(packet, answer))
        return onLink(packet, std::move(answer));
    if (!answer.isUnseen())
        return answer;
    Answer<Routing> recorded = recordedRoute(space, packet);
    return recorded.isFound() ? recorded : answer;
}

} // namespace vethscope::kernel
