#include "core/journey/answers.h"

#include "core/dissect/innermost.h"
#include "core/journey/carrier.h"
#include "core/journey/tupleends.h"
#include "core/protocols/protocols.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <optional>

namespace vethscope::journey {
namespace {

constexpr std::uint16_t dns = 53;
constexpr std::uint8_t dnsResponse = 0x80; // RFC 1035, section 4.1.1: QR
constexpr std::uint8_t echoReply = 0, echoReply6 = 129; // RFC 792; RFC 4443, section 4.2

// Modulo 2^32 (RFC 9293, section 3.4).
bool isBeyond(std::uint32_t one, std::uint32_t other)
{
    return static_cast<std::int32_t>(one - other) > 0;
}

// What a question and its answer share, an echo's sequence or a message's identifier, and which of both it is: an answer has none itself.
struct Numbered {
    std::uint16_t number = 0;
    bool isAnswer = false;
};

std::optional<Numbered> numberOf(const Frame &frame, const Dissection &packet)
{
    const std::size_t place = innermostOf(packet, {&protocols::tcp, &protocols::udp, &protocols::icmp, &protocols::icmpv6});
    if (place == LayerView::noLayer)
        return std::nullopt;
    const LayerView view(frame, packet, place);
    const bool isV4 = &view.protocol() == &protocols::icmp;
    if (isV4 || &view.protocol() == &protocols::icmpv6) {
        if (view.header().size() < 8)
            return std::nullopt;
        return Numbered{read16(view.header(), 6), byteAt(view.header(), 0) == (isV4 ? echoReply : echoReply6)};
    }
    const bool isDns = read16(view.header(), 0) == dns || read16(view.header(), 2) == dns;
    if (!isDns || view.payload().size() < 3)
        return std::nullopt;
    return Numbered{read16(view.payload(), 0), bool(byteAt(view.payload(), 2) & dnsResponse)};
}

} // namespace

Answers::Answers(const PacketStore &store, const Dissector &dissector, const Journeys &journeys)
    : m_store(store), m_dissector(dissector), m_journeys(journeys), m_flows(journeys.flowCount())
{
    for (std::uint32_t tuple = 0; tuple < journeys.sightings.tuples.size(); ++tuple)
        m_tuples.emplace(journeys.sightings.tuples[tuple], tuple);
    for (std::size_t place = 0; place < journeys.all.size(); ++place)
        m_flows[journeys.all.flowOf(place)].push_back(static_cast<std::uint32_t>(place));
}

const Answers::Seen &Answers::answersTo(const Tuple &tuple)
{
    static const Seen nothing;
    const auto other = m_tuples.find(turned(tuple));
    if (other == m_tuples.end())
        return nothing;
    const std::uint32_t flow = m_journeys.flows[other->second];
    const auto [place, isNew] = m_seen.try_emplace(flow);
    if (!isNew)
        return place->second;
    Seen &seen = place->second;
    for (const std::uint32_t journey : m_flows[flow]) {
        const Frame frame = m_store.frame(m_journeys.all[journey].hops.front().rows.front());
        const Dissection packet = m_dissector.dissect(frame);
        if (const auto segment = segmentOf(frame, packet)) {
            const std::uint32_t number = read32(segment->header, 8);
            if (byteAt(segment->header, 13) & tcpflag::ack && (!seen.acknowledged || isBeyond(number, *seen.acknowledged)))
                seen.acknowledged = number;
        } else if (const auto one = numberOf(frame, packet); one && one->isAnswer) {
            seen.numbers.insert(one->number);
        }
    }
    return seen;
}

// Whether another packet has some of these bytes.
bool Answers::wasSentAgain(const Journey &journey, std::uint32_t sequence, std::uint32_t length)
{
    if (length == 0)
        return false; // a SYN, a FIN
    const auto [place, isNew] = m_ranges.try_emplace(journey.flow);
    auto &ranges = place->second;
    if (isNew) {
        for (const std::uint32_t one : m_flows[journey.flow]) {
            const Frame frame = m_store.frame(m_journeys.all[one].hops.front().rows.front());
            const Dissection packet = m_dissector.dissect(frame);
            if (const auto segment = segmentOf(frame, packet); segment && segment->payloadLength > 0)
                ranges.emplace_back(read32(segment->header, 4), static_cast<std::uint32_t>(segment->payloadLength));
        }
        std::ranges::sort(ranges);
    }
    const auto own = std::ranges::find(std::ranges::lower_bound(ranges, std::pair(sequence, 0u)), ranges.end(), std::pair(sequence, length));
    const bool isBefore = own != ranges.begin() && sequence - std::prev(own)->first < std::prev(own)->second;
    const bool isBehind = own + 1 != ranges.end() && (own + 1)->first - sequence < length;
    return isBefore || isBehind;
}

bool Answers::isAnswered(const Journey &journey)
{
    const Frame frame = m_store.frame(journey.hops.front().rows.front());
    const Dissection packet = m_dissector.dissect(frame);
    const auto segment = segmentOf(frame, packet);
    const auto one = numberOf(frame, packet);
    // Any of the tuples that it had: behind a translation answers come back with another one.
    for (const JourneyHop &hop : journey.hops) {
        const Seen &seen = answersTo(m_journeys.sightings.tuples[hop.tuple]);
        if (segment) {
            const std::uint8_t flags = byteAt(segment->header, 13);
            const std::uint32_t sequence = read32(segment->header, 4), bytes = static_cast<std::uint32_t>(segment->payloadLength);
            const std::uint32_t length = bytes + bool(flags & tcpflag::fin) + bool(flags & tcpflag::syn); // which count
            if (length > 0 && seen.acknowledged && !isBeyond(sequence + length, *seen.acknowledged) && !wasSentAgain(journey, sequence, bytes))
                return true;
        } else if (one && !one->isAnswer && seen.numbers.contains(one->number)) {
            return true;
        }
    }
    return false;
}

} // namespace vethscope::journey
