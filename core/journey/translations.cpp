#include "core/journey/translations.h"

#include "core/journey/tupleends.h"

#include <optional>
#include <string_view>

namespace vethscope::journey {
namespace {

std::optional<std::uint8_t> numberOf(std::string_view protocol)
{
    if (protocol == "tcp")
        return ipprotocol::tcp;
    if (protocol == "udp")
        return ipprotocol::udp;
    if (protocol == "sctp")
        return ipprotocol::sctp;
    return std::nullopt; // of an echo, conntrack's lines here have no identifier
}

} // namespace

Translation turned(const Translation &translation)
{
    return {turned(translation.first), turned(translation.second)};
}

std::vector<Translation> translationsIn(const path::Places &places)
{
    std::vector<Translation> all;
    for (const path::Place &node : places.nodes()) {
        for (const ConntrackFact &one : node.net->connections) {
            const auto protocol = numberOf(one.protocol);
            if (!protocol)
                continue;
            const Tuple sent{one.source, one.destination, *protocol, one.sourcePort, one.destinationPort};
            const Tuple answered{one.replySource, one.replyDestination, *protocol, one.replySourcePort, one.replyDestinationPort};
            if (const Translation found(sent, turned(answered)); found.first != found.second) {
                all.push_back(found);
                all.push_back(turned(found));
            }
        }
    }
    return all;
}

} // namespace vethscope::journey
