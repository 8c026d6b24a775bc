#pragma once

#include "core/kernel/ruleset.h"

#include <functional>
#include <optional>
#include <set>

namespace vethscope::path {

/// To whom packets go, as far as rules may ask for it.
struct Towards {
    std::optional<IpAddress> only{};                // this address, or
    const std::set<IpAddress> *oneOf = nullptr;     // one of these
    const std::set<std::uint16_t> *ports = nullptr; // one of these ports, if any
};

/// All rules that may hold of a packet that goes there, with the elements of sets and maps that may be its; each once. A rule that may
/// hold leads to the chain that it names, and so does an element.
class RuleReach
{
public:
    RuleReach(const kernel::Ruleset &rules, Towards towards, std::function<void(const FirewallRuleFact &)> rule, std::function<void(const FirewallElement &)> element)
        : m_rules(rules), m_towards(std::move(towards)), m_onRule(std::move(rule)), m_onElement(std::move(element))
    {
    }

    void visit();

private:
    void visit(const kernel::RuleChain *chain);
    void visit(const kernel::ChainedRule &rule);
    void visitElements(const FirewallRuleFact &fact, const std::vector<PacketKey> &keys, const std::vector<FirewallElement> &elements, const std::string &set);
    bool mayHold(const FirewallRuleFact &fact) const;
    bool mayHold(const std::vector<PacketKey> &keys, const FirewallElement &element) const;
    bool isTowards(const AddressRange &range) const;
    bool isPort(std::uint32_t first, std::uint32_t last) const;
    const std::vector<FirewallElement> *elementsOf(const FirewallRuleFact &fact, const std::vector<FirewallElement> &elements, const std::string &set) const;

    const kernel::Ruleset &m_rules;
    Towards m_towards;
    std::function<void(const FirewallRuleFact &)> m_onRule;
    std::function<void(const FirewallElement &)> m_onElement;
    std::set<const kernel::RuleChain *> m_seen;
};

} // namespace vethscope::path
