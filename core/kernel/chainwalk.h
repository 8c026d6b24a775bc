#pragma once

#include "core/kernel/passage.h"

namespace vethscope::kernel {

/// What a chain that begins at a hook makes of a packet: net/ipv4/netfilter/ip_tables.c ipt_do_table, net/netfilter/nf_tables_core.c nft_do_chain. Rule by rule: jump,
/// goto, return, and the chain's policy at its end. Where a rule holds by chance, or where it cannot be told, both ways are gone. Of those that
/// did not hold the last ones of each chain are kept.
std::vector<Passage> walk(const Ruleset &rules, const BaseChain &chain, const Crossing &crossing, Passage passage);

} // namespace vethscope::kernel
