#pragma once

#include "core/journey/packet.h"

#include <cstdint>
#include <span>
#include <vector>

namespace vethscope::journey {

/// Nanoseconds between two points: what takes longer is another packet.
constexpr std::int64_t longestBetweenPoints = 3'000'000'000;

/// Which sightings of packets that nothing but time tells apart are one packet's: `alike` have one flow and one key, and are in the order
/// of their corrected times. At one point the same packet in the same shape is another packet, a retransmission for instance; with another
/// TTL, tuple, tunnel or other Ethernet addresses it is the same one again, and so it is within a millisecond where it has its IP
/// identification: a bridge hands what it translated to its own kernel, which sends it by the bridge once more (br_netfilter_hooks.c).
/// What has another IP identification or payload is another packet where that can be told.
std::vector<Packet> packetsAmong(std::span<const CloseLook> alike, std::span<const std::int64_t> times);

} // namespace vethscope::journey
