#include "core/explain/comparison.h"

#include "core/explain/foretoldframe.h"
#include "core/explain/headervalue.h"
#include "core/path/fields.h"

#include <algorithm>
#include <array>

namespace vethscope::explain {
namespace {

/// Why a value is nobody's to foretell.
enum class ChosenBy : std::uint8_t { No, ByApplication, AtRandom, Counted, ByHash };

struct Row {
    std::string_view name;
    ChosenBy innermost = ChosenBy::No; // in the header that the application wrote
    ChosenBy outer = ChosenBy::No;
    std::string_view cooked{};     // what a capture without link headers has in its place
};

// In the tree's order. RFC 7348, section 5: a tunnel's source port is a hash of what it carries. RFC 6864: identifications are counted.
constexpr auto rows = std::to_array<Row>({
    {"eth.src", ChosenBy::No, ChosenBy::No, "sll.src.eth"},
    {"eth.dst"},
    {"eth.type", ChosenBy::No, ChosenBy::No, "sll.etype"},
    {"arp.src.hw_mac"},
    {"arp.src.proto_ipv4", ChosenBy::ByApplication},
    {"arp.dst.hw_mac"},
    {"arp.dst.proto_ipv4", ChosenBy::ByApplication},
    {"ip.src", ChosenBy::ByApplication},
    {"ip.dst", ChosenBy::ByApplication},
    {"ip.ttl"},
    {"ip.proto", ChosenBy::ByApplication},
    {"ip.id", ChosenBy::Counted, ChosenBy::Counted},
    {"ipv6.src", ChosenBy::ByApplication},
    {"ipv6.dst", ChosenBy::ByApplication},
    {"ipv6.hlim"},
    {"ipv6.nxt", ChosenBy::ByApplication},
    {"udp.srcport", ChosenBy::ByApplication, ChosenBy::ByHash},
    {"udp.dstport", ChosenBy::ByApplication},
    {"vxlan.vni"},
    {"geneve.vni"},
    {"tcp.srcport", ChosenBy::ByApplication},
    {"tcp.dstport", ChosenBy::ByApplication},
    {"tcp.seq_raw", ChosenBy::AtRandom},
    {"icmp.type", ChosenBy::ByApplication},
    {"icmpv6.type", ChosenBy::ByApplication},
});

Sentence reasonOf(ChosenBy chosen)
{
    switch (chosen) {
    case ChosenBy::ByApplication: return Sentence::of("The application chose it: with it the foretelling begins");
    case ChosenBy::AtRandom: return Sentence::of("The kernel of the sender begins with a random number");
    case ChosenBy::Counted: return Sentence::of("The kernel of the sender counts it, or makes it up");
    case ChosenBy::ByHash: return Sentence::of("A hash of the packet inside, so that routers spread the flows over their links");
    case ChosenBy::No: break;
    }
    return {};
}

bool isMac(std::string_view name)
{
    return name == "eth.src" || name == "eth.dst" || name.ends_with(".hw_mac");
}

// One frame's fields, one after the other.
class Comparing
{
public:
    Comparing(const path::Places &places, const path::Whose &whose, const Frame &frame, const Dissection &packet, const Point &point)
        : m_frame(frame), m_packet(packet), m_shown(shownFrame(frame, packet)), m_point(point),
          m_foretold(places, whose, m_shown, m_point)
    {
    }

    FrameComparison compare() const
    {
        FrameComparison comparison{m_point, {}, whyNothing(), m_foretold.routed().ask, m_foretold.routed().askOn};
        for (std::size_t depth = 0; depth <= m_shown.depth; ++depth)
            for (const Row &row : rows)
                if (auto field = compared(row, depth))
                    comparison.fields.push_back(std::move(*field));
        return comparison;
    }

private:
    // Empty where something was foretold.
    Sentence whyNothing() const
    {
        if (m_shown.arpOperation || !m_foretold.routed().sightings.empty() || !m_foretold.routed().why.empty())
            return m_foretold.routed().why;
        return m_shown.source() ? Sentence::of("It is for a group, or for all on the link: nobody routes it") : Sentence::of("It is no IP packet");
    }

    std::optional<ComparedField> compared(const Row &row, std::size_t depth) const
    {
        ComparedField field{m_point.scopeAt(depth, !m_shown.tunnels.empty()), depth, row.name};
        field.captured = captured(row, depth);
        const auto alone = withoutWalk(row, depth);
        const bool isForetold = foretell(field, alone);
        if (!field.captured && !isForetold)
            return std::nullopt;
        const ChosenBy chosen = depth == m_shown.depth ? row.innermost : row.outer;
        if (chosen != ChosenBy::No && !alone) {
            const ComparedField own{field.scope, depth, row.name, field.captured, {}, Agreement::NotPredictable, {}, {}, reasonOf(chosen), {}, {}};
            return field.captured ? std::optional(own) : std::nullopt;
        }
        judge(field, isForetold);
        return field;
    }

    std::optional<std::string> captured(const Row &row, std::size_t depth) const
    {
        if (auto value = headerValue(m_frame, m_packet, row.name, depth))
            return value;
        if (const ShownField *const shown = m_shown.field(row.name, depth)) // where its place in the header varies
            return shown->text();
        return row.cooked.empty() ? std::nullopt : headerValue(m_frame, m_packet, row.cooked, depth);
    }

    // Of a frame that was captured without it, a MAC address is nobody's.
    std::optional<ForetoldAddress> withoutWalk(const Row &row, std::size_t depth) const
    {
        const ShownField *shown = m_shown.field(row.name, depth);
        if (!shown && !row.cooked.empty())
            shown = m_shown.field(row.cooked, depth);
        if (shown)
            return m_foretold.withoutWalk(*shown);
        return isMac(row.name) ? m_foretold.withoutWalk({row.name, depth, MacAddress(), {}}) : std::nullopt;
    }

    // Whether anything speaks of such a field.
    bool foretell(ComparedField &field, const std::optional<ForetoldAddress> &alone) const
    {
        bool isForetold = false;
        for (const Sighting &sighting : m_foretold.routed().sightings) {
            for (const path::Field &foretold : sighting.at().fields()) {
                if (foretold.name != field.name || foretold.depth != field.depth)
                    continue;
                take(field, foretold, sighting.at());
                isForetold = true;
            }
        }
        if (alone && (field.captured || !alone->expected.empty())) {
            field.expected = alone->expected;
            field.origin = alone->origin;
            field.evidence = alone->evidence;
            field.ask = alone->ask;
            isForetold = true;
        }
        if (const auto type = field.name == "eth.type" && field.depth == m_shown.depth ? m_foretold.etherType() : std::nullopt) {
            field.expected = {*type};
            isForetold = true;
        }
        return isForetold;
    }

    static void take(ComparedField &field, const path::Field &foretold, const path::Hop &hop)
    {
        if (!foretold.value || foretold.isShown) {
            if (field.ask.empty()) {
                field.ask = foretold.ask;
                field.askOn = !foretold.askOn.empty() ? foretold.askOn : hop.pod.empty() ? hop.node : hop.pod;
            }
            return;
        }
        const bool isFirst = field.expected.empty();
        if (std::ranges::find(field.expected, *foretold.value) == field.expected.end())
            field.expected.push_back(*foretold.value);
        if (!isFirst && field.captured != foretold.value)
            return;
        field.origin = foretold.origin;
        field.evidence = foretold.evidence;
    }

    void judge(ComparedField &field, bool isForetold) const
    {
        if (!field.expected.empty()) {
            const bool isAmong = field.captured && std::ranges::find(field.expected, *field.captured) != field.expected.end();
            field.agreement = !field.captured ? Agreement::NotObserved : isAmong ? Agreement::Match : Agreement::Differs;
            field.ask.clear();
            field.askOn.clear();
            if (field.agreement == Agreement::Differs && field.depth == m_shown.depth && (field.name == "ip.ttl" || field.name == "ipv6.hlim"))
                field.why = Sentence::of("A sender that leaves it at 64 was foretold; an application may begin with another one, and what was translated began earlier");
            return;
        }
        field.agreement = Agreement::NotPredictable;
        if (isForetold) {
            field.why = Sentence::of("Nobody printed what tells it");
        } else if (!m_foretold.routed().sightings.empty()) {
            field.why = Sentence::of("What routers that nobody printed make of it is not known");
        } else {
            field.why = m_shown.arpOperation ? Sentence::of("Nobody printed what tells it") : whyNothing();
            field.ask = m_foretold.routed().ask;
            field.askOn = m_foretold.routed().askOn;
        }
    }

    const Frame &m_frame;
    const Dissection &m_packet;
    ShownFrame m_shown;
    const Point &m_point;
    ForetoldFrame m_foretold;
};

} // namespace

std::string_view nameOf(Agreement agreement)
{
    constexpr auto names = std::to_array<std::string_view>({"match", "differs", "not-observed", "not-predictable"});
    return names[static_cast<std::size_t>(agreement)];
}

std::size_t FrameComparison::count(Agreement agreement) const
{
    return static_cast<std::size_t>(std::ranges::count(fields, agreement, &ComparedField::agreement));
}

FrameComparison comparisonOf(const path::Places &places, const path::Whose &whose, const Frame &frame, const Dissection &packet, const Point &point)
{
    return Comparing(places, whose, frame, packet, point).compare();
}

} // namespace vethscope::explain
