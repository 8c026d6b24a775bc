#include "core/kernel/ruleset.h"

#include "core/kernel/protocolnumber.h"

#include <algorithm>
#include <map>
#include <ranges>

namespace vethscope::kernel {
namespace {

constexpr std::size_t worthAnIndex = 16; // rules

struct Place {
    std::string_view table, chain;
    Hook hook;
    std::int32_t priority;
};

// include/uapi/linux/netfilter_ipv4.h, enum nf_ip_hook_priorities; net/ipv4/netfilter/iptable_*.c.
constexpr auto places = std::to_array<Place>({
    {"raw", "PREROUTING", Hook::Prerouting, -300},    {"raw", "OUTPUT", Hook::Output, -300},
    {"mangle", "PREROUTING", Hook::Prerouting, -150}, {"mangle", "INPUT", Hook::Input, -150},
    {"mangle", "FORWARD", Hook::Forward, -150},       {"mangle", "OUTPUT", Hook::Output, -150},
    {"mangle", "POSTROUTING", Hook::Postrouting, -150},
    {"nat", "PREROUTING", Hook::Prerouting, -100},    {"nat", "INPUT", Hook::Input, 100},
    {"nat", "OUTPUT", Hook::Output, -100},            {"nat", "POSTROUTING", Hook::Postrouting, 100},
    {"filter", "INPUT", Hook::Input, 0},              {"filter", "FORWARD", Hook::Forward, 0},
    {"filter", "OUTPUT", Hook::Output, 0},
    {"security", "INPUT", Hook::Input, 50},           {"security", "FORWARD", Hook::Forward, 50},
    {"security", "OUTPUT", Hook::Output, 50},
});

std::optional<Hook> hookNamed(std::string_view name)
{
    constexpr auto names = std::to_array<std::string_view>({"prerouting", "input", "forward", "output", "postrouting"});
    const auto found = std::ranges::find(names, name);
    return found == names.end() ? std::nullopt : std::optional(static_cast<Hook>(found - names.begin()));
}

std::string keyOf(std::string_view family, std::string_view table, std::string_view name)
{
    std::string key;
    return key.append(family).append(1, ' ').append(table).append(1, ' ').append(name);
}

std::string keyOf(const IpAddress &address)
{
    return {reinterpret_cast<const char *>(address.bytes().data()), static_cast<std::size_t>(address.width() / 8)};
}

// One text for each key without ranges.
std::optional<std::string> keyOf(const std::vector<PacketValue> &values)
{
    std::string key;
    for (const PacketValue &value : values) {
        if (const auto *addresses = std::get_if<AddressRange>(&value)) {
            if (addresses->first != addresses->last)
                return std::nullopt;
            key += keyOf(addresses->first);
        } else if (const auto *numbers = std::get_if<NumberRange>(&value)) {
            if (numbers->first != numbers->last)
                return std::nullopt;
            key += std::to_string(numbers->first);
        } else if (const auto &word = std::get<std::string>(value); word.ends_with('+')) {
            return std::nullopt;
        } else {
            const auto protocol = protocolNumber(word);
            key += protocol ? std::to_string(*protocol) : word;
        }
        key += ' ';
    }
    return key;
}

bool isPolicy(const FirewallRuleFact &fact)
{
    return fact.target.starts_with("policy ");
}

} // namespace

void RuleChain::index()
{
    if (m_rules.size() < worthAnIndex)
        return;
    for (std::uint32_t i = 0; i < m_rules.size(); ++i) {
        const FirewallRuleFact &fact = *m_rules[i].fact;
        const bool forOne = fact.destination && fact.destination->isHost() && !fact.notDestination;
        (forOne ? m_byDestination[keyOf(fact.destination->address)] : m_others).push_back(i);
    }
}

std::vector<const ChainedRule *> RuleChain::candidates(const IpAddress &destination) const
{
    std::vector<const ChainedRule *> rules;
    if (m_rules.size() < worthAnIndex) {
        for (const ChainedRule &rule : m_rules)
            rules.push_back(&rule);
        return rules;
    }
    static const std::vector<std::uint32_t> none;
    const auto found = m_byDestination.find(keyOf(destination));
    const std::vector<std::uint32_t> &own = found == m_byDestination.end() ? none : found->second;
    std::vector<std::uint32_t> places;
    std::ranges::merge(own, m_others, std::back_inserter(places));
    for (const std::uint32_t place : places)
        rules.push_back(&m_rules[place]);
    return rules;
}

ElementTable::ElementTable(const FirewallSetFact &fact) : m_fact(&fact)
{
    for (const FirewallElement &element : fact.elements) {
        if (auto key = keyOf(element.key))
            m_exact[*std::move(key)].push_back(&element);
        else
            m_others.push_back(&element);
    }
}

std::vector<const FirewallElement *> ElementTable::candidates(const std::vector<PacketValue> &key) const
{
    std::vector<const FirewallElement *> elements = m_others;
    if (const auto text = keyOf(key))
        if (const auto found = m_exact.find(*text); found != m_exact.end())
            elements.insert(elements.begin(), found->second.begin(), found->second.end());
    return elements;
}

Ruleset::Ruleset(const NetworkNamespace &space) : m_space(space)
{
    const FirewallRuleFact *before = nullptr;
    RuleChain *chain = nullptr;
    for (const FirewallRuleFact &fact : space.firewall) {
        if (fact.table == "ipvs") {
            m_virtualServers.push_back(&fact);
            continue;
        }
        if (isPolicy(fact))
            continue;
        if (!before || before->chain != fact.chain || before->table != fact.table || before->family != fact.family) {
            RuleChain *&named = m_byName[keyOf(fact.family, fact.table, fact.chain)];
            chain = named = named ? named : &m_chains.emplace_back();
            before = &fact;
        }
        chain->add(fact);
    }
    for (const FirewallChainFact &fact : space.firewallChains)
        if (RuleChain *&named = m_byName[keyOf(fact.family, fact.table, fact.name)]; !named)
            named = &m_chains.emplace_back();
    for (RuleChain &each : m_chains) {
        for (ChainedRule &rule : each.rules())
            rule.target = rule.fact->target.empty() ? nullptr : this->chain(*rule.fact, rule.fact->target);
        each.index();
    }
    for (const FirewallSetFact &fact : space.firewallSets)
        m_sets.insert_or_assign(keyOf(fact.family, fact.table, fact.name), ElementTable(fact));
    addBaseChains();
}

const RuleChain *Ruleset::chain(const FirewallRuleFact &of, std::string_view name) const
{
    const auto found = m_byName.find(keyOf(of.family, of.table, name));
    return found == m_byName.end() ? nullptr : found->second;
}

const ElementTable *Ruleset::elements(const FirewallRuleFact &of, std::string_view name) const
{
    const auto found = m_sets.find(keyOf(of.family, of.table, name));
    return found == m_sets.end() ? nullptr : &found->second;
}

void Ruleset::addBaseChains()
{
    const auto add = [&](const FirewallRuleFact &fact, const FirewallRuleFact *policy, Hook hook, std::int32_t priority, bool translates, bool isFilter) {
        const BaseChain base{chain(fact, fact.chain), policy, fact.table, priority, translates, isFilter};
        for (const bool v6 : {false, true})
            if (fact.family == "inet" || fact.family == (v6 ? "ip6" : "ip"))
                m_hooks[v6][static_cast<std::size_t>(hook)].push_back(base);
    };
    std::map<std::string, const FirewallRuleFact *> seen; // policies
    // Of chains of one priority the one that came last is asked first (net/netfilter/core.c nf_hook_entries_grow).
    for (const FirewallRuleFact &fact : m_space.firewall | std::views::reverse) {
        if (fact.hook) {
            if (const auto hook = hookNamed(fact.hook->hook))
                add(fact, &fact, *hook, fact.hook->priority, fact.hook->type == "nat", fact.hook->type == "filter" && *hook != Hook::Prerouting && *hook != Hook::Postrouting);
            seen[keyOf(fact.family, fact.table, fact.chain)] = nullptr; // it has its place
        } else if (isPolicy(fact)) {
            seen.try_emplace(keyOf(fact.family, fact.table, fact.chain), &fact);
        }
    }
    for (const std::string_view family : {"ip", "ip6"}) {
        for (const Place &place : places) {
            const std::string key = keyOf(family, place.table, place.chain);
            const auto policy = seen.find(key);
            const auto rules = m_byName.find(key);
            if (policy != seen.end() && !policy->second)
                continue;
            if (policy != seen.end())
                add(*policy->second, policy->second, place.hook, place.priority, place.table == "nat", place.table == "filter");
            else if (rules != m_byName.end() && !rules->second->rules().empty())
                add(*rules->second->rules().front().fact, nullptr, place.hook, place.priority, place.table == "nat", place.table == "filter");
        }
    }
    for (auto &family : m_hooks)
        for (std::vector<BaseChain> &chains : family)
            std::ranges::stable_sort(chains, {}, &BaseChain::priority);
}

} // namespace vethscope::kernel
