#include "core/path/rulereach.h"

#include <algorithm>

namespace vethscope::path {

void RuleReach::visit()
{
    for (const bool v6 : {false, true})
        for (std::size_t hook = 0; hook < kernel::hookCount; ++hook)
            for (const kernel::BaseChain &base : m_rules.at(static_cast<kernel::Hook>(hook), v6))
                visit(base.rules);
    for (const FirewallRuleFact *server : m_rules.virtualServers())
        if (mayHold(*server))
            m_onRule(*server);
}

void RuleReach::visit(const kernel::RuleChain *chain)
{
    if (!chain || !m_seen.insert(chain).second)
        return;
    if (m_towards.only) {
        for (const kernel::ChainedRule *rule : chain->candidates(*m_towards.only))
            visit(*rule);
    } else {
        for (const kernel::ChainedRule &rule : chain->rules())
            visit(rule);
    }
}

void RuleReach::visit(const kernel::ChainedRule &rule)
{
    const FirewallRuleFact &fact = *rule.fact;
    if (!mayHold(fact))
        return;
    m_onRule(fact);
    for (const FirewallMatch &match : fact.matches)
        visitElements(fact, match.keys, match.elements, match.set);
    if (fact.lookup)
        visitElements(fact, fact.lookup->keys, fact.lookup->elements, fact.lookup->map);
    visit(rule.target);
}

void RuleReach::visitElements(const FirewallRuleFact &fact, const std::vector<PacketKey> &keys, const std::vector<FirewallElement> &elements, const std::string &set)
{
    const auto *const all = elementsOf(fact, elements, set);
    if (!all)
        return;
    for (const FirewallElement &element : *all) {
        if (!mayHold(keys, element))
            continue;
        m_onElement(element);
        if (!element.target.empty())
            visit(m_rules.chain(fact, element.target));
    }
}

// Null: it was not printed.
const std::vector<FirewallElement> *RuleReach::elementsOf(const FirewallRuleFact &fact, const std::vector<FirewallElement> &elements, const std::string &set) const
{
    if (set.empty())
        return &elements;
    const kernel::ElementTable *const table = m_rules.elements(fact, set);
    return table ? &table->fact().elements : nullptr;
}

// Only what asks for an address or port that no such packet has is known not to hold.
bool RuleReach::mayHold(const FirewallRuleFact &fact) const
{
    if (fact.destination && !fact.notDestination && fact.destination->isHost() && !isTowards({fact.destination->address, fact.destination->address}))
        return false;
    if (fact.destinationPort && !isPort(*fact.destinationPort, *fact.destinationPort))
        return false;
    return std::ranges::all_of(fact.matches, [&](const FirewallMatch &match) {
        const auto *const elements = match.inverted ? nullptr : elementsOf(fact, match.elements, match.set);
        const kernel::ElementTable *const table = match.set.empty() ? nullptr : m_rules.elements(fact, match.set);
        return !elements || (table && !table->fact().unread.empty()) || std::ranges::any_of(*elements, [&](const FirewallElement &element) { return mayHold(match.keys, element); });
    });
}

bool RuleReach::mayHold(const std::vector<PacketKey> &keys, const FirewallElement &element) const
{
    if (element.key.size() != keys.size())
        return true;
    for (std::size_t i = 0; i < keys.size(); ++i) {
        if (const auto *addresses = std::get_if<AddressRange>(&element.key[i]); addresses && keys[i] == PacketKey::Destination && !isTowards(*addresses))
            return false;
        if (const auto *numbers = std::get_if<NumberRange>(&element.key[i]); numbers && keys[i] == PacketKey::DestinationPort && !isPort(numbers->first, numbers->last))
            return false;
    }
    return true;
}

bool RuleReach::isTowards(const AddressRange &range) const
{
    if (m_towards.only)
        return range.first <= *m_towards.only && *m_towards.only <= range.last;
    const auto nearest = m_towards.oneOf->lower_bound(range.first);
    return nearest != m_towards.oneOf->end() && *nearest <= range.last;
}

bool RuleReach::isPort(std::uint32_t first, std::uint32_t last) const
{
    const auto nearest = std::ranges::find_if(*m_towards.ports, [&](std::uint16_t port) { return port >= first && port <= last; });
    return nearest != m_towards.ports->end();
}

} // namespace vethscope::path
