#include "tests/support/figurelines.h"

#include <fmt/format.h>

#include <array>
#include <cmath>

namespace vethscope::test {
namespace {

using namespace figure;

constexpr std::array hues{"neutral", "muted", "underlay", "tunnel", "overlay", "native", "good", "bad", "doubtful"};
constexpr std::array fills{"none", "base", "window", "soft", "strong"};
constexpr std::array strokes{"none", "solid", "dashed", "dotted"};
constexpr std::array anchors{"start", "middle", "end"};

// A tenth away from the next one, it is told from it, whatever the last bit of a sum.
std::string number(double value)
{
    const double tenths = std::round(value * 10 + 1e-6);
    return fmt::format("{}", tenths == 0 ? 0 : tenths / 10);
}

std::string point(Point at)
{
    return number(at.x) + ',' + number(at.y);
}

std::string rect(const Rect &rect)
{
    return fmt::format("{} {}x{}", point({rect.x, rect.y}), number(rect.width), number(rect.height));
}

template <typename Names, typename Value>
const char *name(const Names &names, Value value)
{
    return names.at(static_cast<std::size_t>(value));
}

std::string line(const Box &box)
{
    return fmt::format("  box {} r{} {} {} {} {}", rect(box.rect), number(box.radius), name(hues, box.hue), name(fills, box.fill),
                       name(strokes, box.stroke), number(box.lineWidth));
}

std::string line(const Line &line)
{
    std::string text = line.curved ? "  curve" : "  line";
    for (const Point &one : line.points)
        text += ' ' + point(one);
    return text + fmt::format(" {} {} {}{}", name(hues, line.hue), name(strokes, line.stroke), number(line.width), line.arrow ? " arrow" : "");
}

std::string line(const Text &text)
{
    return fmt::format("  text {} {} {}{} {} {} \"{}\"", point(text.at), name(anchors, text.anchor), text.face == Face::Mono ? "mono" : "sans",
                       text.strong ? "-strong" : "", number(text.size), name(hues, text.hue), text.text);
}

} // namespace

std::vector<std::string> figureLines(const Cluster &cluster, const TopologyFigure &figure)
{
    std::vector<std::string> lines{fmt::format("{}x{} \"{}\" \"{}\"", number(figure.width), number(figure.height), figure.title, figure.caption)};
    for (const Part &part : figure.parts) {
        const std::string identity = identityOf(cluster, figure.links, part.subject);
        lines.push_back(fmt::format("{} @{} \"{}\"", identity.empty() ? "-" : identity, rect(part.reach), part.name));
        for (const Shape &shape : part.shapes)
            lines.push_back(std::visit([](const auto &one) { return line(one); }, shape));
    }
    return lines;
}

} // namespace vethscope::test
