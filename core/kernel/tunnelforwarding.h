#pragma once

#include "core/kernel/answer.h"
#include "core/kernel/table.h"

namespace vethscope::kernel {

/// The other ends that a VXLAN or Geneve device sends one frame to.
struct TunnelEnds {
    std::vector<IpAddress> remotes; // all of them get it
    bool isDefault = false;         // no entry of its own: what is unknown goes there
};

/// Whether the device is told of each packet where to send it, by the route's `encap` or a BPF program, and takes in whatever its port
/// gets: `external`, collect_md of drivers/net/vxlan and drivers/net/geneve.c.
bool isExternal(const NetworkNamespace &space, std::string_view device);

/// A tunnel device's forwarding table: the entry of the MAC address, else those of 00:00:00:00:00:00, every one of them; the device's
/// `remote` or group is such an entry (drivers/net/vxlan/vxlan_core.c vxlan_xmit, __vxlan_dev_create). Geneve has no such table, and its `remote` alone decides
/// (drivers/net/geneve.c geneve_xmit). None: the frame is dropped. Of an external device it is unseen.
Answer<TunnelEnds> tunnelEnds(const NetworkNamespace &space, std::string_view device, const MacAddress &mac);

/// Where an IPIP or GRE device sends: its `remote`; without one to the next hop of the route (net/ipv4/ip_tunnel.c ip_tunnel_xmit, NBMA).
/// A route that has a next hop on such a device is taken for that.
Answer<IpAddress> tunnelRemote(const NetworkNamespace &space, const Route &route, const IpAddress &destination);

} // namespace vethscope::kernel
