#include "core/journeyfigures/ladder.h"

#include "core/figure/svgwriter.h"
#include "core/figure/textwidth.h"
#include "core/journey/pointname.h"
#include "core/journeyfigures/ladderevents.h"
#include "core/journeyfigures/ladderparts.h"
#include "core/journeyfigures/lifelines.h"
#include "core/summary/columns.h"

#include <algorithm>
#include <cmath>
#include <map>

#include <fmt/format.h>
#include <fmt/ranges.h>

namespace vethscope {

using namespace figure;

namespace {

using journey::Journey;
using journey::Outcome;

constexpr double margin = 20, titleSize = 16, captionSize = 11.5, timeWidth = 88, step = 120, infoWidth = 310;
constexpr double second = 1e9;

class Ladder
{
public:
    Ladder(const journey::Followed &followed, std::vector<std::size_t> journeys, const LadderOptions &options)
        : m_followed(followed), m_journeys(std::move(journeys)), m_options(options)
    {
        if (m_journeys.size() > options.most) {
            m_figure.leftOut = m_journeys.size() - options.most;
            m_journeys.resize(options.most);
        }
        m_lifelines = lifelinesOf(followed, m_journeys);
    }

    LadderFigure layout()
    {
        m_figure.title = m_options.title;
        m_figure.caption = caption();
        m_figure.headTop = margin + titleSize + captionSize + 18;
        m_figure.headBottom = m_figure.headTop + ladderHeadHeight;
        m_figure.width = margin + timeWidth + step * static_cast<double>(m_lifelines.size()) + infoWidth + margin;
        placeEvents();
        write({margin, margin + titleSize - 3}, m_figure.title, titleSize, Hue::Neutral, true);
        write({margin, margin + titleSize + captionSize + 5}, m_figure.caption, captionSize, Hue::Muted);
        for (const std::uint16_t point : m_lifelines)
            m_figure.parts.push_back(ladderLifeline(x(point), m_figure.headBottom, m_figure.height - margin));
        for (const LadderEvent &event : m_events)
            addEvent(event);
        for (std::size_t i = 0; i < m_journeys.size(); ++i)
            addEnd(i);
        for (const std::uint16_t point : m_lifelines)
            m_figure.parts.push_back(ladderHead(nameOf(m_followed.points()[point]), {x(point), m_figure.headTop}));
        return std::move(m_figure);
    }

private:
    Journey journeyOf(std::size_t drawn) const { return m_followed.all()[m_journeys[drawn]]; }
    Outcome outcomeOf(std::size_t drawn) const { return m_followed.outcome(m_journeys[drawn]); }
    std::string said(const Sentence &sentence) const { return sentence.in(m_options.language); }
    double x(std::uint16_t point) const
    {
        const auto place = std::ranges::find(m_lifelines, point) - m_lifelines.begin();
        return margin + timeWidth + step * (static_cast<double>(place) + 0.5);
    }

    std::string caption() const
    {
        const Sentence drawn = m_journeys.size() == 1 ? Sentence::of("one packet") : Sentence::of("{} packets", m_journeys.size());
        if (m_figure.leftOut == 0)
            return said(Sentence::of("{} at {} capture points; further apart in time is further down, by the logarithm", drawn, m_lifelines.size()));
        return said(Sentence::of("the first {} packets of {} at {} capture points; further apart in time is further down, by the logarithm", m_journeys.size(), m_journeys.size() + m_figure.leftOut,
                                 m_lifelines.size()));
    }

    void placeEvents()
    {
        m_events = ladderEvents(m_followed, m_journeys, [this](std::uint16_t point) { return x(point); }, m_figure.headBottom + 6);
        for (const LadderEvent &event : m_events)
            m_places[{event.journey, event.hop}] = event.at;
        m_figure.height = (m_events.empty() ? m_figure.headBottom + 6 : m_events.back().at.y) + ladderNextPacket + margin;
    }

    void write(Point at, std::string text, double size, Hue hue, bool strong = false)
    {
        m_figure.parts.push_back({LadderPart::Kind::Writing, {}, {}, {Text{at, std::move(text), size, Face::Sans, strong, hue, Anchor::Start}}, {}});
    }

    std::string pointText(std::uint16_t point) const { return nameOf(m_followed.points()[point]).text(); }

    // The hue of a link: what is inside a tunnel there, or not.
    static Hue hueOf(const journey::JourneyHop &hop) { return hop.depth > 0 ? Hue::Tunnel : Hue::Native; }

    void addEvent(const LadderEvent &event)
    {
        const Journey one = journeyOf(event.journey);
        const journey::JourneyHop &hop = one.hops[event.hop];
        const Hue hue = hueOf(hop);
        LadderPart part = ladderHop(event.at, hue);
        part.rows.assign(hop.rows.begin(), hop.rows.end());
        if (event.hop > 0)
            part.shapes.insert(part.shapes.begin(), ladderArrow(m_places.at({event.journey, event.hop - 1}), event.at, hue));
        const double since = static_cast<double>(event.time - m_events.front().time) / second;
        part.shapes.emplace_back(Text{{margin + timeWidth - 18, event.at.y + 3.6}, fmt::format("{:.6f}", since), 10, Face::Mono, false, Hue::Muted, Anchor::End});
        if (event.hop == 0)
            part.shapes.emplace_back(Text{{m_figure.width - margin - infoWidth + 10, event.at.y + 4},
                                          elidedInTheMiddle(infoOf(hop.rows.front()), infoWidth - 10, Face::Sans, 11), 11, Face::Sans, false, Hue::Neutral, Anchor::Start});
        part.title = titleOf(event, one, hop);
        m_figure.parts.push_back(std::move(part));
        if (event.hop > 0)
            addMissed(event, one);
    }

    std::string titleOf(const LadderEvent &event, const Journey &one, const journey::JourneyHop &hop) const
    {
        std::vector<std::uint32_t> numbers;
        for (const std::uint32_t row : hop.rows)
            numbers.push_back(row + 1);
        std::string title = said(Sentence::of("frame {} at {}", fmt::format("{}", fmt::join(numbers, " ")), pointText(hop.point)));
        if (event.hop > 0)
            title += fmt::format("\n{:+.6f} s", static_cast<double>(m_followed.delta(one, event.hop)) / second);
        for (const std::string &change : m_followed.changes(one, event.hop))
            title += '\n' + change;
        return title;
    }

    std::string infoOf(std::uint32_t row) const
    {
        const PacketRow packet(m_followed.store(), m_followed.dissector(), row);
        TextBuffer text;
        printColumn(Column::Protocol, packet, Perspective::Both, text);
        text.append(std::string_view("  "));
        printColumn(Column::Info, packet, Perspective::Both, text);
        return fmt::to_string(text);
    }

    // Points between two hops that should have seen the packet: what lies between the lifelines is passed all the same.
    void addMissed(const LadderEvent &event, const Journey &one)
    {
        const Point from = m_places.at({event.journey, event.hop - 1}), to = event.at;
        const Outcome outcome = outcomeOf(event.journey);
        for (const journey::NotObserved &missed : outcome.notObserved) {
            const double at = x(missed.point);
            if (std::abs(to.x - from.x) < 1 || at <= std::min(from.x, to.x) || at >= std::max(from.x, to.x) || !isBetween(one, missed.point, event.hop))
                continue;
            const Point place{at, from.y + (to.y - from.y) * (at - from.x) / (to.x - from.x)};
            m_figure.parts.push_back(ladderMissed(place, said(Sentence::of("not observed at {}", pointText(missed.point)))));
        }
    }

    bool isBetween(const Journey &one, std::uint16_t point, std::size_t hop) const
    {
        const journey::Way &way = m_followed.wayOf(one);
        const auto before = way.placeOf(one.hops[hop - 1].point), at = way.placeOf(point), behind = way.placeOf(one.hops[hop].point);
        return before && at && behind && *before < *at && *at < *behind;
    }

    // ✕ towards the next point of its way where it was lost, ✓ where it arrived.
    void addEnd(std::size_t drawn)
    {
        const Journey one = journeyOf(drawn);
        const Outcome outcome = outcomeOf(drawn);
        const Point last = m_places.at({drawn, one.hops.size() - 1});
        const std::string point = pointText(one.hops.back().point);
        if (outcome.kind == Outcome::Kind::Lost)
            m_figure.parts.push_back(ladderLost(last, nextLifeline(one) * step * 0.46, said(Sentence::of("lost after {}", point))));
        else if (outcome.kind == Outcome::Kind::Delivered)
            m_figure.parts.push_back(ladderArrived(last, said(Sentence::of("delivered at {}", point))));
    }

    // Whether what comes next stands at the right (1) or at the left (-1).
    double nextLifeline(const Journey &one) const
    {
        const journey::Way &way = m_followed.wayOf(one);
        const auto place = way.placeOf(one.hops.back().point);
        if (place && *place + 1 < way.points.size())
            return x(way.points[*place + 1]) < x(one.hops.back().point) ? -1 : 1;
        return one.hops.size() > 1 && x(one.hops.back().point) < x(one.hops.front().point) ? -1 : 1;
    }

    const journey::Followed &m_followed;
    std::vector<std::size_t> m_journeys;
    const LadderOptions &m_options;
    std::vector<std::uint16_t> m_lifelines;
    std::vector<LadderEvent> m_events;
    std::map<std::pair<std::size_t, std::size_t>, Point> m_places; // by drawn journey and hop
    LadderFigure m_figure;
};

} // namespace

LadderFigure layoutLadder(const journey::Followed &followed, const std::vector<std::size_t> &journeys, const LadderOptions &options)
{
    return Ladder(followed, journeys, options).layout();
}

std::string ladderSvg(const LadderFigure &figure, const Colours &colours)
{
    SvgWriter writer({figure.width, figure.height, figure.title, figure.caption}, colours);
    std::size_t number = 0;
    for (const LadderPart &part : figure.parts) {
        if (!part.title.empty())
            writer.group(fmt::format("part-{}", ++number), part.title);
        for (const Shape &shape : part.shapes)
            writer.add(shape);
    }
    return writer.finish();
}

} // namespace vethscope
