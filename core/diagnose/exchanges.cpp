#include "core/diagnose/exchanges.h"

#include "core/journey/carrier.h"

#include <unordered_set>

namespace vethscope::diagnose {

bool isReset(const Traffic &traffic, const journey::Journey &journey)
{
    const journey::Sighting &one = journey.hops.front().first();
    if (!traffic.tupleOf(one).isTcp())
        return false;
    const Frame frame = traffic.store().frame(one.row);
    const Dissection packet = traffic.dissector().dissect(frame);
    const auto segment = journey::segmentOf(frame, packet);
    return segment && (byteAt(segment->header, 13) & tcpflag::rst) != 0 && segment->payloadLength == 0;
}

Exchanges::Exchanges(const Traffic &traffic) : m_traffic(traffic)
{
    std::unordered_set<std::uint64_t> known; // of two tuples
    for (std::size_t place = 0; place < traffic.journeys().all.size(); ++place) {
        const journey::Journey journey = traffic.journeys().all[place];
        const journey::Tuple &first = traffic.tupleOf(journey.hops.front().first()), &last = traffic.tupleOf(journey.hops.back().first());
        const std::uint64_t pair = std::uint64_t{journey.hops.front().tuple} << 32 | journey.hops.back().tuple;
        if (!known.insert(pair).second)
            continue;
        m_arrived.try_emplace(last, place);
        if (last.source != first.source && last.isTcp())
            m_translated.try_emplace(Ends(first.source, first.sourcePort, last.destination, last.destinationPort), place);
    }
}

std::optional<journey::Journey> Exchanges::arrivedAs(const journey::Tuple &tuple) const
{
    const auto found = m_arrived.find(tuple);
    return found == m_arrived.end() ? std::nullopt : std::optional(m_traffic.journeys().all[found->second]);
}

std::optional<journey::Journey> Exchanges::translatedFrom(const IpAddress &sender, std::uint16_t port, const IpAddress &client, std::uint16_t clientPort) const
{
    const auto found = m_translated.find(Ends(sender, port, client, clientPort));
    return found == m_translated.end() ? std::nullopt : std::optional(m_traffic.journeys().all[found->second]);
}

} // namespace vethscope::diagnose
