#pragma once

#include "core/journey/journey.h"

namespace vethscope::journey {

/// Makes one journey of a TCP super-frame and the segments that it is elsewhere: segmentation and its reverse leave acknowledgement and
/// time stamps alone (net/ipv4/tcp_offload.c tcp_gso_segment, tcp_gro_receive), and the ranges of the parts lie within the whole.
void joinSuperFrames(std::vector<Journey> &journeys);

} // namespace vethscope::journey
