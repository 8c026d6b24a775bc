#pragma once

#include "core/cluster/networknamespace.h"
#include "core/kernel/answer.h"
#include "core/kernel/passage.h"

namespace vethscope::kernel {

/// The connection of conntrack's table that a packet is of, in its own direction or the other: net/netfilter/nf_conntrack_core.c resolve_normal_ct. A packet of one
/// that nothing was answered to is still NEW, and translated as its entry says. None: it begins a new one; so does every ICMP message of its
/// own here, because its identifier is not known, and every packet of which the source port is not. Where some were printed and none fits, it is
/// unseen, and taken to begin one.
Answer<Connection> connectionOf(const NetworkNamespace &space, const Packet &packet);

/// Translates a packet of a connection that was there before: the destination where rules would (PREROUTING, OUTPUT), else the source (net/netfilter/nf_nat_core.c
/// nf_nat_packet).
void translateAsBefore(Passage &passage, bool destination);

} // namespace vethscope::kernel
