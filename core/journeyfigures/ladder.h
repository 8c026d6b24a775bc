#pragma once

#include "core/figure/colours.h"
#include "core/figure/figure.h"
#include "core/journey/followed.h"
#include "core/sentence/sentence.h"

#include <string>
#include <vector>

namespace vethscope {

/// One element of a ladder: a point's head or lifeline, a packet at a point with the arrow that leads there, an end.
struct LadderPart {
    enum class Kind : std::uint8_t { Writing, Head, Lifeline, Hop, Missed, End };

    Kind kind = Kind::Writing;
    std::vector<std::uint32_t> rows{}; // of a hop: the store's, several where a super-frame is segments here
    std::string title{};               // what hovering tells
    std::vector<figure::Shape> shapes{};
    figure::Rect reach{};              // where it answers the pointer
};

/// Packets on their way: a lifeline for each capture point, time downwards, an arrow from point to point.
struct LadderFigure {
    double width = 0, height = 0;
    double headTop = 0, headBottom = 0; // where the points' names stand: what a window keeps in sight
    std::string title{}, caption{};
    std::vector<LadderPart> parts{};    // from below to above
    std::size_t leftOut = 0;            // journeys beyond the most that are drawn
};

struct LadderOptions {
    std::string title{};
    Sentence::Language language{};
    std::size_t most = 200; // journeys
};

/// A pure function, as the other layouts are. `journeys` are places in followed.all(), in the order of time; those beyond the most that are
/// drawn are left out from the end. What is further apart in time is further apart on the paper, but by the logarithm: microseconds from point to point
/// can be told apart beside seconds from packet to packet.
LadderFigure layoutLadder(const journey::Followed &followed, const std::vector<std::size_t> &journeys, const LadderOptions &options);

/// A self-contained SVG, for a slide.
std::string ladderSvg(const LadderFigure &figure, const Colours &colours);

} // namespace vethscope
