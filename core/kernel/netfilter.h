#pragma once

#include "core/kernel/passage.h"

namespace vethscope::kernel {

/// What all rules at one hook make of a packet, in the order of their priorities (net/netfilter/core.c nf_hook_slow): marks, translation, verdict. Chains of the type
/// `nat` are asked once for a connection, at their place between the others, one after the other until one translates; what an entry of conntrack already
/// says goes before them (net/netfilter/nf_nat_core.c nf_nat_inet_fn). More than one passage, the likeliest first, where chance decides or it cannot be
/// told; then their probabilities are known or not, and known ones sum to 1.
///
/// Unseen: nothing that hangs at this hook was printed. Where some was and not all, the rest is assumed to let everything pass.
Answer<std::vector<Passage>> passHook(const Ruleset &rules, const Crossing &crossing, const Packet &packet);

/// What the passages have in common: their verdict, Unknown where they differ.
Verdict verdictOf(const std::vector<Passage> &passages);

} // namespace vethscope::kernel
