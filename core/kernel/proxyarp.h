#pragma once

#include "core/kernel/answer.h"
#include "core/kernel/packet.h"
#include "core/kernel/table.h"

namespace vethscope::kernel {

/// Whether a machine answers on a device when somebody asks the link for an address, and why.
struct Reply {
    enum class Why : std::uint8_t { No, Own, ProxyEntry, ProxySetting };

    Why why = Why::No;
    std::optional<MacAddress> mac{}; // the device's, with which it answers
};

/// net/ipv4/arp.c arp_process: for its own addresses; and where it forwards and the address is behind another device, for those of an entry
/// of `ip neigh show proxy`, and with proxy_arp (all or the device's) for all (arp_fwd_proxy). arp_ignore and arp_filter are taken as 0.
/// Calico's 169.254.1.1 lives of this. For IPv6 net/ipv6/ndisc.c ndisc_recv_ns: own addresses and, with proxy_ndp, entries.
Answer<Reply> replyFor(const NetworkNamespace &space, std::string_view device, const IpAddress &asker, const IpAddress &wanted);

} // namespace vethscope::kernel
