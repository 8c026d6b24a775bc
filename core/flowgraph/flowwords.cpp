#include "core/flowgraph/flowwords.h"

#include "core/protocols/protocols.h"

#include <array>
#include <string_view>

#include <fmt/format.h>

namespace vethscope {
namespace {

constexpr std::int64_t aSecond = 1'000'000'000;
constexpr std::array<std::string_view, 8> flagNames{"FIN", "SYN", "RST", "PSH", "ACK", "URG", "ECE", "CWR"};

std::string timeOf(const PacketRow &packet)
{
    if (!packet.frame.timed)
        return {};
    const std::int64_t since = packet.frame.sinceFirst;
    return fmt::format("{}{}.{:09}", since < 0 ? "-" : "", std::abs(since) / aSecond, std::abs(since) % aSecond);
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

bool isContinuation(char character)
{
    return (static_cast<unsigned char>(character) & 0xc0) == 0x80;
}

} // namespace

FlowWords flowWords(const PacketRow &packet, FlowKind kind, FlowAddresses addresses)
{
    const Perspective perspective = perspectiveOf(addresses);
    const std::string info = columnOf(Column::Info, packet, perspective), protocol = columnOf(Column::Protocol, packet, perspective);
    const bool isTcpAlone = kind == FlowKind::Tcp || protocol == "TCP";
    return {timeOf(packet), isTcpAlone ? tcpLabel(packet, perspective) : info, protocol + ": " + info};
}

std::string shortened(const std::string &text, std::size_t most)
{
    std::size_t count = 0;
    for (std::size_t i = 0; i < text.size(); ++i)
        if (!isContinuation(text[i]) && count++ == most)
            return text.substr(0, i);
    return text;
}

std::size_t charactersIn(const std::string &text)
{
    std::size_t count = 0;
    for (const char character : text)
        count += !isContinuation(character);
    return count;
}

} // namespace vethscope
