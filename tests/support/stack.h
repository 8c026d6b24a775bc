#pragma once

#include <QByteArray>

#include <cstdint>

namespace vethscope::test {

// Headers around a payload, to be nested as they nest on the wire:
// ethernet(ipv4("10.0.0.1", "10.0.0.2", 17, udp(40000, 8472, vxlan(1, …)))). Lengths and IP's checksum are right;
// UDP's is absent and TCP's is zero.

/// From 02:00:00:00:00:01 to 02:00:00:00:00:02.
QByteArray ethernet(const QByteArray &payload, std::uint16_t type = 0x0800);
QByteArray vlan(std::uint16_t id, const QByteArray &payload, std::uint16_t type = 0x0800);
/// TTL 64, don't fragment, identification 1.
QByteArray ipv4(const char *source, const char *destination, std::uint8_t protocol, const QByteArray &payload);
/// Hop limit 64.
QByteArray ipv6(const char *source, const char *destination, std::uint8_t next, const QByteArray &payload);
QByteArray udp(std::uint16_t source, std::uint16_t destination, const QByteArray &payload);
/// Sequence number 1000, acknowledgment 2000, window 512.
QByteArray tcp(std::uint16_t source, std::uint16_t destination, std::uint8_t flags, const QByteArray &payload = {});
QByteArray vxlan(std::uint32_t vni, const QByteArray &frame);
/// Identifier 7, sequence number 1.
QByteArray echoRequest(const QByteArray &payload = {});

/// An HTTP request from a pod to another on a second node, through VXLAN: the frame of the study notes in small.
QByteArray requestOverVxlan();

} // namespace vethscope::test
