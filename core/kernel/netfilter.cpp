#include "core/kernel/netfilter.h"

#include "core/address/ipprotocol.h"
#include "core/kernel/chainwalk.h"
#include "core/kernel/connections.h"
#include "core/kernel/onlyone.h"

#include <algorithm>

namespace vethscope::kernel {
namespace {

using Passages = std::vector<Passage>;

// NF_IP_PRI_NAT_DST, NF_IP_PRI_NAT_SRC: wherever chains of the type `nat` stand, they are asked here (net/netfilter/nf_nat_proto.c nf_nat_ipv4_ops).
std::optional<std::int32_t> placeOfTranslation(Hook hook)
{
    switch (hook) {
    case Hook::Prerouting:
    case Hook::Output: return -100;
    case Hook::Input:
    case Hook::Postrouting: return 100;
    case Hook::Forward: break;
    }
    return std::nullopt;
}

bool changesDestination(Hook hook)
{
    return hook == Hook::Prerouting || hook == Hook::Output;
}

bool &settledIn(Connection &connection, Hook hook)
{
    return changesDestination(hook) ? connection.destinationSettled : connection.sourceSettled;
}

// Only of connections that begin the rules are asked; ICMP's errors go with the connection that they are about.
bool asksRules(const Packet &packet, Hook hook)
{
    Connection connection = packet.connection;
    const bool begins = connection.state == ConnectionState::New || (connection.state == ConnectionState::Related && packet.protocol != ipprotocol::icmp && packet.protocol != ipprotocol::icmpv6);
    return begins && !connection.entry && !settledIn(connection, hook);
}

// The likeliest first; what is not known behind what is.
void sortByChance(Passages &passages)
{
    std::ranges::stable_sort(passages, [](const Passage &one, const Passage &other) { return one.probability.value_or(-1) > other.probability.value_or(-1); });
}

// One stands for all beyond what can be looked at.
void bound(Passages &passages)
{
    if (passages.size() <= mostPassages)
        return;
    Passage rest = std::move(passages[mostPassages - 1]);
    rest.verdict = Verdict::Unknown;
    for (auto other = passages.begin() + static_cast<std::ptrdiff_t>(mostPassages); other != passages.end(); ++other)
        rest.probability = rest.probability && other->probability ? std::optional(*rest.probability + *other->probability) : std::nullopt;
    passages.resize(mostPassages - 1);
    passages.push_back(std::move(rest));
}

class Crosser
{
public:
    Crosser(const Ruleset &rules, const Crossing &crossing) : m_rules(rules), m_crossing(crossing) {}

    Passages cross(const Packet &packet)
    {
        const auto &chains = m_rules.at(m_crossing.hook, packet.isV6());
        const auto place = placeOfTranslation(m_crossing.hook);
        Passage first;
        first.packet = packet;
        Passages passages = onlyOne(std::move(first));
        bool isTranslated = !place;
        for (const BaseChain &chain : chains) {
            if (!isTranslated && chain.priority > *place) {
                passages = translated(std::move(passages), chains);
                isTranslated = true;
            }
            if (!chain.translates)
                passages = walked(std::move(passages), chain);
        }
        if (!isTranslated)
            passages = translated(std::move(passages), chains);
        return passages;
    }

private:
    // What was dropped, or is not known to go on, stays as it is.
    Passages walked(Passages passages, const BaseChain &chain)
    {
        Passages next;
        for (Passage &passage : passages) {
            if (passage.verdict == Verdict::Accept)
                std::ranges::move(walk(m_rules, chain, m_crossing, std::move(passage)), std::back_inserter(next));
            else
                next.push_back(std::move(passage));
        }
        bound(next);
        return next;
    }

    Passages translated(Passages passages, const std::vector<BaseChain> &chains)
    {
        Passages done;
        for (Passage &passage : passages) {
            const Connection &connection = passage.packet.connection;
            if (connection.entry && connection.state != ConnectionState::Untracked)
                translateAsBefore(passage, changesDestination(m_crossing.hook));
            if (passage.verdict != Verdict::Accept || !asksRules(passage.packet, m_crossing.hook)) {
                done.push_back(std::move(passage));
                continue;
            }
            Passages waiting = onlyOne(std::move(passage));
            for (const BaseChain &chain : chains)
                if (chain.translates)
                    waiting = askedOf(chain, std::move(waiting), done);
            std::ranges::move(waiting, std::back_inserter(done));
        }
        for (Passage &passage : done)
            if (passage.packet.connection.state != ConnectionState::Untracked)
                settledIn(passage.packet.connection, m_crossing.hook) = true;
        return done;
    }

    // Those that this chain did not translate, which the next one is asked about.
    Passages askedOf(const BaseChain &chain, Passages waiting, Passages &done)
    {
        Passages next;
        for (Passage &passage : walked(std::move(waiting), chain))
            (passage.isTranslated || passage.verdict != Verdict::Accept ? done : next).push_back(std::move(passage));
        return next;
    }

    const Ruleset &m_rules;
    const Crossing &m_crossing;
};

} // namespace

Answer<std::vector<Passage>> passHook(const Ruleset &rules, const Crossing &crossing, const Packet &packet)
{
    using Found = Answer<Passages>;
    const bool v6 = packet.isV6();
    const Printed &printed = rules.space().printed;
    const bool isWhole = printed.of(HostTable::Firewall, v6) == Extent::Whole;
    const std::string_view ask = printed.ask(HostTable::Firewall, v6);
    if (!isWhole && rules.at(crossing.hook, v6).empty() && !packet.connection.entry)
        return Found::unseen(ask);
    Passages passages = Crosser(rules, crossing).cross(packet);
    sortByChance(passages);
    bound(passages);
    EvidenceList evidence = passages.front().evidence;
    Found answer = Found::found(std::move(passages), std::move(evidence));
    answer.rejected = answer->front().rejected;
    if (!isWhole)
        answer.assumed.push_back({HostTable::Firewall, std::string(ask)});
    return answer;
}

Verdict verdictOf(const std::vector<Passage> &passages)
{
    const Verdict first = passages.front().verdict;
    const bool areAlike = std::ranges::all_of(passages, [&](const Passage &passage) { return passage.verdict == first; });
    return areAlike ? first : Verdict::Unknown;
}

} // namespace vethscope::kernel
