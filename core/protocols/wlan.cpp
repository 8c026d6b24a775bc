#include "core/dissect/details.h"
#include "core/dissect/layerview.h"
#include "core/protocols/protocols.h"

#include <algorithm>

// A wireless frame as an access point hands it to its controller. Aruba puts it into GRE,
// which names it; what is encrypted stays so. IEEE 802.11, clause 9.2; numbers of several bytes have their lowest byte first.

namespace vethscope {
namespace {

constexpr std::size_t headerSize = 10; // frame control, duration, the receiver's address
constexpr std::size_t addressSize = 6;
constexpr std::size_t longVectorSize = 8; // of CCMP and TKIP
constexpr std::size_t wepVectorSize = 4;
constexpr std::size_t wepCheckSize = 4;

enum Type : std::uint8_t { Management, Control, Data };

constexpr auto types = std::to_array<ValueName>({{Management, "Management frame"}, {Control, "Control frame"}, {Data, "Data frame"}, {3, "Extension frame"}});

constexpr auto fields = std::to_array<Field>({
    group("fc",      "Frame Control Field", bits(0, 16)),
    {"fc.subtype",   "Subtype",         bits(0, 4),  Show::Decimal},
    {"fc.type",      "Type",            bits(4, 2),  Show::Decimal, types},
    {"fc.version",   "Version",         bits(6, 2),  Show::Decimal},
    group("flags",   "Flags",           bits(8, 8)),
    {"fc.order",     "+HTC/Order flag", bits(8, 1),  Show::Flag},
    {"fc.protected", "Protected flag",  bits(9, 1),  Show::Flag},
    {"fc.moredata",  "More Data",       bits(10, 1), Show::Flag},
    {"fc.pwrmgt",    "PWR MGT",         bits(11, 1), Show::Flag},
    {"fc.retry",     "Retry",           bits(12, 1), Show::Flag},
    {"fc.frag",      "More Fragments",  bits(13, 1), Show::Flag},
    {"fc.fromds",    "From DS",         bits(14, 1), Show::Flag},
    {"fc.tods",      "To DS",           bits(15, 1), Show::Flag},
    {"", "Duration, as it stands",      bits(16, 16), Show::Raw},
    {"ra", "Receiver address",          bits(32, 48), Show::Mac},
});
static_assert(tiles(fields, headerSize));

constexpr auto subtypes = std::to_array<ValueName>({
    {0x00, "Association Request"}, {0x01, "Association Response"}, {0x04, "Probe Request"}, {0x05, "Probe Response"}, {0x08, "Beacon frame"},
    {0x0a, "Disassociate"}, {0x0b, "Authentication"}, {0x0c, "Deauthentication"}, {0x0d, "Action"}, {0x18, "802.11 Block Ack Req"},
    {0x19, "802.11 Block Ack"}, {0x1a, "Power-Save poll"}, {0x1b, "Request-to-send"}, {0x1c, "Clear-to-send"}, {0x1d, "Acknowledgement"},
    {0x20, "Data"}, {0x24, "Null function (No data)"}, {0x28, "QoS Data"}, {0x2c, "QoS Null function (No data)"},
});

constexpr auto varyingFields = std::to_array<Field>({
    wide(4, varying("fc.type_subtype", "Type/Subtype",        Show::Hexadecimal, subtypes)),
    wide(2, varying("fc.ds",           "DS status",           Show::Hexadecimal)),
    varying("duration",                "Duration",            Show::Decimal),
    varying("ta",                      "Transmitter address", Show::Mac),
    varying("da",                      "Destination address", Show::Mac),
    varying("sa",                      "Source address",      Show::Mac),
    varying("bssid",                   "BSS Id",              Show::Mac),
    varying("staa",                    "STA address",         Show::Mac),
    varying("frag",                    "Fragment number",     Show::Decimal),
    varying("seq",                     "Sequence number",     Show::Decimal),
    wide(4, varying("qos",             "Qos Control",         Show::Hexadecimal)),
    varying("qos.tid",                 "TID",                 Show::Decimal),
    varying("wep.iv",                  "Initialization Vector", Show::Hexadecimal),
    varying("ccmp.extiv",              "CCMP Ext. Initialization Vector", Show::Text),
    varying("tkip.extiv",              "TKIP Ext. Initialization Vector", Show::Text),
    varying("wep.key",                 "Key Index",           Show::Decimal),
});

std::uint16_t little16(Bytes bytes, std::size_t at)
{
    return static_cast<std::uint16_t>(byteAt(bytes, at) | byteAt(bytes, at + 1) << 8);
}

/// What the two bytes of frame control say of the rest.
struct Shape {
    explicit Shape(Bytes bytes) : first(byteAt(bytes, 0)), flags(byteAt(bytes, 1)) { }

    std::uint8_t first;
    std::uint8_t flags;

    unsigned type() const { return first >> 2 & 3u; }
    unsigned subtype() const { return first >> 4; }
    bool toDistribution() const { return flags & 1; }
    bool fromDistribution() const { return flags & 2; }
    bool isProtected() const { return flags & 0x40; }
    bool isQos() const { return type() == Data && subtype() & 8; }
    bool hasNoData() const { return type() == Data && subtype() & 4; }
    bool hasFourAddresses() const { return type() == Data && toDistribution() && fromDistribution(); }
    bool hasSequence() const { return type() == Data || type() == Management; }
    bool hasTransmitter() const { return hasSequence() || (type() == Control && subtype() != 0xc && subtype() != 0xd); }
    bool isPoll() const { return type() == Control && subtype() == 0xa; }
    bool hasHighThroughput() const { return (isQos() || type() == Management) && flags & 0x80; }

    std::size_t transmitterAt() const { return headerSize; }
    std::size_t thirdAt() const { return transmitterAt() + addressSize; }
    std::size_t sequenceAt() const { return thirdAt() + addressSize; }
    std::size_t fourthAt() const { return sequenceAt() + 2; }
    std::size_t qosAt() const { return fourthAt() + (hasFourAddresses() ? addressSize : 0); }
    std::size_t cipherAt() const { return qosAt() + (isQos() ? 2 : 0) + (hasHighThroughput() ? 4 : 0); }
    std::size_t clearSize() const { return hasSequence() ? cipherAt() : hasTransmitter() ? thirdAt() : headerSize; }
};

// Of the ciphers, WEP alone does not set this bit of the byte with the key's number.
bool hasLongVector(Bytes bytes, std::size_t at)
{
    constexpr std::uint8_t extended = 0x20;
    return (byteAt(bytes, at + 3) & extended) != 0;
}

bool isAggregate(Bytes bytes, const Shape &shape)
{
    return shape.isQos() && byteAt(bytes, shape.qosAt()) & 0x80;
}

Dissected dissect(Bytes bytes)
{
    const Shape shape(bytes);
    std::size_t size = shape.clearSize();
    if (bytes.size() < size)
        return std::unexpected(Damage::tooShort(size, bytes.size()));
    const bool isEncrypted = shape.isProtected() && shape.hasSequence();
    if (isEncrypted && bytes.size() < size + wepVectorSize)
        return std::unexpected(Damage::tooShort(size + wepVectorSize, bytes.size()));
    const bool isWep = isEncrypted && !hasLongVector(bytes, size);
    if (isEncrypted)
        size += isWep ? wepVectorSize : longVectorSize;
    if (bytes.size() < size)
        return std::unexpected(Damage::tooShort(size, bytes.size()));
    const bool carriesPacket = shape.type() == Data && !shape.hasNoData();
    const bool later = shape.hasSequence() && (byteAt(bytes, shape.sequenceAt()) & 0xf) != 0;
    const bool readable = carriesPacket && !isEncrypted && !isAggregate(bytes, shape) && !later;
    return Step{.size = size,
                .next = readable ? &protocols::llc : nullptr,
                .trailer = isWep ? wepCheckSize : 0,
                .carries = carriesPacket || isEncrypted};
}

// Which address is whose depends on the way through the distribution system (IEEE 802.11, table 9-60).
void addAddresses(Details &details, Bytes header, const Shape &shape)
{
    const std::size_t first = 4, second = shape.transmitterAt(), third = shape.thirdAt();
    const auto add = [&](const Field &field, std::size_t at) { details.add(field, header, octets(at, addressSize)); };
    if (shape.hasTransmitter())
        add(named(varyingFields, "ta"), second);
    if (!shape.hasSequence())
        return;
    const bool to = shape.toDistribution(), from = shape.fromDistribution();
    add(named(varyingFields, "da"), to ? third : first);
    add(named(varyingFields, "sa"), to && from ? shape.fourthAt() : from ? third : second);
    if (to && from)
        return;
    add(named(varyingFields, "bssid"), to ? first : from ? second : third);
    if (shape.type() == Data && (to || from))
        add(named(varyingFields, "staa"), from ? first : second);
}

void addVector(Details &details, Bytes header, std::size_t at)
{
    const auto byte = [&](std::size_t i) { return unsigned{byteAt(header, at + i)}; };
    const auto key = [&] { details.add(named(varyingFields, "wep.key"), octets(at + 3, 1), byte(3) >> 6); };
    if (!hasLongVector(header, at)) {
        details.add(named(varyingFields, "wep.iv"), header, octets(at, 3));
        return key();
    }
    // TKIP's second byte is made from its first so that WEP's weak keys cannot come up (IEEE 802.11, clause 12.5.2).
    const bool isTkip = byte(1) == ((byte(0) | 0x20) & 0x7f);
    const Field &field = isTkip ? named(varyingFields, "tkip.extiv") : named(varyingFields, "ccmp.extiv");
    const unsigned fifth = isTkip ? byte(0) : byte(1), sixth = isTkip ? byte(2) : byte(0);
    details.add(field, octets(at, longVectorSize),
                details.format("0x{:02x}{:02x}{:02x}{:02x}{:02x}{:02x}", byte(7), byte(6), byte(5), byte(4), fifth, sixth));
    key();
}

void details(const LayerView &view, Details &details)
{
    const Bytes header = view.header();
    const Shape shape(header);
    details.add(named(varyingFields, "fc.type_subtype"), octets(0, 1), shape.type() << 4 | shape.subtype());
    details.add(named(varyingFields, "fc.ds"), octets(1, 1), shape.flags & 3u);
    if (!shape.isPoll()) // which has a number of the station there
        details.add(named(varyingFields, "duration"), octets(2, 2), little16(header, 2) & 0x7fffu);
    addAddresses(details, header, shape);
    if (shape.hasSequence()) {
        const std::uint16_t sequence = little16(header, shape.sequenceAt());
        details.add(named(varyingFields, "frag"), octets(shape.sequenceAt(), 2), sequence & 0xfu);
        details.add(named(varyingFields, "seq"), octets(shape.sequenceAt(), 2), sequence >> 4);
    }
    if (shape.isQos()) {
        const std::uint16_t qos = little16(header, shape.qosAt());
        details.add(named(varyingFields, "qos"), octets(shape.qosAt(), 2), qos);
        details.add(named(varyingFields, "qos.tid"), octets(shape.qosAt(), 2), qos & 0xfu);
    }
    if (header.size() > shape.clearSize())
        addVector(details, header, shape.clearSize());
}

void summary(const LayerView &view, TextBuffer &out)
{
    const Shape shape(view.header());
    const std::string_view name = nameOf(subtypes, shape.type() << 4 | shape.subtype());
    print(out, "{}{}", name.empty() ? std::string_view("802.11 frame") : name, shape.isProtected() ? ", protected" : "");
}

} // namespace

constinit const Protocol protocols::wlan{
    .name = "wlan",
    .title = "IEEE 802.11",
    .shortTitle = "802.11",
    .reference = "IEEE 802.11",
    .headerSize = headerSize,
    .fields = fields,
    .varying = varyingFields,
    .dissect = dissect,
    .details = details,
    .summary = summary,
};

} // namespace vethscope
