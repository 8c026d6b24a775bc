#pragma once

#include "core/kernel/passage.h"

namespace vethscope::kernel {

/// What IPVS does with a packet for a virtual server (net/netfilter/ipvs/ip_vs_core.c ip_vs_in_hook): of what comes to the machine itself, behind the rules at INPUT; of what it
/// sends, behind those at OUTPUT. kube-proxy gives kube-ipvs0 the services' addresses, so that they are the machine's own. Round robin shares
/// equally between real servers with a weight, `wrr` by weight (ip_vs_rr.c, ip_vs_wrr.c); how others choose, no command tells. `masq` changes the
/// destination, `route`, `tunnel` and `local` do not.
///
/// None: it is for no virtual server, or one without a real server. Unseen: neither `ipvsadm -Ln` was printed, nor was it told that there is none.
Answer<std::vector<Passage>> toRealServer(const Ruleset &rules, const Packet &packet);

} // namespace vethscope::kernel
