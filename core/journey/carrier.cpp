#include "core/journey/carrier.h"

#include "core/bytes/fnv1a.h"
#include "core/dissect/innermost.h"
#include "core/protocols/protocols.h"

namespace vethscope::journey {

std::optional<std::uint64_t> firstBytes(const Carrier &carrier, std::size_t most)
{
    const std::size_t wanted = std::min(most, carrier.payloadLength);
    if (carrier.payload.size() < wanted)
        return std::nullopt;
    Fnv1a hash;
    hash.addNumber(carrier.payloadLength);
    hash.add(carrier.payload.first(wanted));
    return hash.value();
}

std::optional<Carrier> cutSegmentOf(const Frame &frame, const Dissection &packet)
{
    const auto &stop = packet.stop();
    if (!stop || stop->protocol != &protocols::tcp || !stop->cutByCapture || stop->quoted || stop->size < tcpWithoutOptions || packet.size() == 0)
        return std::nullopt;
    const Bytes header = frame.bytes.subspan(stop->offset, stop->size);
    const std::size_t size = sizeOfTcp(header), carried = LayerView(frame, packet, packet.size() - 1).payloadLength();
    if (size <= header.size() || size > carried)
        return std::nullopt;
    return Carrier{header, {}, carried - size};
}

std::optional<Carrier> segmentOf(const Frame &frame, const Dissection &packet)
{
    if (const auto cut = cutSegmentOf(frame, packet))
        return cut;
    const std::size_t place = innermostOf(packet, {&protocols::tcp, &protocols::udp, &protocols::icmp, &protocols::icmpv6});
    if (place == LayerView::noLayer || packet[place].protocol != &protocols::tcp)
        return std::nullopt;
    const LayerView view(frame, packet, place);
    return Carrier{view.header(), view.payload(), view.payloadLength()};
}

} // namespace vethscope::journey
