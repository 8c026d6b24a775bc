#include "core/dissect/details.h"
#include "core/dissect/layerview.h"
#include "core/protocols/field_cursor.h"
#include "core/protocols/protocols.h"

#include <array>

// QUIC: streams over UDP, of which only the headers are legible, and of those only the long ones by themselves.
// RFC 9000, section 17; version 2 RFC 9369.

namespace vethscope {
namespace {

constexpr std::size_t longestConnectionId = 20;
constexpr std::uint32_t version2 = 0x6b3343cf;

enum Type : std::uint8_t { Initial, ZeroRtt, Handshake, Retry };

constexpr auto forms = std::to_array<ValueName>({{0, "Short Header"}, {1, "Long Header"}});
constexpr auto types = std::to_array<ValueName>({{0, "Initial"}, {1, "0-RTT"}, {2, "Handshake"}, {3, "Retry"}});
constexpr auto types2 = std::to_array<ValueName>({{1, "Initial"}, {2, "0-RTT"}, {3, "Handshake"}, {0, "Retry"}});
constexpr auto versions = std::to_array<ValueName>({
    {0, "Version Negotiation"}, {1, "1"}, {version2, "2"}, {0xff00001d, "draft-29"}, {0xff000020, "draft-32"},
    {0xff000022, "draft-34"}, {0xfaceb002, "Facebook mvfst (draft-27)"}, {0x51303530, "Google Q050"}, {0x54303530, "Google T050"},
    {0x54303531, "Google T051"},
});

constexpr auto fields = std::to_array<Field>({
    varying("packet_length",       "Packet Length",                    Show::Decimal),
    varying("header_form",         "Header Form",                      Show::Decimal, forms),
    varying("fixed_bit",           "Fixed Bit",                        Show::Flag),
    varying("spin_bit",            "Spin Bit",                         Show::Flag),
    varying("long.packet_type",    "Packet Type",                      Show::Decimal, types),
    varying("long.packet_type_v2", "Packet Type",                      Show::Decimal, types2),
    varying("vn.unused",           "Unused",                           Show::Hexadecimal),
    varying("version",             "Version",                          Show::Hexadecimal, versions),
    varying("dcil",                "Destination Connection ID Length", Show::Decimal),
    varying("dcid",                "Destination Connection ID",        Show::Raw),
    varying("scil",                "Source Connection ID Length",      Show::Decimal),
    varying("scid",                "Source Connection ID",             Show::Raw),
    varying("supported_version",   "Supported Version",                Show::Hexadecimal, versions),
    varying("token_length",        "Token Length",                     Show::Decimal),
    varying("token",               "Token",                            Show::Raw),
    varying("length",              "Length",                           Show::Decimal),
    varying("retry_token",         "Retry Token",                      Show::Raw),
    varying("retry_integrity_tag", "Retry Integrity Tag",              Show::Raw),
    varying("remaining_payload",   "Remaining Payload",                Show::Raw),
    varying("coalesced_padding_data", "Coalesced Padding Data",        Show::Raw),
});

constexpr auto claims = std::to_array<Claim>({{Claim::UdpPort, 443}, {Claim::UdpContent, 0}});

bool isKnownVersion(std::uint32_t version)
{
    return version <= 1 || version == version2 || (version >= 0xff000001 && version <= 0xff000022)
        || (version & 0xfffffff0) == 0xfaceb000 || (version & 0x0f0f0f0f) == 0x0a0a0a0a // RFC 9000, section 15
        || version == 0x51303530 || version == 0x54303530 || version == 0x54303531;
}

// A long header of a version that is known, and lengths that fit.
bool recognises(Bytes bytes)
{
    if (bytes.size() < 7 || (byteAt(bytes, 0) & 0x80) == 0 || !isKnownVersion(read32(bytes, 1)))
        return false;
    const bool negotiates = read32(bytes, 1) == 0;
    if (!negotiates && (byteAt(bytes, 0) & 0x40) == 0)
        return false;
    const std::size_t destination = byteAt(bytes, 5);
    if (destination > longestConnectionId || 7 + destination > bytes.size())
        return false;
    const std::size_t source = byteAt(bytes, 6 + destination);
    const std::size_t header = 7 + destination + source;
    if (source > longestConnectionId || header > bytes.size())
        return false;
    return !negotiates || (destination + source > 0 && bytes.size() > header && (bytes.size() - header) % 4 == 0);
}

// Behind the port of HTTP/3 a short header is likely: RFC 9000, section 17.3.1, with room for a sealed packet.
bool accepts(Bytes bytes)
{
    constexpr std::size_t shortest = 21;
    return recognises(bytes) || (bytes.size() >= shortest && (byteAt(bytes, 0) & 0xc0) == 0x40);
}

Dissected dissect(Bytes bytes)
{
    return Step{.size = bytes.size(), .carries = false};
}

// RFC 9000, section 16: the first two bits tell how many bytes the number has.
std::uint64_t addVariable(FieldCursor &cursor, const Field &field)
{
    const std::size_t size = std::size_t{1} << (cursor.peek(1) >> 6);
    if (size > cursor.left()) {
        cursor.skip(size);
        return 0;
    }
    const std::uint64_t value = cursor.peek(size) & ~std::uint64_t{0} >> (66 - size * 8);
    cursor.details().add(field, octets(cursor.at(), size), value);
    cursor.skip(size);
    return value;
}

// One byte as `field`, shifted down to its bits.
void addBits(FieldCursor &cursor, const Field &field, std::size_t first, std::size_t count)
{
    if (cursor)
        cursor.details().add(field, cursor.bytes(), bits(cursor.at() * 8 + first, count));
}

void addConnectionIds(FieldCursor &packet)
{
    std::size_t size = packet.number(named(fields, "dcil"), 1);
    if (size > 0)
        packet.add(named(fields, "dcid"), size);
    size = packet.number(named(fields, "scil"), 1);
    if (size > 0)
        packet.add(named(fields, "scid"), size);
}

// The type's number, as version 1 has it.
Type typeOf(Bytes packet)
{
    const unsigned type = byteAt(packet, 0) >> 4 & 3u;
    return static_cast<Type>(read32(packet, 1) == version2 ? (type + 3) % 4 : type);
}

void addVersionNegotiation(FieldCursor packet)
{
    packet.details().generate(named(fields, "packet_length"), packet.left());
    addBits(packet, named(fields, "header_form"), 0, 1);
    addBits(packet, named(fields, "vn.unused"), 1, 7);
    packet.skip(1);
    packet.add(named(fields, "version"), 4);
    addConnectionIds(packet);
    while (packet)
        packet.add(named(fields, "supported_version"), 4);
}

// Adds a packet and tells where it ends; its length stands behind its connection IDs.
std::size_t addLong(FieldCursor datagram)
{
    constexpr std::size_t integrityTag = 16;
    Details &details = datagram.details();
    FieldCursor packet = datagram;
    const std::size_t start = packet.at();
    const Bytes bytes = packet.bytes();
    const std::uint64_t version = readUnsigned(bytes, start + 1, 4);
    const Type type = typeOf(bytes.subspan(start));
    details.text(details.format("QUIC {} packet", nameOf(types, type)), octets(start, datagram.left()));
    const auto below = details.below();
    addBits(packet, named(fields, "header_form"), 0, 1);
    if (type != Retry)
        addBits(packet, named(fields, "fixed_bit"), 1, 1);
    addBits(packet, version == version2 ? named(fields, "long.packet_type_v2") : named(fields, "long.packet_type"), 2, 2);
    packet.skip(1);
    packet.add(named(fields, "version"), 4);
    addConnectionIds(packet);
    if (type == Retry) {
        if (packet.left() > integrityTag)
            packet.add(named(fields, "retry_token"), packet.left() - integrityTag);
        packet.add(named(fields, "retry_integrity_tag"), integrityTag);
        details.generate(named(fields, "packet_length"), datagram.left());
        return datagram.end();
    }
    if (type == Initial) {
        const std::uint64_t token = addVariable(packet, named(fields, "token_length"));
        if (token > 0)
            packet.add(named(fields, "token"), token);
    }
    const std::uint64_t length = addVariable(packet, named(fields, "length"));
    if (length > packet.left())
        details.note(Severity::Warning, Sentence::of("length field says {} bytes, but only {} are left in the datagram", length, packet.left()));
    FieldCursor payload = packet.within(length);
    // What keys made of the connection ID would open is not the remaining payload yet.
    if (type != Initial)
        payload.rest(named(fields, "remaining_payload"));
    else if (payload)
        details.text(details.format("Protected payload, {} bytes", payload.left()), octets(payload.at(), payload.left()));
    details.generate(named(fields, "packet_length"), packet.at() - start);
    return packet.at();
}

// How long the connection ID is, the two ends have agreed on before.
void addShort(FieldCursor packet)
{
    Details &details = packet.details();
    details.text("QUIC short header packet", octets(packet.at(), packet.left()));
    const auto below = details.below();
    details.generate(named(fields, "packet_length"), packet.left());
    addBits(packet, named(fields, "header_form"), 0, 1);
    addBits(packet, named(fields, "fixed_bit"), 1, 1);
    addBits(packet, named(fields, "spin_bit"), 2, 1);
    packet.skip(1);
    packet.rest(named(fields, "remaining_payload"));
}

void details(const LayerView &view, Details &details)
{
    const Bytes bytes = view.header();
    for (FieldCursor datagram(details, bytes, 0, bytes.size()); datagram;) {
        const Bytes rest = bytes.subspan(datagram.at());
        if (recognises(rest) && read32(rest, 1) == 0)
            return addVersionNegotiation(datagram);
        if (recognises(rest)) {
            datagram.skip(addLong(datagram) - datagram.at());
            continue;
        }
        const bool padding = std::ranges::all_of(rest, [](std::byte byte) { return byte == std::byte{0}; });
        return padding ? datagram.rest(named(fields, "coalesced_padding_data")) : addShort(datagram);
    }
}

void info(const LayerView &view, TextBuffer &out)
{
    const Bytes bytes = view.header();
    if (!recognises(bytes)) {
        print(out, "Protected Payload (KP0)");
        return;
    }
    print(out, read32(bytes, 1) == 0 ? std::string_view("Version Negotiation") : nameOf(types, typeOf(bytes)));
    print(out, ", DCID=");
    for (std::byte byte : bytes.subspan(6, byteAt(bytes, 5)))
        print(out, "{:02x}", std::to_integer<unsigned>(byte));
}

} // namespace

constinit const Protocol protocols::quic{
    .name = "quic",
    .title = "QUIC IETF",
    .shortTitle = "QUIC",
    .reference = "RFC 9000",
    .headerSize = 1,
    .varying = fields,
    .claims = claims,
    .dissect = dissect,
    .accepts = accepts,
    .recognises = recognises,
    .details = details,
    .info = info,
};

} // namespace vethscope
