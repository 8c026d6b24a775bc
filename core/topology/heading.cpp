#include "core/topology/housefigure.h"

#include "core/figure/textwidth.h"

#include <fmt/format.h>

#include <algorithm>

namespace vethscope {

using namespace figure;

namespace {

constexpr double headingMargin = 16;
constexpr double signSize = 16;

ProblemSeverity worst(const Canvas &canvas, const std::vector<std::size_t> &problems)
{
    ProblemSeverity severity = ProblemSeverity::Note;
    for (const std::size_t problem : problems)
        severity = std::max(severity, canvas.cluster().problems[problem].severity);
    return severity;
}

void drawProblemMark(Canvas &canvas, std::size_t node, Point leftMiddle)
{
    const std::vector<std::size_t> &problems = canvas.problems(node);
    const Hue hue = worst(canvas, problems) == ProblemSeverity::Error ? Hue::Bad : Hue::Doubtful;
    const std::string count = problems.size() > 1 ? fmt::format("! {}", problems.size()) : std::string("!");
    const double width = std::max(16.0, textWidth(count, Face::Sans, measure::remarkSize, true) + 10);
    canvas.begin({Subject::Kind::Problem, static_cast<std::uint32_t>(node), static_cast<std::uint32_t>(problems.front())},
                 canvas.say(problemCount(problems.size())));
    canvas.box({{leftMiddle.x, leftMiddle.y - 8, width, 16}, 8, hue, Fill::Soft, 1, Stroke::Solid});
    canvas.text({leftMiddle.x + width / 2, leftMiddle.y + 4}, count, measure::remarkSize, hue, Anchor::Middle, true);
}

// A small box with − or +: what it does, not what is.
double drawSwitch(Canvas &canvas, std::size_t node, double right, double middle)
{
    const bool folded = isFolded(canvas.cluster(), canvas.options(), node);
    const Rect rect{right - signSize, middle - signSize / 2, signSize, signSize};
    canvas.begin({Subject::Kind::Switch, static_cast<std::uint32_t>(node), 0}, canvas.say(folded ? Sentence::of("unfold") : Sentence::of("fold")));
    canvas.box({rect, 4, Hue::Muted, Fill::Base, 1, Stroke::Solid});
    canvas.line({{{rect.x + 4.5, middle}, {rect.right() - 4.5, middle}}, false, Hue::Neutral, 1.4, Stroke::Solid, false});
    if (folded)
        canvas.line({{{rect.centreX(), middle - 3.5}, {rect.centreX(), middle + 3.5}}, false, Hue::Neutral, 1.4, Stroke::Solid, false});
    canvas.setReach(rect.grown(3));
    return rect.left() - 8;
}

std::string roleOf(const Canvas &canvas, const ClusterNode &node)
{
    if (node.ghost)
        return canvas.say(Sentence::of("not seen"));
    const bool reflects = std::ranges::any_of(node.bgp, [](const BgpSession &session) { return session.kind == "client"; });
    if (!reflects)
        return node.roles;
    const std::string reflector = canvas.say(Sentence::of("route reflector"));
    return node.roles.empty() ? reflector : node.roles + " · " + reflector;
}

} // namespace

void drawHeading(Canvas &canvas, std::size_t index, const Rect &wall, double baseline, double size, bool withRole)
{
    const ClusterNode &node = canvas.cluster().nodes[index];
    const double middle = baseline - size * 0.36;
    const bool marked = !canvas.problems(index).empty();
    double right = wall.right() - headingMargin;
    const double signRoom = canvas.options().switches ? signSize + 8 : 0;
    const std::string role = withRole ? roleOf(canvas, node) : std::string();
    const double room = wall.width - 2 * headingMargin - signRoom - (marked ? 44 : 0);
    const double roleWidth = std::min(textWidth(role, Face::Sans, measure::remarkSize), room / 2);
    const std::string name = elidedInTheMiddle(node.name, room - roleWidth - (role.empty() ? 0 : 12), Face::Sans, size, true);
    canvas.text({wall.left() + headingMargin, baseline}, name, size, Hue::Neutral, Anchor::Start, true);
    if (!role.empty())
        canvas.text({right - signRoom, baseline - 1}, elidedInTheMiddle(role, roleWidth, Face::Sans, measure::remarkSize), measure::remarkSize,
                    Hue::Muted, Anchor::End);
    canvas.setReach(wall);
    if (canvas.options().switches)
        right = drawSwitch(canvas, index, right, middle);
    if (marked)
        drawProblemMark(canvas, index, {wall.left() + headingMargin + textWidth(name, Face::Sans, size, true) + 8, middle});
}

} // namespace vethscope
