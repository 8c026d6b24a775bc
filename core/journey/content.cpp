#include "core/journey/content.h"

#include "core/bytes/fnv1a.h"
#include "core/dissect/innermost.h"
#include "core/kernel/addresstype.h"
#include "core/protocols/protocols.h"
#include "core/protocols/tcp_options.h"

#include <algorithm>
#include <initializer_list>

namespace vethscope::journey {
namespace {

constexpr std::size_t telling = 12; // bytes of a payload: DNS' header, a type and a counter of WireGuard and ESP
constexpr std::size_t digested = 20; // the time in an echo as ping sends it, a query's first letters; all of it behind a snapshot length of 64
constexpr std::uint16_t endsOfConnection = 0x17; // FIN, SYN, RST, ACK: segmentation moves PSH and CWR about

std::uint64_t hashOf(std::initializer_list<std::uint64_t> numbers)
{
    Fnv1a hash;
    for (const std::uint64_t number : numbers)
        hash.addNumber(number);
    return hash.value();
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

void tellTcp(const LayerView &view, Content &content)
{
    const Bytes header = view.header();
    const TcpOptionValues options = readTcpOptions(header);
    const std::uint64_t flags = read16(header, 12) & endsOfConnection;
    content.length = static_cast<std::uint32_t>(view.payloadLength());
    content.sequence = read32(header, 4);
    content.burst = hashOf({read32(header, 8), options.timestamp.value_or(0), options.timestampEcho.value_or(0)});
    content.key = hashOf({content.burst, content.sequence, content.length, flags});
}

// The first bytes behind a header, or all where it has fewer; nothing where they were not captured.
std::optional<std::uint64_t> firstBytes(const LayerView &view, std::size_t most)
{
    const std::size_t wanted = std::min(most, view.payloadLength());
    const Bytes payload = view.payload();
    if (payload.size() < wanted)
        return std::nullopt;
    Fnv1a hash;
    hash.addNumber(view.payloadLength());
    hash.add(payload.first(wanted));
    return hash.value();
}

std::uint32_t digestOf(const LayerView &view)
{
    const auto bytes = view.payloadLength() > 0 ? firstBytes(view, digested) : std::nullopt;
    return bytes ? static_cast<std::uint32_t>(*bytes) | 1 : 0;
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
        content.digest = digestOf(view);
        return;
    }
    const bool quotesV4 = payload.size() >= 6 && byteAt(payload, 0) >> 4 == 4;
    content.key = hashOf({kind, read32(header, 4), view.payloadLength(), quotesV4 ? read16(payload, 4) : 0u});
}

bool carries(const Protocol &protocol)
{
    return &protocol == &protocols::tcp || &protocol == &protocols::udp || &protocol == &protocols::icmp || &protocol == &protocols::icmpv6;
}

void tellTransport(const LayerView &view, Content &content)
{
    const Protocol &protocol = view.protocol();
    if (&protocol == &protocols::tcp || &protocol == &protocols::udp) {
        content.tuple.sourcePort = read16(view.header(), 0);
        content.tuple.destinationPort = read16(view.header(), 2);
    }
    if (&protocol == &protocols::tcp) {
        tellTcp(view, content);
    } else if (&protocol == &protocols::icmp || &protocol == &protocols::icmpv6) {
        tellIcmp(view, content);
    } else {
        content.key = firstBytes(view, telling);
        content.digest = digestOf(view);
    }
}

std::uint32_t linkOf(const Frame &frame, const Dissection &packet, std::size_t internet)
{
    for (std::size_t i = internet; i-- > 0 && !packet[i].tunnel;) {
        if (packet[i].protocol != &protocols::ethernet)
            continue;
        const Bytes header = frame.bytes.subspan(packet[i].offset);
        return static_cast<std::uint32_t>(hashOf({readUnsigned(header, 0, 6), readUnsigned(header, 6, 6)})) | 1;
    }
    return 0;
}

bool isUnicast(const IpAddress &source, const IpAddress &destination)
{
    return !destination.isMulticast() && !destination.isAny() && !source.isAny() && !kernel::isLimitedBroadcast(destination);
}

} // namespace

std::optional<Content> contentOf(const Frame &frame, const Dissection &packet)
{
    const std::size_t place = innermostOf(packet, {&protocols::ipv4, &protocols::ipv6});
    if (place == LayerView::noLayer)
        return std::nullopt;
    const LayerView internet(frame, packet, place);
    const auto source = IpAddress::fromBytes(internet.raw(*internet.protocol().source));
    const auto destination = IpAddress::fromBytes(internet.raw(*internet.protocol().destination));
    if (!source || !destination || !isUnicast(*source, *destination))
        return std::nullopt;
    const bool isV4 = &internet.protocol() == &protocols::ipv4;
    Content content;
    content.tuple = {*source, *destination, byteAt(internet.header(), isV4 ? 9 : 6), 0, 0};
    content.timeToLive = byteAt(internet.header(), isV4 ? 8 : 7);
    content.id = isV4 ? read16(internet.header(), 4) : std::uint16_t{0};
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
        tellTransport(LayerView(frame, packet, transport), content);
    } else if (!packet.stop()) {
        content.key = firstBytes(internet, telling);
        content.digest = digestOf(internet);
    }
    return content;
}

} // namespace vethscope::journey
