#include "core/cluster/tables.h"

#include <algorithm>
#include <tuple>

namespace vethscope {
namespace {

// The print that a line is of, counted over all of a table's; nothing for a line that no known command printed.
std::optional<std::size_t> printOf(const std::vector<const PrintedFact *> &prints, const Evidence &line)
{
    const auto found = std::ranges::find_if(prints, [&](const PrintedFact *print) {
        return print->evidence.source == line.source && print->begin <= line.line && line.line < print->end;
    });
    return found == prints.end() ? std::nullopt : std::optional(static_cast<std::size_t>(found - prints.begin()));
}

// Rules stand in an order that counts, and the same rule may stand in a chain twice: of several prints of one table the last one has it.
std::vector<FirewallRuleFact> firewallOf(const HostList &hosts)
{
    std::vector<const PrintedFact *> prints;
    for (const HostFacts *host : hosts)
        for (const PrintedFact &print : host->printed)
            if (print.printing.table == HostTable::Firewall)
                prints.push_back(&print);
    // Of tables that iptables-nft keeps, what iptables-save prints says more than what nft prints.
    const auto rankOf = [&](const FirewallRuleFact &rule) {
        const auto print = printOf(prints, rule.evidence);
        return std::pair(print && prints[*print]->parser != "nft list ruleset", print);
    };
    std::map<std::pair<std::string_view, std::string_view>, std::pair<bool, std::optional<std::size_t>>> last; // by family and table
    const auto lastOf = [&](const FirewallRuleFact &rule) -> auto & { return last[{rule.family, rule.table}]; };
    for (const HostFacts *host : hosts)
        for (const FirewallRuleFact &rule : host->firewall)
            lastOf(rule) = std::max(lastOf(rule), rankOf(rule));
    std::vector<FirewallRuleFact> rules;
    for (const HostFacts *host : hosts)
        for (const FirewallRuleFact &rule : host->firewall)
            if (rankOf(rule) == lastOf(rule))
                rules.push_back(rule);
    return rules;
}

auto keyOf(const RuleFact &rule)
{
    return std::tuple(rule.v6, rule.priority, std::string_view(rule.text));
}

std::vector<RuleFact> rulesOf(const HostList &hosts)
{
    std::vector<RuleFact> rules;
    for (const HostFacts *host : hosts)
        for (const RuleFact &rule : host->rules)
            if (std::ranges::none_of(rules, [&](const RuleFact &known) { return keyOf(known) == keyOf(rule); }))
                rules.push_back(rule);
    std::ranges::stable_sort(rules, {}, [](const RuleFact &rule) { return std::pair(rule.v6, rule.priority); });
    return rules;
}

} // namespace

void joinToldTables(NetworkNamespace &net, const HostList &hosts)
{
    net.rules = rulesOf(hosts);
    net.firewall = firewallOf(hosts);
    for (const HostFacts *host : hosts) {
        net.firewallChains.insert(net.firewallChains.end(), host->firewallChains.begin(), host->firewallChains.end());
        net.firewallSets.insert(net.firewallSets.end(), host->firewallSets.begin(), host->firewallSets.end());
        net.answers.insert(net.answers.end(), host->answers.begin(), host->answers.end());
        net.connections.insert(net.connections.end(), host->connections.begin(), host->connections.end());
        net.listeners.insert(net.listeners.end(), host->listeners.begin(), host->listeners.end());
        net.resolvers.insert(net.resolvers.end(), host->resolvers.begin(), host->resolvers.end());
        for (const SettingFact &setting : host->settings)
            net.settings.insert_or_assign(setting.name, Known<std::string>(setting.value, setting.evidence));
    }
}

} // namespace vethscope
