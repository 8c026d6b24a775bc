#include "core/dissect/details.h"
#include "core/dissect/layerview.h"
#include "core/protocols/field_cursor.h"
#include "core/protocols/protocols.h"

// WireGuard carries IP packets, encrypted, in UDP; Calico and Cilium can join nodes by it. Its numbers are
// little-endian. WireGuard's protocol page, https://www.wireguard.com/protocol/.

namespace vethscope {
namespace {

constexpr std::size_t headerSize = 4;
constexpr std::size_t tag = 16; // what authenticated encryption adds
constexpr std::size_t initiationSize = 148;
constexpr std::size_t responseSize = 92;
constexpr std::size_t cookieSize = 64;
constexpr std::size_t transportHeader = 16;
constexpr std::size_t keepAliveSize = transportHeader + tag;

enum Type : std::uint8_t { Initiation = 1, Response = 2, CookieReply = 3, Transport = 4 };

constexpr auto types = std::to_array<ValueName>({
    {1, "Handshake Initiation"}, {2, "Handshake Response"}, {3, "Cookie Reply"}, {4, "Transport Data"},
});

constexpr auto fields = std::to_array<Field>({
    {"type",     "Type",     bits(0, 8),  Show::Decimal, types},
    {"reserved", "Reserved", bits(8, 24), Show::Raw},
});
static_assert(tiles(fields, headerSize));

constexpr auto varyingFields = std::to_array<Field>({
    varying("sender",              "Sender",              Show::Hexadecimal),
    varying("receiver",            "Receiver",            Show::Hexadecimal),
    varying("ephemeral",           "Ephemeral",           Show::Text),
    varying("encrypted_static",    "Encrypted Static",    Show::Nothing),
    varying("encrypted_timestamp", "Encrypted Timestamp", Show::Nothing),
    varying("encrypted_empty",     "Encrypted Empty",     Show::Nothing),
    varying("mac1",                "mac1",                Show::Raw),
    varying("mac2",                "mac2",                Show::Raw),
    varying("nonce",               "Nonce",               Show::Raw),
    varying("encrypted_cookie",    "Encrypted Cookie",    Show::Raw),
    varying("counter",             "Counter",             Show::Decimal),
    varying("encrypted_packet",    "Encrypted Packet",    Show::Nothing),
    varying("keepalive",           "This is a Keepalive message", Show::Nothing),
});

constexpr auto claims = std::to_array<Claim>({{Claim::UdpPort, 51820}, {Claim::UdpContent, 0}});

// Every message begins with its type and three zero bytes, and only transport data varies in length.
bool recognises(Bytes bytes)
{
    if (bytes.size() < headerSize || (read32(bytes, 0) & 0xffffff) != 0)
        return false;
    switch (byteAt(bytes, 0)) {
    case Initiation: return bytes.size() == initiationSize;
    case Response: return bytes.size() == responseSize;
    case CookieReply: return bytes.size() == cookieSize;
    case Transport: return bytes.size() >= keepAliveSize && bytes.size() % 16 == 0;
    default: return false;
    }
}

bool accepts(Bytes bytes)
{
    return bytes.size() >= headerSize && byteAt(bytes, 0) >= Initiation && byteAt(bytes, 0) <= Transport
        && (read32(bytes, 0) & 0xffffff) == 0;
}

// Transport data is a tunnel into which nobody without the keys can look.
Dissected dissect(Bytes bytes)
{
    const bool transports = byteAt(bytes, 0) == Transport;
    if (transports && bytes.size() < transportHeader)
        return std::unexpected(Damage::tooShort(transportHeader, bytes.size()));
    return Step{.size = transports ? transportHeader : bytes.size(),
                .boundary = transports ? Boundary::Tunnel : Boundary::Open,
                .carries = false};
}

void addLittleEndian(FieldCursor &cursor, const Field &field, std::size_t size)
{
    if (cursor.left() < size)
        return cursor.skip(size);
    std::uint64_t number = 0;
    for (std::size_t i = size; i-- > 0;)
        number = number << 8 | byteAt(cursor.bytes(), cursor.at() + i);
    cursor.details().add(field, octets(cursor.at(), size), number);
    cursor.skip(size);
}

// Keys are written as WireGuard's own tools write them.
void addKey(FieldCursor &cursor)
{
    constexpr std::size_t keySize = 32;
    constexpr std::string_view alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    if (cursor.left() < keySize)
        return cursor.skip(keySize);
    TextBuffer text;
    for (std::size_t i = 0; i < keySize; i += 3) {
        const std::size_t count = std::min<std::size_t>(3, keySize - i);
        const std::uint64_t group = readUnsigned(cursor.bytes(), cursor.at() + i, count) << (3 - count) * 8;
        for (std::size_t digit = 0; digit < 4; ++digit)
            text.push_back(digit <= count ? alphabet[group >> (18 - digit * 6) & 63] : '=');
    }
    cursor.details().add(named(varyingFields, "ephemeral"), octets(cursor.at(), keySize), cursor.details().keep(viewOf(text)));
    cursor.skip(keySize);
}

void details(const LayerView &view, Details &details)
{
    const Bytes message = view.header();
    FieldCursor cursor(details, message, headerSize, message.size());
    switch (byteAt(message, 0)) {
    case Initiation:
        addLittleEndian(cursor, named(varyingFields, "sender"), 4);
        addKey(cursor);
        cursor.add(named(varyingFields, "encrypted_static"), 32 + tag);
        cursor.add(named(varyingFields, "encrypted_timestamp"), 12 + tag);
        break;
    case Response:
        addLittleEndian(cursor, named(varyingFields, "sender"), 4);
        addLittleEndian(cursor, named(varyingFields, "receiver"), 4);
        addKey(cursor);
        cursor.add(named(varyingFields, "encrypted_empty"), tag);
        break;
    case CookieReply:
        addLittleEndian(cursor, named(varyingFields, "receiver"), 4);
        cursor.add(named(varyingFields, "nonce"), 24);
        cursor.add(named(varyingFields, "encrypted_cookie"), 16 + tag);
        return;
    default:
        addLittleEndian(cursor, named(varyingFields, "receiver"), 4);
        addLittleEndian(cursor, named(varyingFields, "counter"), 8);
        if (message.size() < transportHeader) // cut short
            return;
        details.add(named(varyingFields, "encrypted_packet"), octets(transportHeader, view.payload().size()), std::uint64_t{0});
        details.items.back().label = details.format("Encrypted Packet, {} bytes", view.payloadLength());
        if (view.payloadLength() == tag)
            details.generate(named(varyingFields, "keepalive"), 0);
        return;
    }
    cursor.add(named(varyingFields, "mac1"), 16);
    cursor.add(named(varyingFields, "mac2"), 16);
}

void info(const LayerView &view, TextBuffer &out)
{
    const std::string_view name = nameOf(types, view.number(named(fields, "type")));
    print(out, view.payloadLength() == tag ? std::string_view("Keepalive") : name);
    Details details;
    vethscope::details(view, details);
    for (const Item &item : details.items) {
        if (item.field == &named(varyingFields, "sender") || item.field == &named(varyingFields, "receiver"))
            print(out, ", {}=0x{:08X}", item.field->name, item.value.number);
        else if (item.field == &named(varyingFields, "counter"))
            print(out, ", counter={}", item.value.number);
    }
}

} // namespace

constinit const Protocol protocols::wireguard{
    .name = "wg",
    .title = "WireGuard Protocol",
    .shortTitle = "WireGuard",
    .reference = "wireguard.com/protocol",
    .headerSize = headerSize,
    .fields = fields,
    .varying = varyingFields,
    .claims = claims,
    .dissect = dissect,
    .accepts = accepts,
    .recognises = recognises,
    .details = details,
    .info = info,
    .tunnel = "wireguard",
};

} // namespace vethscope
