#include "core/topology/card.h"

#include "core/figure/textwidth.h"

#include <algorithm>

namespace vethscope {

using namespace figure;

namespace {

constexpr double cardWidth = 184;
constexpr double margin = 16;
constexpr double window = 9;
constexpr double windowGap = 3;
constexpr std::size_t windowsInARow = 12;
constexpr std::size_t windowRows = 2;
constexpr std::size_t mostWindows = windowsInARow * windowRows;

} // namespace

NodeCard::NodeCard(const Canvas &canvas, const House &house, Hue podHue)
    : m_house(house), m_podHue(podHue), m_addresses(canvas.options().layers.addresses)
{
    for (const Hub &hub : house.hubs)
        m_pods.insert(m_pods.end(), hub.pods.begin(), hub.pods.end());
}

double NodeCard::width() const
{
    return cardWidth;
}

double NodeCard::height() const
{
    return 42 + windowRows * (window + windowGap) + (m_addresses ? 18 : 0) + 8;
}

HouseAnchors NodeCard::draw(Canvas &canvas, Point at) const
{
    const ClusterNode &node = canvas.cluster().nodes[m_house.node];
    const auto number = static_cast<std::uint32_t>(m_house.node);
    const Rect wall{at.x, at.y, width(), height()};
    canvas.begin({Subject::Kind::Node, number, 0}, node.name);
    canvas.box({wall, 10, Hue::Neutral, Fill::Window, 1.2, node.ghost ? Stroke::Dotted : Stroke::Solid});
    if (m_addresses) {
        std::string address = node.ghost ? canvas.say(Sentence::of("not seen")) : std::string();
        if (!m_house.uplinks.empty()) {
            const std::vector<std::string> lines = addressLines(node.net.interfaces[m_house.uplinks.front().interface]);
            address = lines.empty() ? address : lines.front();
        }
        canvas.text({wall.left() + margin, wall.bottom() - 12}, elidedInTheMiddle(address, cardWidth - 2 * margin, Face::Mono, measure::addressSize),
                    measure::addressSize, Hue::Underlay, Anchor::Start, false, Face::Mono);
    }
    drawHeading(canvas, m_house.node, wall, wall.y + 25, 13, false);

    const bool all = m_pods.size() <= mostWindows;
    const std::size_t shown = all ? m_pods.size() : windowsInARow;
    const double top = wall.y + 38;
    for (std::size_t i = 0; i < shown; ++i) {
        const Rect rect{wall.left() + margin + static_cast<double>(i % windowsInARow) * (window + windowGap),
                        top + static_cast<double>(i / windowsInARow) * (window + windowGap), window, window};
        const PodAndVeth &entry = m_pods[i];
        const bool known = entry.pod != nobody;
        canvas.begin({known ? Subject::Kind::Pod : Subject::Kind::Interface, number, static_cast<std::uint32_t>(known ? entry.pod : entry.interface)},
                     known ? canvas.cluster().pods[entry.pod].fullName() : node.net.interfaces[entry.interface].name);
        canvas.box({rect, 2, m_podHue, known ? Fill::Strong : Fill::Base, 1, Stroke::Solid});
    }
    if (!all || m_pods.empty()) {
        const std::string rest =
            m_pods.empty() ? canvas.say(Sentence::of("no pods seen")) : canvas.say(Sentence::of("+{} pods", m_pods.size() - shown));
        canvas.begin({m_pods.empty() ? Subject::Kind::Node : Subject::Kind::MorePods, number, 0}, rest);
        canvas.text({wall.left() + margin, top + (m_pods.empty() ? 9 : 2 * window + windowGap + 1)}, rest, measure::remarkSize,
                    m_pods.empty() ? Hue::Muted : m_podHue);
    }
    HouseAnchors anchors;
    anchors.wall = wall;
    return anchors;
}

} // namespace vethscope
