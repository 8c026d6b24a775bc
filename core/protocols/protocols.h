#pragma once

#include "core/dissect/protocol.h"
#include "core/dissect/registry.h"

namespace vethscope {

/// Every protocol Vethscope decodes itself, one file each. A new one gets its line here and in `all`.
namespace protocols {

// Not headers, but known of every frame.
extern const Protocol frame;
extern const Protocol vethscope;

// Links.
extern const Protocol ethernet;
extern const Protocol vlan;
extern const Protocol linuxSll;
extern const Protocol linuxSll2;
extern const Protocol rawIp;
extern const Protocol arp;

// The Internet protocols.
extern const Protocol ipv4;
extern const Protocol ipv6;
extern const Protocol ipv6HopByHop;
extern const Protocol ipv6DestinationOptions;
extern const Protocol ipv6Fragment;
extern const Protocol icmp;
extern const Protocol icmpv6;
extern const Protocol tcp;
extern const Protocol udp;

// Tunnels.
extern const Protocol vxlan;
extern const Protocol ipip;
extern const Protocol flannelUdp;

// Applications.
extern const Protocol dns;
extern const Protocol dnsOverTcp;
extern const Protocol http;

// What nobody claims.
extern const Protocol data;

extern const std::span<const Protocol *const> all;

/// A registry of all of them; a program makes one and adds its own Decode As to it.
Registry registry();

} // namespace protocols
} // namespace vethscope
