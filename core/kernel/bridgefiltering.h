#pragma once

#include "core/cluster/networknamespace.h"
#include "core/kernel/answer.h"

namespace vethscope::kernel {

/// Whether IP packets that a bridge passes from port to port meet the rules of IP at PREROUTING, FORWARD and POSTROUTING, the bridge standing for both devices there:
/// net.bridge.bridge-nf-call-iptables, for IPv6 -ip6tables (net/bridge/br_netfilter_hooks.c br_nf_pre_routing, br_nf_forward_ip). Without
/// br_netfilter there is no such setting, and they do not. The bridge's own nf_call_iptables is not looked at.
Answer<bool> filtersBridged(const NetworkNamespace &space, bool v6);

} // namespace vethscope::kernel
