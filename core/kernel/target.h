#pragma once

#include "core/kernel/firewallrule.h"
#include "core/kernel/passage.h"

namespace vethscope::kernel {

/// What a rule does with a packet of which it holds.
enum class Deed : std::uint8_t { GoOn, End, Return, Jump, Goto, Unknown };

/// Carries out a rule's target, or that of a map's element: marks and translates the packet, and says how to go on. `rule` tells the table. iptables'
/// extensions end a packet's way where they say a verdict (net/netfilter/xt_*.c, XT_CONTINUE or not); of one that is not known nobody knows.
Deed carryOut(const Ruleset &rules, const ChainedRule &rule, const FirewallElement *element, const Crossing &crossing, Passage &passage);

} // namespace vethscope::kernel
