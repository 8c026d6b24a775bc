#include "core/explain/explanation.h"

#include "core/explain/comparison.h"
#include "core/explain/foretoldframe.h"
#include "core/explain/lookup.h"
#include "core/explain/masquerade.h"
#include "core/explain/notdirect.h"
#include "core/explain/ownership.h"
#include "core/explain/sentences.h"
#include "core/explain/translation.h"
#include "core/explain/writtenby.h"
#include "core/path/podspace.h"

#include <algorithm>

namespace vethscope::explain {
namespace {

using path::Origin;

// One frame's fields, one after the other.
class Explaining
{
public:
    Explaining(const path::Places &places, const path::Whose &whose, const ShownFrame &frame, const Point &point)
        : m_places(places), m_whose(whose), m_frame(frame), m_point(point),
          m_foretold(places, whose, frame, point)
    {
    }

    FieldExplanation explain(const ShownField &shown) const
    {
        FieldExplanation field;
        field.scope = m_point.scopeAt(shown.depth, !m_frame.tunnels.empty());
        field.depth = shown.depth;
        field.name = shown.name;
        field.value = shown.text();
        Ownership owner = ownershipOf(m_places, m_whose, shown, m_point);
        field.origin = std::move(owner.origin);
        field.evidence = std::move(owner.evidence);
        if (const auto foretold = m_foretold.withoutWalk(shown))
            take(field, *foretold);
        else if (m_frame.arpOperation)
            nameGateway(field, shown);
        else if (m_frame.isInnermostAddress(shown))
            translate(field, shown);
        else
            foretell(field, shown);
        climb(field, shown);
        field.plain = sentenceOf(field.origin, field.value);
        if (const auto other = notDirect(m_places, m_whose, m_frame, field))
            addOther(field, *other);
        field.text = field.matches() == false ? differing(field.plain, field.expected.front()) : field.plain;
        return field;
    }

    const Sentence &unforetold() const { return m_foretold.routed().why; }

private:
    static Sentence differing(const Sentence &plain, const std::string &expected)
    {
        return Sentence::of("{}, but {} was foretold", plain, expected);
    }

    // The routes that do not lead straight there lost where the last route was found.
    static void addOther(FieldExplanation &field, const NotDirect &other)
    {
        field.plain = other.added(field.plain);
        field.rejected.insert(field.rejected.end(), other.routes.begin(), other.routes.end());
        const auto route = std::ranges::find(field.ladder.rbegin(), field.ladder.rend(), path::Step::Kind::Route, [](const Rung &rung) { return rung.step.kind; });
        if (route != field.ladder.rend())
            route->step.rejected.insert(route->step.rejected.end(), other.routes.begin(), other.routes.end());
    }

    // What the walk says of a field, by every way that comes by here.
    template <typename Use>
    void forEachForetold(const ShownField &shown, Use use) const
    {
        const std::string_view name = shown.name == "sll.src.eth" ? "eth.src" : shown.name;
        for (const Sighting &sighting : m_foretold.routed().sightings)
            for (const path::Field &foretold : sighting.at().fields())
                if (foretold.name == name && foretold.depth == shown.depth)
                    use(sighting, foretold);
    }

    // By the first way that gives the value, else by the first of all.
    void climb(FieldExplanation &field, const ShownField &shown) const
    {
        bool isOfValue = false;
        forEachForetold(shown, [&](const Sighting &sighting, const path::Field &foretold) {
            const bool gives = foretold.value == field.value;
            if (isOfValue || (!field.ladder.empty() && !gives))
                return;
            field.ladder = ladderOf(sighting, foretold);
            isOfValue = gives;
        });
        if (field.ladder.empty() && shown.isSource() && m_frame.isInnermostAddress(shown))
            field.ladder = masqueradeLadder(m_places, m_whose, m_frame, m_point, shown, field.nat);
    }

    void foretell(FieldExplanation &field, const ShownField &shown) const
    {
        forEachForetold(shown, [&](const Sighting &sighting, const path::Field &foretold) { take(field, sighting, foretold); });
        if (!m_foretold.routed().sightings.empty())
            return;
        field.ask = m_foretold.routed().ask;
        field.askOn = m_foretold.routed().askOn;
    }

    void take(FieldExplanation &field, const Sighting &sighting, const path::Field &foretold) const
    {
        const path::Hop &hop = sighting.at();
        const bool isKnown = foretold.value && !foretold.isShown;
        if (isKnown && std::ranges::find(field.expected, *foretold.value) == field.expected.end())
            field.expected.push_back(*foretold.value);
        if (field.ask.empty() && !foretold.ask.empty()) {
            field.ask = foretold.ask;
            field.askOn = !foretold.askOn.empty() ? foretold.askOn : hop.pod.empty() ? hop.node : hop.pod;
        }
        if (!isKnown || *foretold.value != field.value || foretold.origin.kind == Origin::Kind::Unknown)
            return;
        Lookup lookup = lookupOf(sighting, foretold);
        field.origin = foretold.origin;
        field.evidence = std::move(lookup.evidence);
        field.rejected = std::move(lookup.rejected);
    }

    static void take(FieldExplanation &field, const ForetoldAddress &foretold)
    {
        field.expected = foretold.expected;
        field.ask = foretold.ask;
        if (foretold.origin.kind == Origin::Kind::Unknown)
            return;
        field.origin = foretold.origin;
        field.evidence = foretold.evidence;
    }

    void nameGateway(FieldExplanation &field, const ShownField &shown) const
    {
        if (shown.name != "arp.dst.proto_ipv4" || !path::isCalicoGateway(*shown.ip))
            return;
        field.origin = calicoGatewayOrigin(m_places, m_point, *shown.ip);
        field.evidence = m_foretold.arpTarget().evidence;
    }

    void translate(FieldExplanation &field, const ShownField &shown) const
    {
        const auto translated = translationOf(m_places, m_frame, shown, m_foretold.routed());
        if (!translated)
            return;
        field.nat = translated->before;
        for (const Evidence &line : translated->evidence)
            if (line.source && std::ranges::find(field.evidence, line) == field.evidence.end())
                field.evidence.push_back(line);
    }

    const path::Places &m_places;
    const path::Whose &m_whose;
    const ShownFrame &m_frame;
    const Point &m_point;
    ForetoldFrame m_foretold;
};

} // namespace

std::optional<bool> FieldExplanation::matches() const
{
    if (expected.empty())
        return std::nullopt;
    return std::ranges::find(expected, value) != expected.end();
}

Explainer::Explainer(const Cluster &cluster, std::vector<const Facts *> facts, std::vector<Announcement> announcements)
    : m_places(cluster), m_whose(m_places), m_facts(std::move(facts)), m_announcements(std::move(announcements))
{
}

FrameExplanation Explainer::explain(const ShownFrame &frame, const Point &point) const
{
    const Explaining explaining(m_places, m_whose, frame, point);
    FrameExplanation explanation{point, frame.tunnels, {}, explaining.unforetold()};
    for (const ShownField &shown : frame.fields) {
        FieldExplanation &field = explanation.fields.emplace_back(explaining.explain(shown));
        field.writtenBy = writtenBy(m_facts, m_announcements, m_places, field);
    }
    return explanation;
}

FrameComparison Explainer::compare(const Frame &frame, const Dissection &packet, const Point &point) const
{
    return comparisonOf(m_places, m_whose, frame, packet, point);
}

} // namespace vethscope::explain
