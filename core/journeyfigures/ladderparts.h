#pragma once

#include "core/figure/figure.h"
#include "core/journey/pointname.h"
#include "core/journeyfigures/ladder.h"

#include <string>

namespace vethscope {

// What a ladder is put together from, each at its place on the paper.

inline constexpr double ladderHeadWidth = 112, ladderHeadHeight = 40;
inline constexpr double ladderNextPacket = 27; // from one packet to the next, at least

/// The name of a point, `at` is the middle of its upper edge.
LadderPart ladderHead(const journey::PointName &name, figure::Point at);
LadderPart ladderLifeline(double x, double top, double bottom);
/// A packet at a point, so far without an arrow.
LadderPart ladderHop(figure::Point at, figure::Hue hue);
/// Leads to a hop from the one before; it goes below the hop's dot.
figure::Line ladderArrow(figure::Point from, figure::Point to, figure::Hue hue);
/// A point that should have seen the packet: a hollow dot.
LadderPart ladderMissed(figure::Point at, std::string title);
/// From the last hop that much to the right, or to the left: ✕.
LadderPart ladderLost(figure::Point last, double way, std::string title);
/// Beside the last hop: ✓.
LadderPart ladderArrived(figure::Point last, std::string title);

} // namespace vethscope
