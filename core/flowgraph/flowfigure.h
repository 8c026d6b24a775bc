#pragma once

#include "core/flowgraph/flowwords.h"
#include "core/journey/pointname.h"
#include "core/journeyfigures/ladder.h"

#include <functional>

namespace vethscope {

// A flow graph as a drawing, made of the ladder's pieces: a lifeline for each address, an arrow for each packet. All rows are alike high, so that what is seen of
// a million packets can be drawn alone. `x` is where the lifelines begin.

inline constexpr double flowStep = 156, flowRowHeight = 34, flowTimeWidth = 104, flowCommentWidth = 420;

inline double flowLifelineX(std::size_t lifeline)
{
    return flowStep * (static_cast<double>(lifeline) + 0.5);
}

/// The arrow of a packet in a row whose upper edge is `top`, with its ports and label.
LadderPart flowArrow(const FlowEvent &event, const FlowWords &words, double x, double top);
/// Words of such a row: when it was, and what is said of it, not wider than `width`.
LadderPart flowTime(const FlowWords &words, double x, double top);
LadderPart flowComment(const FlowWords &words, double x, double top, double width);

struct FlowLook {
    std::string title{};
    Sentence::Language language{};
    std::function<FlowWords(const FlowEvent &event)> words{};
    std::function<journey::PointName(const FlowAddress &address)> name{};
};

/// All of it upon one sheet, packets from `begin` to `end`.
LadderFigure layoutFlowGraph(const FlowGraph &graph, std::size_t begin, std::size_t end, const FlowLook &look);

} // namespace vethscope
