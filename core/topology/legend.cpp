#include "core/topology/legend.h"

#include "core/figure/textwidth.h"

#include <algorithm>

namespace vethscope {

using namespace figure;

namespace {

constexpr double rowHeight = 22;
constexpr double sampleWidth = 26;
constexpr double entryGap = 24;

struct Entry {
    std::string words;
    Hue hue;
    Fill fill;     // None: a line
    Stroke stroke;
};

std::vector<Entry> entriesOf(const Canvas &canvas, Hue podHue)
{
    const TopologyLayers &layers = canvas.options().layers;
    const ClusterLinks &links = canvas.links();
    std::vector<Entry> entries;
    if (!canvas.cluster().subnets.empty())
        entries.push_back({canvas.say(Sentence::of("underlay: what the nodes see")), Hue::Underlay, Fill::Soft, Stroke::Solid});
    if (podHue == Hue::Overlay) {
        entries.push_back({canvas.say(Sentence::of("tunnel device")), Hue::Tunnel, Fill::Soft, Stroke::Solid});
        entries.push_back({canvas.say(Sentence::of("overlay: what the pods see")), Hue::Overlay, Fill::Soft, Stroke::Solid});
    } else {
        entries.push_back({canvas.say(Sentence::of("pods, not encapsulated")), Hue::Native, Fill::Soft, Stroke::Solid});
    }
    if (layers.tunnels && !links.tunnels.empty())
        entries.push_back({canvas.say(Sentence::of("tunnel")), Hue::Tunnel, Fill::None, Stroke::Dashed});
    if (layers.routes && !links.nextHops.empty())
        entries.push_back({canvas.say(Sentence::of("next hop, no tunnel")), Hue::Native, Fill::None, Stroke::Solid});
    if (layers.bgp && !links.bgp.empty()) {
        const auto isUp = [&](const BgpLink &link) { return isEstablished(canvas.cluster(), link); };
        if (std::ranges::any_of(links.bgp, isUp))
            entries.push_back({canvas.say(Sentence::of("BGP established")), Hue::Good, Fill::None, Stroke::Solid});
        if (!std::ranges::all_of(links.bgp, isUp))
            entries.push_back({canvas.say(Sentence::of("BGP down")), Hue::Bad, Fill::None, Stroke::Dashed});
    }
    entries.push_back({canvas.say(Sentence::of("dotted: not seen")), Hue::Neutral, Fill::None, Stroke::Dotted});
    return entries;
}

} // namespace

double drawLegend(Canvas &canvas, Point at, double width, Hue podHue)
{
    double x = at.x;
    double y = at.y;
    canvas.begin({}, canvas.say(Sentence::of("legend")));
    for (const Entry &entry : entriesOf(canvas, podHue)) {
        const double needed = sampleWidth + 8 + textWidth(entry.words, Face::Sans, measure::remarkSize);
        if (x > at.x && x + needed > at.x + width) {
            x = at.x;
            y += rowHeight;
        }
        const double middle = y + rowHeight / 2;
        if (entry.fill == Fill::None)
            canvas.line({{{x, middle}, {x + sampleWidth, middle}}, false, entry.hue, 2, entry.stroke, false});
        else
            canvas.box({{x, middle - 6, sampleWidth, 12}, 4, entry.hue, entry.fill, 1.2, entry.stroke});
        canvas.text({x + sampleWidth + 8, middle + 4}, entry.words, measure::remarkSize, Hue::Muted);
        x += needed + entryGap;
    }
    return y + rowHeight;
}

} // namespace vethscope
