#include "core/explain/translation.h"

#include "core/address/ipprotocol.h"

#include <algorithm>

namespace vethscope::explain {
namespace {

using namespace path;
using path::Step;

std::string_view protocolName(std::uint8_t protocol)
{
    return protocol == ipprotocol::tcp ? "tcp" : protocol == ipprotocol::udp ? "udp" : protocol == ipprotocol::icmp ? "icmp" : protocol == ipprotocol::icmpv6 ? "icmpv6" : "";
}

bool arePorts(const ShownFrame &frame, std::uint16_t source, std::uint16_t destination)
{
    return frame.sourcePort.value_or(0) == source && frame.destinationPort.value_or(0) == destination;
}

// Towards the server a packet leaves translation as the mirror of the answer's way; the answer leaves it as the mirror of the request's.
std::optional<IpAddress> beforeIn(const ConntrackFact &entry, const ShownFrame &frame, bool isSource)
{
    const IpAddress source = *frame.source(), destination = *frame.destination();
    if (entry.protocol != protocolName(frame.protocol.value_or(0)))
        return std::nullopt;
    if (entry.replyDestination == source && entry.replySource == destination && arePorts(frame, entry.replyDestinationPort, entry.replySourcePort))
        return isSource ? entry.source : entry.destination;
    if (entry.destination == source && entry.source == destination && arePorts(frame, entry.destinationPort, entry.sourcePort))
        return isSource ? entry.replySource : entry.replyDestination;
    return std::nullopt;
}

std::optional<Translated> byConnection(const Places &places, const ShownFrame &frame, const ShownField &field)
{
    for (const Place &node : places.nodes())
        for (const ConntrackFact &entry : node.net->connections)
            if (const auto before = beforeIn(entry, frame, field.isSource()); before && *before != *field.ip)
                return Translated{*before, {entry.evidence}};
    return std::nullopt;
}

// The last step that wrote the field on the way to the point.
std::optional<Translated> onTheWay(const Sighting &sighting, std::string_view name)
{
    std::optional<Translated> last;
    for (std::size_t i = 0; i <= sighting.hop; ++i)
        for (const Step &step : sighting.path->hops[i].steps)
            for (const Change &change : step.changes)
                if (step.kind == Step::Kind::Translate && change.field == name && change.from)
                    if (const auto before = IpAddress::parse(*change.from))
                        last = Translated{*before, step.evidence};
    return last;
}

} // namespace

std::optional<Translated> translationOf(const Places &places, const ShownFrame &frame, const ShownField &field, const Expectation &expectation)
{
    if (auto proven = byConnection(places, frame, field))
        return proven;
    std::optional<Translated> agreed;
    for (const Sighting &sighting : expectation.sightings) {
        auto one = onTheWay(sighting, field.name);
        if (!one || one->before == *field.ip || (agreed && agreed->before != one->before))
            return std::nullopt;
        agreed = std::move(one);
    }
    return agreed;
}

} // namespace vethscope::explain
