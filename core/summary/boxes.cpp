#include "core/summary/boxes.h"

#include <algorithm>

namespace vethscope {
namespace {

constexpr std::uint32_t linkHeader = 14; // Ethernet's, which a packet sent natively would need too

std::string titleOf(const LayerView &view)
{
    const Protocol &protocol = view.protocol();
    if (!protocol.identifier)
        return std::string(protocol.shortTitle);
    return fmt::format("{} {}", protocol.shortTitle, view.number(*protocol.identifier));
}

Box rest(std::string title, const Layer &last, Scope scope, std::size_t begin, std::size_t end)
{
    Box box{.title = std::move(title), .scope = scope, .depth = last.depth};
    box.size = static_cast<std::uint32_t>(end - begin);
    box.place = octets(begin, end - begin);
    return box;
}

} // namespace

std::vector<Box> boxesOf(const Frame &frame, const Dissection &packet)
{
    std::vector<Box> boxes;
    for (std::size_t i = 0; i < packet.size(); ++i) {
        const Layer &layer = packet[i];
        boxes.push_back({titleOf({frame, packet, i}), packet.scope(layer), layer.depth, layer.size,
                         static_cast<std::int32_t>(i), octets(layer.offset, layer.size)});
    }
    if (packet.size() == 0)
        return boxes;
    const Layer &last = packet[packet.size() - 1];
    const std::size_t headersEnd = last.offset + last.size;
    const std::size_t captured = frame.captured();
    const std::size_t payloadEnd = std::clamp<std::size_t>(last.end, headersEnd, captured);
    const Scope scope = last.tunnel ? Scope::Overlay : packet.scope(last);
    if (payloadEnd > headersEnd)
        boxes.push_back(rest("Payload", last, scope, headersEnd, payloadEnd));
    if (captured > payloadEnd) {
        // What the length fields do not cover belongs to the outermost frame.
        boxes.push_back(rest("Padding", packet[0], packet.scope(packet[0]), payloadEnd, captured));
    }
    return boxes;
}

Overhead overheadOf(const Frame &frame, const Dissection &packet)
{
    Overhead overhead{.frame = frame.originalLength};
    if (packet.depth() == 0)
        return overhead;
    std::size_t firstTunnel = packet.size();
    std::size_t innermost = 0;
    for (std::size_t i = 0; i < packet.size(); ++i) {
        if (!packet[i].tunnel)
            continue;
        firstTunnel = std::min(firstTunnel, i);
        innermost = i + 1;
    }
    const Layer &seam = packet[innermost - 1];
    const std::uint32_t begin = seam.offset + seam.size;
    overhead.underlay = packet[firstTunnel].offset;
    overhead.tunnel = begin - overhead.underlay;
    overhead.inner = seam.end - std::min(begin, seam.end);
    const auto bringsLink = [](const Layer &layer) { return layer.protocol->throughEtherType && layer.size == linkHeader; };
    const bool innerHasLink = innermost < packet.size() && bringsLink(packet[innermost]);
    overhead.added = begin - (!innerHasLink && bringsLink(packet[0]) ? linkHeader : 0);
    return overhead;
}

} // namespace vethscope
