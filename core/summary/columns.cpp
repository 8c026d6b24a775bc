#include "core/summary/columns.h"

#include "core/dissect/format.h"
#include "core/dissect/ignored.h"
#include "core/dissect/layerview.h"
#include "core/protocols/layer_facts.h"

#include <algorithm>
#include <cstdlib>

namespace vethscope {
namespace {

bool inView(const Dissection &packet, const Layer &layer, Perspective perspective)
{
    return !layer.quoted && (perspective != Perspective::Underlay || packet.depth() == 0 || layer.depth == 0);
}

void printAddress(Column column, const PacketRow &row, Perspective perspective, TextBuffer &out)
{
    if (const auto shown = shownAddress(column, row.packet, perspective)) {
        const LayerView view(row.frame, row.packet, shown->layer);
        printForScripts(out, *shown->field, shown->field->place, readValue(*shown->field, view.header(), shown->field->place));
    }
}

void printSeconds(const PacketRow &row, std::int64_t since, TextBuffer &out)
{
    if (!row.frame.timed)
        return;
    constexpr std::int64_t microsecond = 1000;
    constexpr std::uint64_t second = 1'000'000;
    const std::int64_t elapsed = (row.frame.time - since) / microsecond;
    if (elapsed < 0)
        out.push_back('-');
    const auto magnitude = static_cast<std::uint64_t>(std::abs(elapsed));
    printNumber(out, magnitude / second);
    out.push_back('.');
    printDigits(out, magnitude % second, 6);
}

void printPoint(const Frame &frame, TextBuffer &out)
{
    print(out, frame.pointNode);
    if (!frame.pointNode.empty() && !frame.pointInterface.empty())
        out.push_back(' ');
    print(out, frame.pointInterface);
}

void printEnds(const PacketRow &row, Perspective perspective, TextBuffer &out)
{
    printAddress(Column::Source, row, perspective, out);
    if (!shownAddress(Column::Destination, row.packet, perspective))
        return;
    print(out, " → ");
    printAddress(Column::Destination, row, perspective, out);
}

// Outermost first, each with what tells it from others of its kind: `VXLAN 1`.
void printTunnels(const PacketRow &row, TextBuffer &out)
{
    for (std::size_t i = 0; i < row.packet.size(); ++i) {
        const Layer &layer = row.packet[i];
        if (!layer.tunnel || layer.quoted)
            continue;
        if (out.size() > 0)
            print(out, ", ");
        print(out, layer.protocol->shortTitle);
        if (const Field *number = layer.protocol->identifier) {
            const LayerView view(row.frame, row.packet, i);
            out.push_back(' ');
            printForScripts(out, *number, number->place, readValue(*number, view.header(), number->place));
        }
    }
}

void printLayers(const Dissection &packet, TextBuffer &out)
{
    for (const Layer &layer : packet.layers()) {
        if (out.size() > 0)
            out.push_back(' ');
        print(out, layer.protocol->shortTitle);
    }
}

void printLength(const PacketRow &row, Perspective perspective, TextBuffer &out)
{
    std::uint32_t begin = 0;
    if (perspective == Perspective::Overlay && row.packet.depth() > 0)
        for (const Layer &layer : row.packet.layers())
            if (layer.tunnel)
                begin = layer.offset + layer.size;
    printNumber(out, row.frame.originalLength - std::min(begin, row.frame.originalLength));
}

void printProtocol(const PacketRow &row, Perspective perspective, TextBuffer &out)
{
    if (const Layer *layer = speakingLayer(row.packet, perspective))
        print(out, layer->protocol->shortTitle);
    else if (row.packet.stop())
        print(out, row.packet.stop()->protocol->shortTitle);
}

// One segment may hold several messages of a protocol, one behind the other.
std::size_t firstMessage(const Dissection &packet, std::size_t last)
{
    const auto isOneMore = [&](const Layer &layer) { return layer.protocol == packet[last].protocol && layer.depth == packet[last].depth && layer.quoted == packet[last].quoted; };
    while (last > 0 && packet[last].protocol->info && isOneMore(packet[last - 1]))
        --last;
    return last;
}

void printInfo(const Frame &frame, const Dissection &packet, Perspective perspective, bool classic, TextBuffer &out)
{
    if (isIgnored(frame))
        return print(out, "<Ignored>");
    const LayerFacts::OfOnePacket once;
    for (std::size_t i = 0; frame.facts && i < packet.size(); ++i)
        if (packet[i].protocol->remark && inView(packet, packet[i], perspective))
            packet[i].protocol->remark({frame, packet, i}, out);
    if (const Layer *layer = speakingLayer(packet, perspective)) {
        const Protocol &protocol = *layer->protocol;
        const auto write = protocol.info ? protocol.info : protocol.summary;
        const auto last = static_cast<std::size_t>(layer - packet.layers().data());
        for (std::size_t i = firstMessage(packet, last); write && i <= last; ++i) {
            const LayerView view(frame, packet, i);
            write(view, out);
            if (protocol.gist && !classic)
                protocol.gist(view, out);
            if (i < last)
                print(out, ", ");
        }
    }
    if (const auto &stop = packet.stop()) {
        print(out, out.size() > 0 ? " [" : "[");
        print(out, stop->protocol->shortTitle);
        print(out, stop->cutByCapture ? ": cut by the capture]" : ": malformed]");
    }
}

void printInfo(const PacketRow &row, Perspective perspective, bool classic, const PortNaming *ports, TextBuffer &out)
{
    if (!ports)
        return printInfo(row.frame, row.packet, perspective, classic, out);
    Frame named = row.frame;
    named.ports = ports;
    printInfo(named, row.packet, perspective, classic, out);
}

} // namespace

PacketRow::PacketRow(const PacketStore &store, const Dissector &dissector, std::size_t row)
{
    load(store, dissector, row);
}

void PacketRow::load(const PacketStore &store, const Dissector &dissector, std::size_t row)
{
    frame = store.frame(row);
    dissector.dissect(frame, packet);
    firstTime = store.time(0);
    timeBefore = store.time(row > 0 ? row - 1 : 0);
}

const Layer *speakingLayer(const Dissection &packet, Perspective perspective)
{
    const Layer *silent = nullptr;
    for (std::size_t i = packet.size(); i-- > 0;) {
        const Layer &layer = packet[i];
        if (!inView(packet, layer, perspective))
            continue;
        if (layer.protocol->info)
            return &layer;
        // Data speaks only when nothing else does.
        if (!silent || layer.protocol->source)
            silent = &layer;
    }
    return silent;
}

AddressScope addressScope(const Dissection &packet, Perspective perspective)
{
    if (packet.depth() == 0)
        return {Scope::Native, 0};
    if (perspective == Perspective::Underlay)
        return {Scope::Underlay, 0};
    return {Scope::Overlay, static_cast<std::uint8_t>(packet.depth())};
}

// The inner addresses win, as in Wireshark; ARP has none of its own, so its frame's MACs stand.
std::optional<ShownAddress> shownAddress(Column column, const Dissection &packet, Perspective perspective)
{
    if (column != Column::Source && column != Column::Destination)
        return std::nullopt;
    for (std::size_t i = packet.size(); i-- > 0;) {
        const Protocol &protocol = *packet[i].protocol;
        const Field *field = column == Column::Source ? protocol.source : protocol.destination;
        if (field && inView(packet, packet[i], perspective))
            return ShownAddress{i, field};
    }
    return std::nullopt;
}

void printColumn(Column column, const PacketRow &row, Perspective perspective, TextBuffer &out, const PortNaming *ports)
{
    switch (column) {
    case Column::Number: printNumber(out, row.frame.number); break;
    case Column::Time: printSeconds(row, row.firstTime, out); break;
    case Column::Delta: printSeconds(row, row.timeBefore, out); break;
    case Column::Point: printPoint(row.frame, out); break;
    case Column::Layers: printLayers(row.packet, out); break;
    case Column::Source:
    case Column::Destination: printAddress(column, row, perspective, out); break;
    case Column::Underlay:
        if (row.packet.depth() > 0)
            printEnds(row, Perspective::Underlay, out);
        break;
    case Column::Overlay:
        if (row.packet.depth() > 0)
            printEnds(row, Perspective::Overlay, out);
        break;
    case Column::Tunnel: printTunnels(row, out); break;
    case Column::Protocol: printProtocol(row, perspective, out); break;
    case Column::Length: printLength(row, perspective, out); break;
    case Column::Info:
    case Column::ClassicInfo: printInfo(row, perspective, column == Column::ClassicInfo, ports, out); break;
    case Column::Field: break; // its text is made by a FieldColumn
    }
}

} // namespace vethscope
