#include "core/kernel/connections.h"
#include "core/address/ipprotocol.h"
#include "core/kernel/protocolnumber.h"
#include "core/path/walk.h"

#include <algorithm>

namespace vethscope::path {
namespace {

bool mayBe(std::uint16_t port, const std::optional<std::uint16_t> &other)
{
    return port == 0 || !other || port == *other;
}

bool isAnswerTo(const ConntrackFact &entry, const kernel::Packet &packet)
{
    return entry.replySource == packet.source && entry.replyDestination == packet.destination && mayBe(entry.replySourcePort, packet.sourcePort)
        && mayBe(entry.replyDestinationPort, packet.destinationPort) && kernel::protocolNumber(entry.protocol) == packet.protocol;
}

} // namespace

// The first of this kernel's hooks: conntrack looks whether it knows the packet.
void Walk::beginConnection(Trail &trail)
{
    if (trail.came)
        return;
    trail.came = trail.packet.seenBy(trail.inInterface);
    const kernel::Packet &packet = *trail.came;
    const auto seen = std::ranges::find_if(trail.flows, [&](const SeenFlow &flow) { return flow.place == trail.place && isAnswerTo(*flow.entry, packet); });
    if (seen != trail.flows.end()) {
        const ConntrackFact &entry = *seen->entry;
        trail.connection = {.state = kernel::ConnectionState::Established, .destinationSettled = true, .sourceSettled = true,
                            .destinationTranslated = entry.destination != entry.replySource, .sourceTranslated = entry.source != entry.replyDestination,
                            .entry = &entry, .isReply = true};
        return;
    }
    const auto connection = kernel::connectionOf(*trail.place->net, packet);
    if (connection.isFound())
        trail.connection = *connection;
    // An answer to what nobody asked here (net/netfilter/nf_conntrack_proto_tcp.c tcp_new).
    else if (packet.protocol == ipprotocol::tcp && packet.tcpFlags && (*packet.tcpFlags & tcpflag::ack) != 0 && !trail.packet.isEncapsulated())
        trail.connection.state = kernel::ConnectionState::Invalid;
}

std::vector<Trail> Walk::asOrphans(const Trail &trail) const
{
    std::vector<Trail> ways;
    if (trail.came || trail.packet.sourcePort || trail.packet.isEncapsulated())
        return ways;
    const kernel::Packet packet = trail.packet.seenBy(trail.inInterface);
    for (const ConntrackFact *entry : trail.place->orphans) {
        if (kernel::protocolNumber(entry->protocol) != packet.protocol || entry->source != packet.source || entry->destination != packet.destination || !mayBe(entry->destinationPort, packet.destinationPort))
            continue;
        Trail &way = ways.emplace_back(trail);
        way.packet.sourcePort = Traced<std::uint16_t>{entry->sourcePort, {Origin::Kind::Application, {}, {}, {}, {}}, {entry->evidence}, {}};
        way.because = Sentence::of("a packet from port {}, whose connection {} remembers", entry->sourcePort, trail.place->name());
        way.probability = std::nullopt;
    }
    return ways;
}

// The last of them: the connection is confirmed, as it came and as it goes on. What is in a tunnel answers in another one.
void Walk::endConnection(Trail &trail)
{
    if (!trail.came || trail.packet.isEncapsulated() || trail.connection.isReply)
        return;
    const kernel::Packet &came = *trail.came;
    const kernel::Packet left = trail.packet.seenBy({});
    auto entry = std::make_shared<ConntrackFact>();
    entry->protocol = std::to_string(left.protocol);
    entry->source = came.source;
    entry->destination = came.destination;
    entry->sourcePort = came.sourcePort.value_or(0);
    entry->destinationPort = came.destinationPort.value_or(0);
    entry->replySource = left.destination;
    entry->replyDestination = left.source;
    entry->replySourcePort = left.destinationPort.value_or(0);
    entry->replyDestinationPort = left.sourcePort.value_or(0);
    trail.flows.push_back({trail.place, std::move(entry), trail.translation});
}

} // namespace vethscope::path
