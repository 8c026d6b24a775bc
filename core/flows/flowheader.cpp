#include "core/flows/flowheader.h"

#include "core/dissect/layerview.h"
#include "core/protocols/protocols.h"
#include "core/protocols/tcp_options.h"

namespace vethscope {
namespace {

// RFC 791, section 3.1, and RFC 8200, section 4.5: more fragments follow.
bool isFragment(const Frame &frame, const Dissection &packet, std::size_t internet, std::size_t layer)
{
    if (frame.continued && packet[layer].offset >= frame.captured())
        return false; // it was put together
    if (packet[internet].protocol == &protocols::ipv4)
        return byteAt(frame.bytes, packet[internet].offset + 6) & 0x20;
    for (std::size_t i = internet + 1; i < layer; ++i)
        if (packet[i].protocol == &protocols::ipv6Fragment)
            return byteAt(frame.bytes, packet[i].offset + 3) & 1;
    return false;
}

TcpSegment segmentOf(const LayerView &view)
{
    const Bytes header = view.header();
    TcpSegment segment;
    segment.sequence = read32(header, 4);
    segment.acknowledgment = read32(header, 8);
    segment.length = static_cast<std::uint32_t>(view.payloadLength());
    segment.window = read16(header, 14);
    segment.flags = read16(header, 12) & 0x0fff;
    if (header.size() > 20) {
        const TcpOptionValues options = readTcpOptions(header);
        // RFC 7323, section 2.3: shifts beyond 14 count as 14.
        if (options.windowScale)
            segment.scale = static_cast<std::int8_t>(std::min<std::uint64_t>(*options.windowScale, 14));
        segment.selected = options.selectedBytes;
    }
    return segment;
}

} // namespace

std::size_t internetAround(const Dissection &packet, std::size_t layer)
{
    while (layer-- > 0)
        if (packet[layer].protocol == &protocols::ipv4 || packet[layer].protocol == &protocols::ipv6)
            return layer;
    return LayerView::noLayer;
}

std::optional<FlowHeader> flowHeaderAt(const LayerView &view)
{
    const Protocol *protocol = &view.protocol();
    if (protocol != &protocols::tcp && protocol != &protocols::udp)
        return std::nullopt;
    const Dissection &packet = view.packet();
    const std::size_t place = internetAround(packet, view.index());
    if (place == LayerView::noLayer)
        return std::nullopt;
    const LayerView internet(view.frame(), packet, place);
    const DirectedEndpoints ends = endpointsOf(internet.raw(*internet.protocol().source), read16(view.header(), 0),
                                               internet.raw(*internet.protocol().destination), read16(view.header(), 2));
    FlowHeader header;
    header.row = view.frame().number - 1;
    header.ends = ends.ends;
    header.fromLow = ends.fromLow;
    header.hash = ends.ends.hash();
    header.nth = static_cast<std::uint8_t>(std::ranges::count(packet.layers().first(view.index()), protocol, &Layer::protocol));
    if (protocol == &protocols::udp)
        return header;
    header.kind = FlowHeader::Kind::Tcp;
    header.whole = !view.layer().quoted && !isFragment(view.frame(), packet, place, view.index());
    header.segment = segmentOf(view);
    return header;
}

} // namespace vethscope
