#pragma once

#include "core/topology/card.h"

#include <vector>

namespace vethscope {

/// Draws many nodes: a district for each subnet, in it its nodes as cards (or houses, where they are unfolded) and its gateways;
/// a dashed line around all whom one tunnel network joins; BGP as a ring beside them. What lines would entangle is told by
/// who stands with whom.
void drawDistricts(Canvas &canvas, const std::vector<House> &houses, figure::Hue podHue);

/// The sessions as a ring of nodes, its reflectors inside, with its top left corner at `at`.
void drawBgpRing(Canvas &canvas, figure::Point at);
/// How large the ring is with its names; empty where there are no sessions.
figure::Rect bgpRingSize(const Canvas &canvas);

} // namespace vethscope
