#pragma once

#include "core/cluster/owners.h"
#include "core/path/trail.h"

namespace vethscope::path {

/// The ending told of as what it is: a packet that a remembered connection has sent to an address that nobody has, and that got nowhere for it. Conntrack
/// translates all packets of a connection as it did the first (nf_nat_packet() in net/netfilter/nf_nat_core.c), whatever the rules say by now. Every other
/// ending is returned as it is.
Ending endOfConnection(const Trail &trail, Ending ending, const Cluster &cluster, const Owners &owners);

} // namespace vethscope::path
