#include "core/kernel/firewallrule.h"

#include "core/kernel/packetkey.h"

#include <algorithm>

namespace vethscope::kernel {
namespace {

Holds inverted(Holds holds)
{
    return holds == Holds::Maybe ? holds : holds == Holds::Yes ? Holds::No : Holds::Yes;
}

Holds holdsOf(const Ruleset &rules, const FirewallMatch &match, const FirewallElement &element, const Asked &asked, EvidenceList &evidence)
{
    if (element.key.size() != match.keys.size())
        return Holds::Maybe;
    Holds all = Holds::Yes;
    for (std::size_t i = 0; i < match.keys.size() && all != Holds::No; ++i)
        all = std::min(all, isValue(rules, match.keys[i], match, element.key[i], asked, evidence));
    return all;
}

// The elements of a named set that may be this packet's; nothing where the set was not printed.
std::optional<std::vector<const FirewallElement *>> elementsFor(const Ruleset &rules, const FirewallRuleFact &rule, const std::string &set, const std::vector<PacketKey> &keys, const Asked &asked)
{
    const ElementTable *const table = rules.elements(rule, set);
    if (!table || !table->fact().unread.empty())
        return std::nullopt;
    std::vector<PacketValue> key;
    for (const PacketKey each : keys)
        if (auto value = valueOf(each, asked))
            key.push_back(*std::move(value));
    std::vector<const FirewallElement *> elements;
    if (key.size() == keys.size())
        return table->candidates(key);
    for (const FirewallElement &element : table->fact().elements)
        elements.push_back(&element);
    return elements;
}

std::vector<const FirewallElement *> pointersTo(const std::vector<FirewallElement> &elements)
{
    std::vector<const FirewallElement *> pointers;
    for (const FirewallElement &element : elements)
        pointers.push_back(&element);
    return pointers;
}

Holds matchHolds(const Ruleset &rules, const FirewallRuleFact &rule, const FirewallMatch &match, const Asked &asked, EvidenceList &evidence)
{
    const auto elements = match.set.empty() ? pointersTo(match.elements) : elementsFor(rules, rule, match.set, match.keys, asked);
    if (!elements)
        return Holds::Maybe;
    Holds any = Holds::No;
    EvidenceList from;
    for (const FirewallElement *element : *elements) {
        const Holds holds = holdsOf(rules, match, *element, asked, from);
        any = std::max(any, holds);
        if (holds != Holds::Yes)
            continue;
        if (element->evidence.source)
            from.push_back(element->evidence);
        break;
    }
    evidence.insert(evidence.end(), from.begin(), from.end());
    return match.inverted ? inverted(any) : any;
}

bool isOther(const std::string &asked, std::string_view name)
{
    if (asked.empty())
        return false;
    const bool negated = asked.starts_with('!');
    return isDevice(std::string_view(asked).substr(negated), name) == negated;
}

Holds protocolHolds(const Ruleset &rules, const std::string &text, const Asked &asked, EvidenceList &evidence)
{
    const bool negated = text.starts_with('!');
    const PacketValue value = text.substr(negated);
    const Holds holds = isValue(rules, PacketKey::Protocol, {}, value, asked, evidence);
    return negated ? inverted(holds) : holds;
}

} // namespace

FirewallVerdict firewallVerdict(const Ruleset &rules, const FirewallRuleFact &rule, const Asked &asked)
{
    const Packet &packet = asked.packet;
    const auto no = [](PacketKey key) { return FirewallVerdict{Holds::No, otherThan(key), {}}; };
    if (rule.source && rule.source->contains(packet.source) == rule.notSource)
        return no(PacketKey::Source);
    if (rule.destination && rule.destination->contains(packet.destination) == rule.notDestination)
        return no(PacketKey::Destination);
    if (isOther(rule.inInterface, packet.inInterface))
        return no(PacketKey::InInterface);
    if (isOther(rule.outInterface, asked.outInterface))
        return no(PacketKey::OutInterface);

    FirewallVerdict verdict;
    const auto require = [&](Holds holds, PacketKey key) {
        if (holds == Holds::No)
            verdict = no(key);
        else
            verdict.holds = std::min(verdict.holds, holds);
        return holds != Holds::No;
    };
    if (!rule.protocol.empty() && !require(protocolHolds(rules, rule.protocol, asked, verdict.evidence), PacketKey::Protocol))
        return verdict;
    if (rule.destinationPort) {
        const NumberRange port{*rule.destinationPort, *rule.destinationPort};
        if (!require(isValue(rules, PacketKey::DestinationPort, {}, port, asked, verdict.evidence), PacketKey::DestinationPort))
            return verdict;
    }
    for (const FirewallMatch &match : rule.matches)
        if (!require(matchHolds(rules, rule, match, asked, verdict.evidence), match.keys.front()))
            return verdict;
    if (!rule.unread.empty())
        verdict.holds = Holds::Maybe;
    return verdict;
}

MapVerdict mapVerdict(const Ruleset &rules, const FirewallRuleFact &rule, const FirewallLookup &lookup, const Asked &asked)
{
    const auto elements = lookup.map.empty() ? pointersTo(lookup.elements) : elementsFor(rules, rule, lookup.map, lookup.keys, asked);
    if (!elements)
        return {Holds::Maybe, nullptr};
    MapVerdict verdict;
    EvidenceList evidence;
    for (const FirewallElement *element : *elements) {
        const Holds holds = holdsOf(rules, {.keys = lookup.keys}, *element, asked, evidence);
        if (holds > verdict.holds)
            verdict = {holds, element};
    }
    return verdict;
}

} // namespace vethscope::kernel
