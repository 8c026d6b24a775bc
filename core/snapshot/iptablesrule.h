#pragma once

#include "core/facts/firewall.h"
#include "core/transcript/shelltokens.h"

#include <span>
#include <string_view>

namespace vethscope {

/// A rule as `iptables-save` writes it (iptables/xshared.c: save_rule), cut into words: `-A FORWARD -i cali+ -m mark --mark 0x1/0x1 -j ACCEPT`. What
/// it asks for and nobody understands is `unread`, option and values. Table and line are the caller's.
FirewallRuleFact ruleOfOptions(std::span<const ShellToken> words);

/// What `iptables -L` writes behind a rule's destination: `tcp dpt:80 mark match ! 0x1 /* why */ to:10.0.0.1:80` (extensions/libxt_*.c: print).
/// The rule has its target already.
void addDetails(FirewallRuleFact &rule, std::string_view details);

} // namespace vethscope
