#include "core/kernel/connections.h"

#include "core/kernel/packetkey.h"
#include "core/kernel/protocolnumber.h"

#include <algorithm>

namespace vethscope::kernel {
namespace {

// The four values of one direction.
struct Tuple {
    IpAddress source, destination;
    std::uint16_t sourcePort = 0, destinationPort = 0;

    friend bool operator==(const Tuple &, const Tuple &) = default;
};

Tuple original(const ConntrackFact &entry)
{
    return {entry.source, entry.destination, entry.sourcePort, entry.destinationPort};
}

Tuple reply(const ConntrackFact &entry)
{
    return {entry.replySource, entry.replyDestination, entry.replySourcePort, entry.replyDestinationPort};
}

bool isTranslatedTo(const Tuple &before, const Tuple &answer, bool destination)
{
    return destination ? before.destination != answer.source || before.destinationPort != answer.sourcePort : before.source != answer.destination || before.sourcePort != answer.destinationPort;
}

} // namespace

Answer<Connection> connectionOf(const NetworkNamespace &space, const Packet &packet)
{
    using Found = Answer<Connection>;
    const bool isTold = hasPorts(packet.protocol) && packet.sourcePort && packet.destinationPort;
    if (!isTold)
        return Found::none();
    const Tuple tuple{packet.source, packet.destination, *packet.sourcePort, *packet.destinationPort};
    for (const ConntrackFact &entry : space.connections) {
        const bool isReply = tuple == reply(entry) && tuple != original(entry);
        if (protocolNumber(entry.protocol) != packet.protocol || !entry.zone.empty() || (!isReply && tuple != original(entry)))
            continue;
        Connection connection{.state = isReply || !entry.unreplied ? ConnectionState::Established : ConnectionState::New, .destinationSettled = true, .sourceSettled = true,
                              .destinationTranslated = isTranslatedTo(original(entry), reply(entry), true),
                              .sourceTranslated = isTranslatedTo(original(entry), reply(entry), false), .entry = &entry, .isReply = isReply};
        return Found::found(connection, entry.evidence);
    }
    if (space.printed.of(HostTable::Connections, packet.isV6()) == Extent::Whole)
        return Found::none();
    return Found::unseen(space.printed.ask(HostTable::Connections, packet.isV6()));
}

void translateAsBefore(Passage &passage, bool destination)
{
    Packet &packet = passage.packet;
    const ConntrackFact &entry = *packet.connection.entry;
    // It leaves as the other direction's answer would come back.
    const Tuple other = packet.connection.isReply ? original(entry) : reply(entry);
    IpAddress &address = destination ? packet.destination : packet.source;
    std::optional<std::uint16_t> &port = destination ? packet.destinationPort : packet.sourcePort;
    const IpAddress before = address;
    const std::optional<std::uint16_t> portBefore = port;
    address = destination ? other.source : other.destination;
    port = destination ? other.sourcePort : other.destinationPort;
    if (address == before && port == portBefore)
        return;
    passage.isTranslated = true;
    passage.evidence.push_back(entry.evidence);
}

} // namespace vethscope::kernel
