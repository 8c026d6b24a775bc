#pragma once

#include "core/capture/packetstore.h"
#include "core/dissect/dissector.h"

namespace vethscope {

/// Through whose eyes the list looks: the innermost packet as Wireshark shows it, only what the nodes'
/// network sees, or only what the pods see. A packet without a tunnel looks the same in all three.
enum class Perspective : std::uint8_t { Both, Underlay, Overlay };

/// One row of the packet list while it is looked at: the frame, its headers, its place in time.
struct PacketRow {
    Frame frame;
    Dissection packet;
    std::int64_t firstTime = 0; // nanoseconds since 1970, of the capture's first packet
    std::int64_t timeBefore = 0; // the same, of the packet before it: in the file, until somebody knows which is shown before it

    PacketRow() = default;
    PacketRow(const PacketStore &store, const Dissector &dissector, std::size_t row);

    /// Dissects another row into the same memory: for walks over many packets.
    void load(const PacketStore &store, const Dissector &dissector, std::size_t row);
};

/// What the list can say of a packet. `Layers` is painted, not written; its text names the headers. `Underlay` and `Overlay` are the addresses of both
/// ends in the outermost headers and in the innermost ones behind a tunnel, whatever the perspective; `Field` is what an expression says (FieldColumn); `ClassicInfo` is Info
/// as Wireshark has it, without what we say beyond it.
enum class Column : std::uint8_t { Number, Time, Point, Layers, Source, Destination, Protocol, Length, Info, Delta, Underlay, Overlay, Tunnel, Field, ClassicInfo };

/// Whether it is one of the two that say what a packet is about.
constexpr bool isInfo(Column column)
{
    return column == Column::Info || column == Column::ClassicInfo;
}

/// An address that a column shows: whose field it is.
struct ShownAddress {
    std::size_t layer; // place in the dissection
    const Field *field;
};
/// What Source and Destination show; nothing for other columns and for packets without addresses.
std::optional<ShownAddress> shownAddress(Column column, const Dissection &packet, Perspective perspective);

/// Appends a column's text: addresses as they stand in the headers, seconds since the first packet, bytes on the wire. In Info, `ports` names those of
/// TCP and UDP; null: numbers.
void printColumn(Column column, const PacketRow &row, Perspective perspective, TextBuffer &out, const PortNaming *ports = nullptr);

/// The layer that a perspective takes its Protocol and Info from, or null when nothing was decoded.
const Layer *speakingLayer(const Dissection &packet, Perspective perspective);

/// The scope whose addresses a perspective shows, and how many tunnels are around them.
struct AddressScope {
    Scope scope = Scope::Native;
    std::uint8_t depth = 0;
};
AddressScope addressScope(const Dissection &packet, Perspective perspective);

} // namespace vethscope
