#include "core/explain/explanation.h"

#include "core/explain/arp.h"
#include "core/explain/comparison.h"
#include "core/explain/encrypted.h"
#include "core/explain/lookup.h"
#include "core/explain/ndp.h"
#include "core/explain/notdirect.h"
#include "core/explain/ownership.h"
#include "core/explain/sentences.h"
#include "core/explain/translation.h"
#include "core/explain/writtenby.h"
#include "core/kernel/groupmac.h"
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
          m_isOnLink(staysOnLink(frame)), m_expectation(frame.arpOperation || m_isOnLink ? Expectation() : expectationOf(places, whose, frame, point)),
          m_ndp(m_isOnLink ? ndpExpectation(places, whose, frame, point) : NdpExpectation()), m_wireguard(wireguardEnds(places, frame)),
          m_arp(frame.arpOperation ? arpExpectation(places, whose, frame, point) : ArpExpectation())
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
        if (m_frame.arpOperation)
            foretellArp(field, shown);
        else if (m_isOnLink && shown.mac)
            foretellNdp(field, shown);
        else if (!m_wireguard.empty() && m_frame.isInnermostAddress(shown) && !shown.isSource())
            foretellWireguard(field, shown);
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

    const Sentence &unforetold() const { return m_expectation.why; }

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
        for (const Sighting &sighting : m_expectation.sightings)
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
    }

    void foretell(FieldExplanation &field, const ShownField &shown) const
    {
        forEachForetold(shown, [&](const Sighting &sighting, const path::Field &foretold) { take(field, sighting, foretold); });
        if (!m_expectation.sightings.empty())
            return;
        if (const auto group = groupMac(shown)) {
            field.expected = {group->text()};
            return;
        }
        field.ask = m_expectation.ask;
        field.askOn = m_expectation.askOn;
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

    // What the destination's address alone tells (RFC 1112, RFC 2464, RFC 919).
    std::optional<MacAddress> groupMac(const ShownField &shown) const
    {
        const auto destination = m_frame.destination();
        if (shown.name != "eth.dst" || shown.depth != m_frame.depth || !destination)
            return std::nullopt;
        if (destination->isMulticast())
            return kernel::multicastMac(*destination);
        const ShownField address{"ip.dst", shown.depth, {}, *destination};
        const bool isForAll = ownershipOf(m_places, m_whose, address, m_point).origin.kind == Origin::Kind::Broadcast;
        return isForAll ? std::optional(kernel::broadcastMac()) : std::nullopt;
    }

    void foretellArp(FieldExplanation &field, const ShownField &shown) const
    {
        if (shown.ip && path::isCalicoGateway(*shown.ip) && shown.name == "arp.dst.proto_ipv4") {
            field.origin = calicoGatewayOrigin(m_places, m_point, *shown.ip);
            field.evidence = m_arp.target.evidence;
        }
        if (!shown.mac)
            return;
        const auto foretold = m_arp.macs.find(shown.name);
        if (foretold == m_arp.macs.end()) {
            field.ask = "ip link";
            return;
        }
        for (const MacAddress &mac : foretold->second)
            if (std::ranges::find(field.expected, mac.text()) == field.expected.end())
                field.expected.push_back(mac.text());
        for (const auto *const end : {&m_arp.sender, &m_arp.target}) {
            if (end->value == shown.mac && end->origin.kind != Origin::Kind::Unknown) {
                field.origin = end->origin;
                field.evidence = end->evidence;
                return;
            }
        }
    }

    void foretellNdp(FieldExplanation &field, const ShownField &shown) const
    {
        const path::Traced<std::optional<MacAddress>> &end = shown.isSource() ? m_ndp.source : m_ndp.destination;
        if (!end.value) {
            field.ask = "ip link";
            return;
        }
        field.expected = {end.value->text()};
        if (end.value == shown.mac && end.origin.kind != Origin::Kind::Unknown) {
            field.origin = end.origin;
            field.evidence = end.evidence;
        }
    }

    // What is inside cannot be seen: any of the peers may be meant.
    void foretellWireguard(FieldExplanation &field, const ShownField &shown) const
    {
        for (const path::Traced<IpAddress> &end : m_wireguard) {
            field.expected.push_back(end.value.text());
            if (end.value != shown.ip)
                continue;
            field.origin = end.origin;
            field.evidence = end.evidence;
        }
    }

    void translate(FieldExplanation &field, const ShownField &shown) const
    {
        const auto translated = translationOf(m_places, m_frame, shown, m_expectation);
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
    bool m_isOnLink;
    Expectation m_expectation;
    NdpExpectation m_ndp;
    std::vector<path::Traced<IpAddress>> m_wireguard;
    ArpExpectation m_arp;
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
