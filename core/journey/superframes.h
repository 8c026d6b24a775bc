#pragma once

#include "core/journey/packet.h"

#include <vector>

namespace vethscope::journey {

/// Makes one packet of a TCP super-frame and the segments that it is elsewhere, of packets of one flow: segmentation and its reverse leave acknowledgement and
/// time stamps alone (net/ipv4/tcp_offload.c tcp_gso_segment, tcp_gro_receive), and the ranges of the parts lie within the whole.
void joinSuperFrames(std::vector<Packet> &packets);

} // namespace vethscope::journey
