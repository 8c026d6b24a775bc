#pragma once

#include "core/snapshot/linkwords.h"

namespace vethscope {

/// What `link/ether b2:ad:3a:6e:3a:4f brd ff:ff:ff:ff:ff:ff link-netnsid 0` says: the hardware's type and address, the other end's
/// namespace, the ends of an IP tunnel. Nothing for words that are no such line, or whose Ethernet address cannot be read while
/// nothing else is said. `masked` is set where it cannot be read and something else is.
std::optional<LinkFact> hardwareDetail(const Words &words, bool &masked);

/// What -d says below an interface: its kind, `vxlan id 1 local 172.27.0.11 dev eth0 dstport 8472 nolearning …`, and what it is as
/// a port of another, `bridge_slave …`, `bond_slave …`. Nothing for words that are no such line.
std::optional<LinkFact> kindDetail(const Words &words);

/// Whether the words say something of an interface that we do not need: `valid_lft forever …`, `altname enp3s0`, `addrgenmode eui64`.
bool isOtherDetail(const Words &words);

} // namespace vethscope
