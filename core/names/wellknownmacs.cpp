#include "core/names/wellknownmacs.h"

namespace vethscope {

// RFC 1112, section 6.4 and RFC 2464, section 7 (multicast), IEEE 802.1Q, tables 8-1 to 8-3 (bridges), RFC 9568, section 7.3 (VRRP), ISO 10589 (IS-IS), and
// Cisco's own, which every bridge of theirs sends to.
constinit const std::string_view wellKnownMacs = R"(
FF-FF-FF-FF-FF-FF Broadcast
01-00-5E/25 IPv4mcast
33-33-00-00-00-00/16 IPv6mcast
33-33-00-00-00-00 IPv6-Neighbor-Discovery
01-80-C2-00-00-00/44 Spanning-tree-(for-bridges)
01-80-C2-00-00-01 MAC-specific-ctrl-proto-01
01-80-C2-00-00-02 Slow-Protocols
01-80-C2-00-00-03 Nearest-non-TPMR-bridge
01-80-C2-00-00-04 MAC-specific-ctrl-proto-04
01-80-C2-00-00-05 Reserved-future-std-05
01-80-C2-00-00-06 Reserved-future-std-06
01-80-C2-00-00-07 MEF-Forum-ELMI-proto
01-80-C2-00-00-08 Provider-Bridge
01-80-C2-00-00-09 Reserved-future-std-09
01-80-C2-00-00-0A Reserved-future-std-0a
01-80-C2-00-00-0B EDE-SS-PEP
01-80-C2-00-00-0C Reserved-future-std-0c
01-80-C2-00-00-0D Provider-Bridge-MVRP
01-80-C2-00-00-0E LLDP_Multicast
01-80-C2-00-00-0F Reserved-future-std-0f
01-80-C2-00-00-14 ISIS-all-level-1-IS's
01-80-C2-00-00-15 ISIS-all-level-2-IS's
00-00-5E-00-01/40 IETF-VRRP-VRID
00-00-0C-07-AC/40 All-HSRP-routers
01-00-0C-CC-CC-CC CDP/VTP/DTP/PAgP/UDLD
01-00-0C-CC-CC-CD PVST+
)";

} // namespace vethscope
