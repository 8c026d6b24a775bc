#pragma once

#include "core/cluster/networknamespace.h"
#include "core/kernel/packet.h"

#include <string_view>
#include <vector>

namespace vethscope::kernel {

/// Whether a rule holds of a packet. Maybe: it asks for something that is not understood, and all that is understood holds.
enum class Holds : std::uint8_t { No, Maybe, Yes };

struct RuleVerdict {
    Holds holds = Holds::Yes;
    std::string_view because{}; // of No: what it asks for that the packet is not

    friend bool operator==(const RuleVerdict &, const RuleVerdict &) = default;
};

/// net/core/fib_rules.c fib_rule_match, with net/ipv4/fib_rules.c fib4_rule_match and net/ipv6/fib6_rules.c fib6_rule_match.
RuleVerdict ruleVerdict(const RuleFact &rule, const Packet &packet);

/// The rules of a family in the order in which they are asked. Where nobody printed any they are those that the kernel begins with:
/// 0 local, 32766 main, 32767 default, the last for IPv4 alone (fib_default_rules_init, fib6_rules_net_init).
std::vector<const RuleFact *> rulesOf(const NetworkNamespace &space, bool v6);

/// Whether somebody added or removed rules.
bool hasOwnRules(const NetworkNamespace &space, bool v6);

} // namespace vethscope::kernel
