#include "core/flowgraph/flowwords.h"

#include "core/dissect/format.h"
#include "core/protocols/protocols.h"

#include <array>
#include <string_view>

#include <fmt/format.h>

namespace vethscope {
namespace {

constexpr std::array<std::string_view, 8> flagNames{"FIN", "SYN", "RST", "PSH", "ACK", "URG", "ECE", "CWR"};

std::string timeOf(const PacketRow &packet)
{
    TextBuffer text;
    if (packet.frame.timed)
        printEpoch(text, packet.frame.sinceFirst);
    return fmt::to_string(text);
}

std::string columnOf(Column column, const PacketRow &packet, Perspective perspective)
{
    TextBuffer text;
    printColumn(column, packet, perspective, text);
    return fmt::to_string(text);
}

// `PSH, ACK - Len: 74`.
std::string tcpLabel(const PacketRow &packet, Perspective perspective)
{
    const Layer *tcp = nullptr;
    for (const Layer &layer : packet.packet.layers())
        if (layer.protocol == &protocols::tcp && !layer.quoted && (perspective != Perspective::Underlay || layer.depth == 0))
            tcp = &layer;
    if (!tcp)
        return {};
    std::string label;
    const std::uint64_t flags = readBits(packet.frame.bytes.subspan(tcp->offset, tcp->size), bits(8 * 13, 8));
    for (std::size_t i = 0; i < flagNames.size(); ++i)
        if (flags >> i & 1)
            label += fmt::format("{}{}", label.empty() ? "" : ", ", flagNames[i]);
    const std::uint32_t begin = tcp->offset + tcp->size;
    return tcp->end > begin ? fmt::format("{} - Len: {}", label, tcp->end - begin) : label;
}

} // namespace

FlowWords flowWords(const PacketRow &packet, FlowKind kind, FlowAddresses addresses)
{
    const Perspective perspective = perspectiveOf(addresses);
    const std::string info = columnOf(Column::Info, packet, perspective), protocol = columnOf(Column::Protocol, packet, perspective);
    const bool isTcpAlone = kind == FlowKind::Tcp || protocol == "TCP";
    return {timeOf(packet), isTcpAlone ? tcpLabel(packet, perspective) : info, protocol + ": " + info};
}

} // namespace vethscope
