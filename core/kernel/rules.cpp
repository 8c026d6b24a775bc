#include "core/kernel/rules.h"

#include "core/kernel/protocolnumber.h"
#include "core/kernel/tablename.h"
#include "core/sentence/phrase.h"

#include <algorithm>
#include <array>

namespace vethscope::kernel {
namespace {

// What the kernel itself sends comes in by the loopback device: flowi_iif is LOOPBACK_IFINDEX there.
std::string_view incoming(const Packet &packet)
{
    return packet.isForwarded() ? std::string_view(packet.inInterface) : std::string_view("lo");
}

bool fromHolds(const RuleFact &rule, const Packet &packet)
{
    if (!rule.from || rule.from->length == 0)
        return true;
    // IPv6 knows that no source was chosen yet (RT6_LOOKUP_F_HAS_SADDR); IPv4 compares 0.0.0.0.
    return !(packet.isV6() && packet.source.isAny()) && rule.from->contains(packet.source);
}

// IPv4 compares the four bits of RFC 1349 but the last (IPTOS_RT_MASK), IPv6 the DSCP.
bool tosHolds(const RuleFact &rule, const Packet &packet)
{
    const int mask = packet.isV6() ? 0xfc : 0x1c;
    return !rule.tos || *rule.tos == 0 || *rule.tos == (packet.tos & mask);
}

// What is said of a name that nobody knows the number of is not understood.
Holds protocolHolds(const RuleFact &rule, const Packet &packet)
{
    if (rule.protocol.empty())
        return Holds::Yes;
    const auto number = protocolNumber(rule.protocol);
    if (!number)
        return Holds::Maybe;
    return *number == packet.protocol ? Holds::Yes : Holds::No;
}

RuleVerdict withoutNegation(const RuleFact &rule, const Packet &packet)
{
    if (!rule.inInterface.empty() && rule.inInterface != incoming(packet))
        return {Holds::No, Phrase::of("other incoming device")};
    if (!rule.outInterface.empty() && rule.outInterface != packet.outInterface)
        return {Holds::No, Phrase::of("other outgoing device")};
    if (rule.mark && ((*rule.mark ^ packet.mark) & rule.markMask) != 0)
        return {Holds::No, Phrase::of("other mark")};
    if (!fromHolds(rule, packet))
        return {Holds::No, Phrase::of("other source")};
    if (rule.to && !rule.to->contains(packet.destination))
        return {Holds::No, Phrase::of("other destination")};
    if (!tosHolds(rule, packet))
        return {Holds::No, Phrase::of("other type of service")};
    const Holds protocol = protocolHolds(rule, packet);
    if (protocol == Holds::No)
        return {Holds::No, Phrase::of("other protocol")};
    return {protocol == Holds::Maybe || !rule.unread.empty() ? Holds::Maybe : Holds::Yes, {}};
}

RuleFact kernelRule(std::uint32_t priority, bool v6, std::string_view table)
{
    RuleFact rule;
    rule.priority = priority;
    rule.v6 = v6;
    rule.table = table;
    return rule;
}

const std::vector<RuleFact> &kernelRules(bool v6)
{
    static const std::array<std::vector<RuleFact>, 2> rules{
        std::vector{kernelRule(0, false, "local"), kernelRule(32766, false, "main"), kernelRule(32767, false, "default")},
        std::vector{kernelRule(0, true, "local"), kernelRule(32766, true, "main")},
    };
    return rules[v6];
}

bool isPlain(const RuleFact &rule)
{
    return !rule.inverted && !rule.from && !rule.to && rule.inInterface.empty() && rule.outInterface.empty() && !rule.mark && !rule.tos
        && rule.protocol.empty() && !rule.suppressPrefixLength && rule.unread.empty() && rule.action == "lookup";
}

bool isSameRule(const RuleFact *rule, const RuleFact &own)
{
    return rule->priority == own.priority && isPlain(*rule) && tableName(rule->table) == own.table;
}

} // namespace

RuleVerdict ruleVerdict(const RuleFact &rule, const Packet &packet)
{
    const RuleVerdict verdict = withoutNegation(rule, packet);
    if (!rule.inverted || verdict.holds == Holds::Maybe)
        return verdict;
    return verdict.holds == Holds::No ? RuleVerdict{} : RuleVerdict{Holds::No, Phrase::of("what it excludes")};
}

std::vector<const RuleFact *> rulesOf(const NetworkNamespace &space, bool v6)
{
    std::vector<const RuleFact *> rules;
    const auto add = [&](const std::vector<RuleFact> &all) {
        for (const RuleFact &rule : all)
            if (rule.v6 == v6)
                rules.push_back(&rule);
    };
    add(space.rules);
    if (rules.empty())
        add(kernelRules(v6));
    std::ranges::stable_sort(rules, {}, &RuleFact::priority);
    return rules;
}

bool hasOwnRules(const NetworkNamespace &space, bool v6)
{
    return !std::ranges::equal(rulesOf(space, v6), kernelRules(v6), isSameRule);
}

} // namespace vethscope::kernel
