#include "core/journey/content.h"

#include "core/dissect/innermost.h"
#include "core/journey/carrier.h"
#include "core/journey/glance.h"
#include "core/protocols/protocols.h"

#include <algorithm>

namespace vethscope::journey {
namespace {

Carrier carrierOf(const LayerView &view)
{
    return {view.header(), view.payload(), view.payloadLength()};
}

// Where a fragment belongs; 0 for whole packets (RFC 791, section 3.1; RFC 8200, section 4.5).
std::uint32_t fragmentOf(const Frame &frame, const Dissection &packet, const LayerView &internet)
{
    if (&internet.protocol() == &protocols::ipv4)
        return read16(internet.header(), 6) & 0x3fff;
    for (std::size_t i = internet.index() + 1; i < packet.size(); ++i)
        if (packet[i].protocol == &protocols::ipv6Fragment)
            return read16(frame.bytes, packet[i].offset + 2) & 0xfff9;
    return 0;
}

void tellPorts(const Carrier &carrier, Tuple &tuple)
{
    tuple.sourcePort = read16(carrier.header, 0);
    tuple.destinationPort = read16(carrier.header, 2);
}

void tellTcp(const Carrier &carrier, KnownBy knownBy, Content &content)
{
    const Bytes header = carrier.header;
    content.length = static_cast<std::uint32_t>(carrier.payloadLength);
    content.sequence = read32(header, 4);
    content.ends = bitsOf(endFlagsOf(header));
    content.burst = burstOf(header, knownBy);
    content.key = keyOfSegment(header, content.burst, content.length);
    content.areOptionsCut = areOptionsCut(carrier);
}

std::uint32_t digestOf(const Carrier &carrier)
{
    return hasDigest(carrier) ? static_cast<std::uint32_t>(*firstBytes(carrier, digested)) | 1 : 0;
}

void tellMessage(const Carrier &carrier, Content &content)
{
    content.key = firstBytes(carrier, telling);
    content.digest = digestOf(carrier);
}

bool isEcho(const LayerView &view)
{
    const std::uint8_t type = byteAt(view.header(), 0);
    return &view.protocol() == &protocols::icmp ? type == 0 || type == 8 : type == 128 || type == 129;
}

void tellIcmp(const LayerView &view, Content &content)
{
    const Bytes header = view.header(), payload = view.payload();
    if (header.size() < 8)
        return;
    const std::uint16_t kind = read16(header, 0);
    if (isEcho(view)) {
        content.tuple.sourcePort = read16(header, 4);
        content.key = hashOf({kind, read16(header, 6), view.payloadLength()});
        content.digest = digestOf(carrierOf(view));
        return;
    }
    const bool quotesV4 = payload.size() >= 6 && byteAt(payload, 0) >> 4 == 4;
    content.key = hashOf({kind, read32(header, 4), view.payloadLength(), quotesV4 ? read16(payload, 4) : 0u});
}

bool carries(const Protocol &protocol)
{
    return &protocol == &protocols::tcp || &protocol == &protocols::udp || &protocol == &protocols::icmp || &protocol == &protocols::icmpv6;
}

void tellTransport(const LayerView &view, KnownBy knownBy, Content &content)
{
    const Protocol &protocol = view.protocol();
    if (&protocol == &protocols::tcp) {
        tellPorts(carrierOf(view), content.tuple);
        tellTcp(carrierOf(view), knownBy, content);
    } else if (&protocol == &protocols::icmp || &protocol == &protocols::icmpv6) {
        tellIcmp(view, content);
    } else {
        tellPorts(carrierOf(view), content.tuple);
        tellMessage(carrierOf(view), content);
    }
}

std::uint32_t linkOf(Bytes ethernet)
{
    return static_cast<std::uint32_t>(hashOf({readUnsigned(ethernet, 0, 6), readUnsigned(ethernet, 6, 6)})) | 1;
}

std::uint32_t linkOf(const Frame &frame, const Dissection &packet, std::size_t internet)
{
    for (std::size_t i = internet; i-- > 0 && !packet[i].tunnel;)
        if (packet[i].protocol == &protocols::ethernet)
            return linkOf(frame.bytes.subspan(packet[i].offset));
    return 0;
}

// Whether a packet goes from one machine to another: RFC 1112, section 4, and RFC 1122, section 3.2.1.3; of IPv6 RFC 4291, section 2.4.
bool isUnicast(Bytes header, bool isV4)
{
    if (isV4) {
        constexpr std::uint32_t limitedBroadcast = 0xffff'ffff, multicast = 0xe;
        const std::uint32_t source = read32(header, 12), destination = read32(header, 16);
        return source != 0 && destination != 0 && destination != limitedBroadcast && destination >> 28 != multicast;
    }
    const auto isAny = [&](std::size_t at) { return std::ranges::all_of(header.subspan(at, 16), [](std::byte byte) { return byte == std::byte{0}; }); };
    return byteAt(header, 24) != 0xff && !isAny(8) && !isAny(24);
}

// From whom to whom; nothing where it is not from one machine to another.
std::optional<Tuple> tupleOfInternet(Bytes header, bool isV4)
{
    const std::size_t size = isV4 ? 4 : 16, from = isV4 ? 12 : 8;
    if (!isUnicast(header, isV4))
        return std::nullopt;
    return Tuple{*IpAddress::fromBytes(header.subspan(from, size)), *IpAddress::fromBytes(header.subspan(from + size, size)), byteAt(header, isV4 ? 9 : 6), 0, 0};
}

void tellInternet(Bytes header, bool isV4, Content &content)
{
    content.timeToLive = byteAt(header, isV4 ? 8 : 7);
    content.id = isV4 ? read16(header, 4) : std::uint16_t{0};
}

} // namespace

std::optional<Content> contentOf(const Frame &frame, const Dissection &packet, KnownBy knownBy)
{
    const std::size_t place = innermostOf(packet, {&protocols::ipv4, &protocols::ipv6});
    if (place == LayerView::noLayer)
        return std::nullopt;
    const LayerView internet(frame, packet, place);
    const bool isV4 = &internet.protocol() == &protocols::ipv4;
    const auto tuple = tupleOfInternet(internet.header(), isV4);
    if (!tuple)
        return std::nullopt;
    Content content{.tuple = *tuple};
    tellInternet(internet.header(), isV4, content);
    content.depth = internet.layer().depth;
    content.link = linkOf(frame, packet, place);
    if (const std::uint32_t fragment = fragmentOf(frame, packet, internet); fragment != 0) {
        content.key = hashOf({fragment, content.id, internet.payloadLength()});
        return content;
    }
    std::size_t transport = place + 1;
    while (transport < packet.size() && !packet[transport].quoted && !carries(*packet[transport].protocol))
        ++transport;
    if (transport < packet.size() && !packet[transport].quoted) {
        content.tuple.protocol = packet[transport].protocol == &protocols::tcp ? ipprotocol::tcp : packet[transport].protocol == &protocols::udp ? ipprotocol::udp : content.tuple.protocol;
        tellTransport(LayerView(frame, packet, transport), knownBy, content);
    } else if (const auto segment = cutSegmentOf(frame, packet)) {
        content.tuple.protocol = ipprotocol::tcp;
        tellPorts(*segment, content.tuple);
        tellTcp(*segment, knownBy, content);
    } else if (!packet.stop()) {
        tellMessage(carrierOf(internet), content);
    }
    return content;
}

std::optional<Tuple> tupleOf(const Frame &frame, const UsualFrame &usual)
{
    auto tuple = tupleOfInternet(frame.bytes.subspan(usual.internet, usual.transport - usual.internet), usual.isV4);
    if (tuple)
        tellPorts(carrierOf(frame, usual), *tuple);
    return tuple;
}

std::optional<Content> contentOf(const Frame &frame, const UsualFrame &usual, KnownBy knownBy)
{
    const auto tuple = tupleOf(frame, usual);
    if (!tuple)
        return std::nullopt;
    const Carrier carrier = carrierOf(frame, usual);
    Content content{.tuple = *tuple};
    tellInternet(frame.bytes.subspan(usual.internet, usual.transport - usual.internet), usual.isV4, content);
    content.depth = usual.depth;
    content.link = linkOf(frame.bytes.subspan(usual.link));
    if (usual.isTcp)
        tellTcp(carrier, knownBy, content);
    else
        tellMessage(carrier, content);
    return content;
}

} // namespace vethscope::journey
