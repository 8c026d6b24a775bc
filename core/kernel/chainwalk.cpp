#include "core/kernel/chainwalk.h"

#include "core/kernel/firewallrule.h"
#include "core/kernel/onlyone.h"
#include "core/kernel/target.h"
#include "core/sentence/phrase.h"

#include <algorithm>
#include <optional>

namespace vethscope::kernel {
namespace {

constexpr std::size_t deepest = 64;  // jumps within jumps; nf_tables allows 16
constexpr std::size_t mostLost = 16; // lines that did not hold

using Passages = std::vector<Passage>;

std::optional<double> times(const std::optional<double> &probability, double share)
{
    return probability ? std::optional(*probability * share) : std::nullopt;
}

void lose(Passage &passage, const Evidence &line, std::string_view because)
{
    passage.rejected.insert(passage.rejected.begin(), {line, because});
    if (passage.rejected.size() > mostLost)
        passage.rejected.pop_back();
}

bool isSame(const Passage &one, const Passage &other)
{
    return one.packet == other.packet && one.unknownMark == other.unknownMark;
}

class Walk
{
public:
    Walk(const Ruleset &rules, const Crossing &crossing, bool afterConntrack) : m_rules(rules), m_crossing(crossing), m_afterConntrack(afterConntrack) {}

    /// Those that come to the chain's end; those with a verdict are in ended().
    Passages run(const RuleChain *chain, Passages passages, std::size_t depth)
    {
        Passages returned;
        if (!chain || passages.empty())
            return passages;
        for (const ChainedRule *rule : chain->candidates(passages.front().packet.destination)) {
            Passages next;
            for (Passage &passage : passages)
                apply(*rule, std::move(passage), depth, next, returned);
            passages = merged(std::move(next));
            if (m_ended.size() + passages.size() > mostPassages)
                giveUp(passages);
            if (passages.empty())
                break;
        }
        std::ranges::move(passages, std::back_inserter(returned));
        return merged(std::move(returned));
    }

    Passages &ended() { return m_ended; }

private:
    // More ways than anybody looks at.
    void giveUp(Passages &passages)
    {
        for (Passage &passage : passages)
            end(std::move(passage), {}, Verdict::Unknown);
        passages.clear();
    }

    // Splits a passage into that of which the rule holds and that of which it does not.
    void apply(const ChainedRule &rule, Passage passage, std::size_t depth, Passages &next, Passages &returned)
    {
        const FirewallRuleFact &fact = *rule.fact;
        std::optional<Packet> changed;
        FirewallVerdict verdict = firewallVerdict(m_rules, fact, {asSeen(passage.packet, changed), m_crossing.outInterface, passage.unknownMark});
        if (verdict.holds == Holds::No) {
            lose(passage, fact.evidence, verdict.because);
            next.push_back(std::move(passage));
            return;
        }
        const double share = fact.probability.value_or(1.0);
        const bool isSure = verdict.holds == Holds::Yes;
        const auto probability = passage.probability;
        std::optional<Passage> otherwise;
        if (!isSure || share < 1) {
            otherwise = passage;
            otherwise->probability = isSure ? times(probability, 1 - share) : std::nullopt;
            if (!isSure)
                otherwise->doubts.push_back(fact.evidence);
            lose(*otherwise, fact.evidence, isSure ? Phrase::of("another chance") : Phrase::of("not sure to hold"));
        }
        Passage taken = std::move(passage);
        taken.probability = isSure ? times(probability, share) : std::nullopt;
        if (!isSure)
            taken.doubts.push_back(fact.evidence);
        bool matters = true;
        if (share > 0)
            matters = fact.lookup ? ask(rule, std::move(taken), verdict.evidence, depth, next, returned) : take(rule, nullptr, std::move(taken), verdict.evidence, depth, next, returned);
        if (!isSure && !matters) { // whether it held makes no difference
            next.pop_back();
            otherwise->probability = probability;
            otherwise->doubts.pop_back();
        }
        if (otherwise)
            next.push_back(*std::move(otherwise));
    }

    // Before conntrack saw it, a packet is of no connection: net/netfilter/xt_conntrack.c conntrack_mt.
    const Packet &asSeen(const Packet &packet, std::optional<Packet> &changed) const
    {
        if (m_afterConntrack || packet.connection.state == ConnectionState::Untracked)
            return packet;
        changed = packet;
        changed->connection.state = ConnectionState::Invalid;
        return *changed;
    }

    // A map: nothing in it fits, and the next rule is asked; by chance, each of its elements.
    bool ask(const ChainedRule &rule, Passage passage, const EvidenceList &evidence, std::size_t depth, Passages &next, Passages &returned)
    {
        const FirewallLookup &lookup = *rule.fact->lookup;
        if (lookup.chances > 0)
            return askChance(rule, std::move(passage), evidence, depth, next, returned);
        std::optional<Packet> changed;
        const MapVerdict found = mapVerdict(m_rules, *rule.fact, lookup, {asSeen(passage.packet, changed), m_crossing.outInterface, passage.unknownMark});
        if (found.holds == Holds::Yes)
            return take(rule, found.element, std::move(passage), evidence, depth, next, returned);
        if (found.holds == Holds::Maybe) {
            passage.probability.reset();
            passage.doubts.push_back(rule.fact->evidence);
            Passage unknown = passage;
            if (!found.element)
                unknown.ask = "nft list ruleset";
            end(std::move(unknown), rule.fact->evidence, Verdict::Unknown);
        }
        lose(passage, rule.fact->evidence, found.holds == Holds::Maybe ? Phrase::of("not sure to hold") : Phrase::of("nothing in the map fits"));
        next.push_back(std::move(passage));
        return found.holds == Holds::Maybe;
    }

    bool askChance(const ChainedRule &rule, Passage passage, const EvidenceList &evidence, std::size_t depth, Passages &next, Passages &returned)
    {
        const FirewallLookup &lookup = *rule.fact->lookup;
        const ElementTable *const table = lookup.map.empty() ? nullptr : m_rules.elements(*rule.fact, lookup.map);
        double rest = 1;
        for (const FirewallElement &element : table ? table->fact().elements : lookup.elements) {
            const auto *numbers = element.key.size() == 1 ? std::get_if<NumberRange>(&element.key.front()) : nullptr;
            if (!numbers || numbers->first >= lookup.chances)
                continue;
            const double share = double(std::min(numbers->last, lookup.chances - 1) - numbers->first + 1) / lookup.chances;
            Passage taken = passage;
            taken.probability = times(taken.probability, share);
            rest -= share;
            take(rule, &element, std::move(taken), evidence, depth, next, returned);
        }
        if (rest > 1e-9) {
            passage.probability = times(passage.probability, rest);
            next.push_back(std::move(passage));
        }
        return true;
    }

    // False where it goes on as if the rule had not been there: to `next`, as it was.
    bool take(const ChainedRule &rule, const FirewallElement *element, Passage passage, const EvidenceList &evidence, std::size_t depth, Passages &next, Passages &returned)
    {
        const Passage before = passage;
        const Evidence &line = rule.fact->evidence;
        passage.evidence.push_back(line);
        passage.evidence.insert(passage.evidence.end(), evidence.begin(), evidence.end());
        if (element && element->evidence.source && element->evidence != line)
            passage.evidence.push_back(element->evidence);
        const std::size_t cited = passage.evidence.size();
        const ConnectionState state = passage.packet.connection.state;
        switch (carryOut(m_rules, rule, element, m_crossing, passage)) {
        case Deed::End: m_ended.push_back(std::move(passage)); return true;
        case Deed::Unknown: end(std::move(passage), {}, Verdict::Unknown); return true;
        case Deed::Return: returned.push_back(std::move(passage)); return true;
        case Deed::GoOn: {
            if (m_afterConntrack) // which has seen it: net/netfilter/nft_ct.c nft_notrack_eval
                passage.packet.connection.state = state;
            const bool changed = !isSame(passage, before);
            next.push_back(changed ? std::move(passage) : before);
            return changed;
        }
        case Deed::Jump:
        case Deed::Goto: break;
        }
        if (depth == deepest) {
            end(std::move(passage), {}, Verdict::Unknown);
            return true;
        }
        const bool isElements = element && !element->target.empty();
        const bool isGoto = isElements ? element->isGoto : rule.fact->isGoto;
        const RuleChain *const chain = isElements ? m_rules.chain(*rule.fact, element->target) : rule.target;
        const std::size_t endedBefore = m_ended.size();
        Passages survivors = run(chain, onlyOne(std::move(passage)), depth + 1);
        const bool decidesNothing = survivors.size() == 1 && m_ended.size() == endedBefore && isSame(survivors.front(), before) && survivors.front().evidence.size() == cited;
        if (decidesNothing && !isGoto) {
            next.push_back(before);
            lose(next.back(), line, Phrase::of("nothing in it holds"));
            return false;
        }
        std::ranges::move(survivors, std::back_inserter(isGoto ? returned : next));
        return true;
    }

    void end(Passage passage, const Evidence &line, Verdict verdict)
    {
        if (line.source)
            passage.evidence.push_back(line);
        passage.verdict = verdict;
        m_ended.push_back(std::move(passage));
    }

    // Ways that meet again are one.
    static Passages merged(Passages passages)
    {
        Passages kept;
        for (Passage &passage : passages) {
            const auto same = std::ranges::find_if(kept, [&](const Passage &other) { return isSame(other, passage) && other.verdict == passage.verdict; });
            if (same == kept.end())
                kept.push_back(std::move(passage));
            else
                same->probability = same->probability && passage.probability ? std::optional(*same->probability + *passage.probability) : std::nullopt;
        }
        return kept;
    }

    const Ruleset &m_rules;
    const Crossing &m_crossing;
    bool m_afterConntrack;
    Passages m_ended;
};

Verdict policyOf(const BaseChain &chain)
{
    const std::string_view policy = chain.policy ? std::string_view(chain.policy->target).substr(7) : "ACCEPT";
    return policy == "DROP" ? Verdict::Drop : policy == "ACCEPT" ? Verdict::Accept : Verdict::Unknown;
}

} // namespace

std::vector<Passage> walk(const Ruleset &rules, const BaseChain &chain, const Crossing &crossing, Passage passage)
{
    const bool isBeforeConntrack = (crossing.hook == Hook::Prerouting || crossing.hook == Hook::Output) && !chain.isAfterConntrack();
    Walk walk(rules, crossing, !isBeforeConntrack);
    Passages through = walk.run(chain.rules, onlyOne(std::move(passage)), 0);
    for (Passage &each : through) {
        each.verdict = policyOf(chain);
        // That a table which drops nothing lets pass is no news.
        if (chain.policy && (chain.isFilter || each.verdict != Verdict::Accept))
            each.evidence.push_back(chain.policy->evidence);
    }
    std::ranges::move(through, std::back_inserter(walk.ended()));
    return std::move(walk.ended());
}

} // namespace vethscope::kernel
