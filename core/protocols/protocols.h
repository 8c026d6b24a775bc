#pragma once

#include "core/dissect/protocol.h"
#include "core/dissect/registry.h"

namespace vethscope {

/// Every protocol Vethscope decodes itself, one file each. A new one gets its line here and in `all`.
namespace protocols {

// Not headers, but known of every frame.
extern const Protocol frame;
extern const Protocol vethscope;
extern const Protocol malformed;
extern const Protocol kubernetes;

// Links.
extern const Protocol ethernet;
extern const Protocol vlan;
extern const Protocol ieee8021ad;
extern const Protocol etag;
extern const Protocol vntag;
extern const Protocol macsec;
extern const Protocol avsp;
extern const Protocol fabricPath;
extern const Protocol llc;
extern const Protocol stp;
extern const Protocol lldp;
extern const Protocol fddi;
extern const Protocol frameRelay;
extern const Protocol chdlc;
extern const Protocol slarp;
extern const Protocol null;
extern const Protocol loop;
extern const Protocol ppp;
extern const Protocol lcp;
extern const Protocol ipcp;
extern const Protocol ipv6cp;
extern const Protocol ccp;
extern const Protocol pppoeDiscovery;
extern const Protocol pppoeSession;
extern const Protocol mpls;
extern const Protocol pseudowireControl;
extern const Protocol pseudowireWord;
extern const Protocol pseudowireChannel;
extern const Protocol linuxSll;
extern const Protocol linuxSll2;
extern const Protocol nflog;
extern const Protocol ipnet;
extern const Protocol ipoib;
extern const Protocol netlink;
extern const Protocol netlinkMessage;
extern const Protocol netlinkControl;
extern const Protocol netlinkRoute;
extern const Protocol wlan;
extern const Protocol rawIp;
extern const Protocol arp;

// The Internet protocols.
extern const Protocol ipv4;
extern const Protocol ipv6;
extern const Protocol ipv6HopByHop;
extern const Protocol ipv6DestinationOptions;
extern const Protocol ipv6Fragment;
extern const Protocol ipv6Routing;
extern const Protocol ah;
extern const Protocol ipcomp;
extern const Protocol icmp;
extern const Protocol icmpv6;
extern const Protocol tcp;
extern const Protocol udp;
extern const Protocol sctp;
extern const Protocol igmp;
extern const Protocol pim;
extern const Protocol vrrp;
extern const Protocol ospf;

// Tunnels.
extern const Protocol vxlan;
extern const Protocol vxlanGpe;
extern const Protocol geneve;
extern const Protocol gre;
extern const Protocol erspan1;
extern const Protocol erspan2;
extern const Protocol erspan3;
extern const Protocol ipip;
extern const Protocol sixInFour;
extern const Protocol fourInSix;
extern const Protocol sixInSix;
extern const Protocol ethernetInIp;
extern const Protocol mplsTunnel;
extern const Protocol flannelUdp;
extern const Protocol teredo;
extern const Protocol ayiya;
extern const Protocol esp;
extern const Protocol udpEncapsulation;
extern const Protocol wireguard;

// Applications.
extern const Protocol dns;
extern const Protocol dnsOverTcp;
extern const Protocol mdns;
extern const Protocol llmnr;
extern const Protocol dhcp;
extern const Protocol bgp;
extern const Protocol http;
extern const Protocol ssdp;
extern const Protocol http2;
extern const Protocol tls;
extern const Protocol quic;
extern const Protocol isakmp;
extern const Protocol sflow;

// What nobody claims.
extern const Protocol data;

extern const std::span<const Protocol *const> all;

/// A registry of all of them; a program makes one and adds its own Decode As to it.
Registry registry();

} // namespace protocols
} // namespace vethscope
