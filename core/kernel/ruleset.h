#pragma once

#include "core/cluster/networknamespace.h"
#include "core/kernel/packet.h"

#include <array>
#include <cstdint>
#include <deque>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace vethscope::kernel {

/// Where rules are asked about a packet (include/uapi/linux/netfilter.h, enum nf_inet_hooks).
enum class Hook : std::uint8_t { Prerouting, Input, Forward, Output, Postrouting };
inline constexpr std::size_t hookCount = 5;

class RuleChain;

/// A rule with the chain that it jumps to, if it does.
struct ChainedRule {
    const FirewallRuleFact *fact = nullptr;
    const RuleChain *target = nullptr;
};

/// The rules of one chain in their order. Of a chain that tells thousands of services apart by their addresses only those are tried that may hold.
class RuleChain
{
public:
    void add(const FirewallRuleFact &fact) { m_rules.push_back({&fact}); }
    std::vector<ChainedRule> &rules() { return m_rules; }
    const std::vector<ChainedRule> &rules() const { return m_rules; }

    /// Once all rules are there.
    void index();
    /// Those that do not ask for another host's address.
    std::vector<const ChainedRule *> candidates(const IpAddress &destination) const;

private:
    std::vector<ChainedRule> m_rules;
    std::unordered_map<std::string, std::vector<std::uint32_t>> m_byDestination; // of those for one address alone
    std::vector<std::uint32_t> m_others;
};

/// A chain that the kernel itself begins with.
struct BaseChain {
    const RuleChain *rules = nullptr;
    const FirewallRuleFact *policy = nullptr; // null: it was not printed, and is taken to be ACCEPT
    std::string_view table{};
    std::int32_t priority = 0;
    bool translates = false; // of the type `nat`: asked for the first packet of a connection alone
    bool isFilter = false;   // where packets are usually dropped

    bool isAfterConntrack() const { return priority > -200; } // NF_IP_PRI_CONNTRACK (include/uapi/linux/netfilter_ipv4.h)
};

/// The elements of a set or map.
class ElementTable
{
public:
    explicit ElementTable(const FirewallSetFact &fact);

    const FirewallSetFact &fact() const { return *m_fact; }
    /// The elements of which one may hold this key; all of them where some have ranges.
    std::vector<const FirewallElement *> candidates(const std::vector<PacketValue> &key) const;

private:
    const FirewallSetFact *m_fact;
    std::unordered_map<std::string, std::vector<const FirewallElement *>> m_exact;
    std::vector<const FirewallElement *> m_others;
};

/// The firewall of one machine made ready to be asked: chains by name, what hangs at each hook in the order it is asked, sets by name. Made once;
/// 100 000 rules take a moment then and none later. The namespace outlives it.
class Ruleset
{
public:
    explicit Ruleset(const NetworkNamespace &space);
    Ruleset(const Ruleset &) = delete;
    Ruleset &operator=(const Ruleset &) = delete;

    const NetworkNamespace &space() const { return m_space; }
    const std::vector<BaseChain> &at(Hook hook, bool v6) const { return m_hooks[v6][static_cast<std::size_t>(hook)]; }
    /// Null where it was not printed.
    const RuleChain *chain(const FirewallRuleFact &of, std::string_view name) const;
    /// Null where it was not printed.
    const ElementTable *elements(const FirewallRuleFact &of, std::string_view name) const;
    /// IPVS' real servers, by the address and port that they stand for.
    const std::vector<const FirewallRuleFact *> &virtualServers() const { return m_virtualServers; }

private:
    void addBaseChains();

    const NetworkNamespace &m_space;
    std::deque<RuleChain> m_chains;
    std::unordered_map<std::string, RuleChain *> m_byName;
    std::unordered_map<std::string, ElementTable> m_sets;
    std::array<std::array<std::vector<BaseChain>, hookCount>, 2> m_hooks;
    std::vector<const FirewallRuleFact *> m_virtualServers;
};

} // namespace vethscope::kernel
