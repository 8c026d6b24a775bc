#include "core/flowgraph/flowfigure.h"

#include "core/figure/textwidth.h"
#include "core/journeyfigures/ladderparts.h"

#include <algorithm>
#include <cmath>

#include <fmt/format.h>

namespace vethscope {

using namespace figure;

namespace {

constexpr double arrowDown = 19, labelSize = 10.5, portSize = 9, wordSize = 11, wordsDown = 22, loopWidth = 34, sheetMargin = 20, titleHeight = 16, captionHeight = 11.5;

Hue hueOf(Scope scope)
{
    switch (scope) {
    case Scope::Underlay: return Hue::Underlay;
    case Scope::Tunnel: return Hue::Tunnel;
    case Scope::Overlay: return Hue::Overlay;
    case Scope::Native: break;
    }
    return Hue::Native;
}

// What does not fit is left out at the end: flags and numbers stand in front.
void addText(LadderPart &part, const std::string &text, Point at, double room, double size, Hue hue, Anchor anchor)
{
    if (!text.empty())
        part.shapes.emplace_back(Text{at, elidedAtTheEnd(text, room, Face::Sans, size), size, Face::Sans, false, hue, anchor});
}

} // namespace

LadderPart flowArrow(const FlowEvent &event, const FlowWords &words, double x, double top)
{
    const double from = x + flowLifelineX(event.from), to = x + flowLifelineX(event.to), y = top + arrowDown;
    const Hue hue = hueOf(event.scope);
    LadderPart part = ladderHop({to, y}, hue);
    part.rows = {event.row};
    part.title = fmt::format("{} s\n{}", words.time, words.comment);
    const bool isLoop = event.from == event.to;
    const double left = std::min(from, to), width = isLoop ? flowStep : std::abs(to - from);
    if (isLoop)
        part.shapes.emplace_back(Line{{{to, y - 6}, {to + loopWidth, y - 6}, {to + loopWidth, y}, {to + 8, y}}, false, hue, 1.5, Stroke::Solid, true});
    else
        part.shapes.emplace_back(ladderArrow({from, y}, {to, y}, hue));
    addText(part, words.label, {left + width / 2, y - 5}, width - 16, labelSize, Hue::Neutral, Anchor::Middle);
    if (event.hasPorts) {
        const bool isRight = to >= from;
        addText(part, fmt::format("{}", event.sourcePort), {from + (isRight ? 6 : -6), y + 11}, flowStep / 2, portSize, Hue::Muted, isRight ? Anchor::Start : Anchor::End);
        if (!isLoop)
            addText(part, fmt::format("{}", event.destinationPort), {to + (isRight ? -8 : 8), y + 11}, flowStep / 2, portSize, Hue::Muted, isRight ? Anchor::End : Anchor::Start);
    }
    part.reach = {left - 6, top, width + 12, flowRowHeight};
    return part;
}

LadderPart flowTime(const FlowWords &words, double x, double top)
{
    LadderPart part;
    addText(part, words.time, {x + flowTimeWidth - 12, top + wordsDown}, flowTimeWidth - 12, wordSize, Hue::Muted, Anchor::End);
    return part;
}

LadderPart flowComment(const FlowWords &words, double x, double top, double width)
{
    LadderPart part;
    part.title = words.comment;
    addText(part, words.comment, {x + 10, top + wordsDown}, width - 14, wordSize, Hue::Neutral, Anchor::Start);
    return part;
}

LadderFigure layoutFlowGraph(const FlowGraph &graph, std::size_t begin, std::size_t end, const FlowLook &look)
{
    LadderFigure figure;
    end = std::min(end, graph.events.size());
    figure.leftOut = graph.events.size() - (end - begin);
    figure.title = look.title;
    const Sentence drawn = end - begin == 1 ? Sentence::of("one packet") : Sentence::of("{} packets", end - begin);
    figure.caption = figure.leftOut == 0 ? Sentence::of("{} between {} addresses", drawn, graph.addresses.size()).in(look.language)
                                         : Sentence::of("{} of {} packets between {} addresses", end - begin, graph.events.size(), graph.addresses.size()).in(look.language);
    figure.headTop = sheetMargin + titleHeight + captionHeight + 18;
    figure.headBottom = figure.headTop + ladderHeadHeight;
    const double left = sheetMargin + flowTimeWidth, right = left + flowStep * static_cast<double>(graph.addresses.size());
    figure.width = right + flowCommentWidth + sheetMargin;
    figure.height = figure.headBottom + flowRowHeight * static_cast<double>(end - begin) + sheetMargin;
    LadderPart writing;
    writing.shapes.emplace_back(Text{{sheetMargin, sheetMargin + titleHeight - 3}, figure.title, titleHeight, Face::Sans, true, Hue::Neutral, Anchor::Start});
    writing.shapes.emplace_back(Text{{sheetMargin, sheetMargin + titleHeight + captionHeight + 5}, figure.caption, captionHeight, Face::Sans, false, Hue::Muted, Anchor::Start});
    figure.parts.push_back(std::move(writing));
    for (std::size_t i = 0; i < graph.addresses.size(); ++i)
        figure.parts.push_back(ladderLifeline(left + flowLifelineX(i), figure.headBottom, figure.height - sheetMargin));
    for (std::size_t i = begin; i < end; ++i) {
        const double top = figure.headBottom + flowRowHeight * static_cast<double>(i - begin);
        const FlowWords words = look.words(graph.events[i]);
        figure.parts.push_back(flowTime(words, sheetMargin, top));
        figure.parts.push_back(flowArrow(graph.events[i], words, left, top));
        figure.parts.push_back(flowComment(words, right, top, flowCommentWidth));
    }
    for (std::size_t i = 0; i < graph.addresses.size(); ++i)
        figure.parts.push_back(ladderHead(look.name(graph.addresses[i]), {left + flowLifelineX(i), figure.headTop}));
    return figure;
}

} // namespace vethscope
