#include "core/dissect/details.h"
#include "core/dissect/layerview.h"
#include "core/protocols/checksum.h"
#include "core/protocols/field_cursor.h"
#include "core/protocols/protocols.h"

// What an iptables or nftables rule logs (`tcpdump -i nflog`): the packet, and which hook and which devices saw it.
// tcpdump.org, LINKTYPE_NFLOG; linux/netfilter/nfnetlink_log.h.

namespace vethscope {
namespace {

constexpr std::size_t headerSize = 4;
constexpr std::size_t attributeSize = 4; // length and type in front of each value

enum Type : std::uint8_t {
    PacketHeader = 1, Mark, Timestamp, InputDevice, OutputDevice, PhysicalInputDevice, PhysicalOutputDevice, HardwareAddress,
    Payload, Prefix, User, Sequence, GlobalSequence, Group, HardwareType, HardwareHeader, HardwareHeaderLength,
};

constexpr auto types = std::to_array<ValueName>({
    {PacketHeader, "NFULA_PACKET_HDR"}, {Mark, "NFULA_MARK"}, {Timestamp, "NFULA_TIMESTAMP"}, {InputDevice, "NFULA_IFINDEX_INDEV"},
    {OutputDevice, "NFULA_IFINDEX_OUTDEV"}, {PhysicalInputDevice, "NFULA_IFINDEX_PHYSINDEV"}, {PhysicalOutputDevice, "NFULA_IFINDEX_PHYSOUTDEV"},
    {HardwareAddress, "NFULA_HWADDR"}, {Payload, "NFULA_PAYLOAD"}, {Prefix, "NFULA_PREFIX"}, {User, "NFULA_UID"}, {Sequence, "NFULA_SEQ"},
    {GlobalSequence, "NFULA_SEQ_GLOBAL"}, {Group, "NFULA_GID"}, {HardwareType, "NFULA_HWTYPE"}, {HardwareHeader, "NFULA_HWHEADER"},
    {HardwareHeaderLength, "NFULA_HWLEN"},
});
constexpr auto families = std::to_array<ValueName>({{2, "IPv4"}, {10, "IPv6"}});
constexpr auto hooks = std::to_array<ValueName>({{0, "Prerouting"}, {1, "Local in"}, {2, "Forward"}, {3, "Local out"}, {4, "Postrouting"}});

constexpr auto fields = std::to_array<Field>({
    {"family",  "Family",      bits(0, 8),   Show::Decimal, families},
    {"version", "Version",     bits(8, 8),   Show::Decimal},
    {"res_id",  "Resource id", bits(16, 16), Show::Decimal},
});
static_assert(tiles(fields, headerSize));

constexpr auto varyingFields = std::to_array<Field>({
    varying("tlv",                "TLV",                Show::Raw),
    varying("tlv_length",         "Length",             Show::Decimal),
    varying("tlv_type",           "Type",               Show::Decimal, types),
    varying("protocol",           "HW protocol",        Show::Hexadecimal),
    varying("hook",               "Netfilter hook",     Show::Decimal, hooks),
    varying("ifindex_indev",      "IFINDEX_INDEV",      Show::Decimal),
    varying("ifindex_outdev",     "IFINDEX_OUTDEV",     Show::Decimal),
    varying("ifindex_physindev",  "IFINDEX_PHYSINDEV",  Show::Decimal),
    varying("ifindex_physoutdev", "IFINDEX_PHYSOUTDEV", Show::Decimal),
    varying("prefix",             "Prefix",             Show::Text),
    varying("uid",                "UID",                Show::Decimal),
    varying("gid",                "GID",                Show::Decimal),
    varying("timestamp",          "Timestamp",          Show::Date),
});

constexpr auto claims = std::to_array<Claim>({{Claim::LinkType, 239}});

/// The attributes one after another; the packet itself is the last.
class Attributes
{
public:
    explicit Attributes(Bytes bytes) : m_bytes(bytes), m_swapped(lengthAt(headerSize, true) < attributeSize
                                                                 || lengthAt(headerSize, true) > bytes.size() - headerSize) { }

    std::size_t at() const { return m_at; }
    std::size_t length() const { return lengthAt(m_at, !m_swapped); }
    std::uint16_t type() const { return lengthAt(m_at + 2, !m_swapped) & 0x7fff; }
    bool sound() const { return m_at + attributeSize <= m_bytes.size() && length() >= attributeSize; }
    bool whole() const { return sound() && m_at + length() <= m_bytes.size(); }
    void next() { m_at += (length() + 3) / 4 * 4; }

private:
    // The two numbers are in the order of the machine that captured.
    std::uint16_t lengthAt(std::size_t at, bool little) const
    {
        if (at + 2 > m_bytes.size())
            return 0;
        return static_cast<std::uint16_t>(little ? byteAt(m_bytes, at) | byteAt(m_bytes, at + 1) << 8 : read16(m_bytes, at));
    }

    Bytes m_bytes;
    std::size_t m_at = headerSize;
    bool m_swapped = false;
};

Dissected dissect(Bytes bytes)
{
    const Protocol *next = byteAt(bytes, 0) == 2 ? &protocols::ipv4 : byteAt(bytes, 0) == 10 ? &protocols::ipv6 : nullptr;
    Attributes attribute(bytes);
    for (; attribute.sound(); attribute.next())
        if (attribute.type() == Payload)
            return Step{.size = attribute.at() + attributeSize, .next = next, .payload = attribute.length() - attributeSize};
    return Step{.size = bytes.size(), .carries = false};
}

void addDevice(FieldCursor value, const Field &field)
{
    value.add(field, 4);
}

void addValue(FieldCursor value, std::uint16_t type)
{
    switch (type) {
    case PacketHeader:
        value.add(named(varyingFields, "protocol"), 2);
        value.add(named(varyingFields, "hook"), 1);
        return;
    case Timestamp: {
        const BitRange place = octets(value.at(), value.left());
        const std::uint64_t seconds = value.peek(8);
        value.skip(8);
        value.details().add(named(varyingFields, "timestamp"), place, seconds * 1'000'000'000 + value.peek(8) * 1000);
        return;
    }
    case InputDevice: return addDevice(value, named(varyingFields, "ifindex_indev"));
    case OutputDevice: return addDevice(value, named(varyingFields, "ifindex_outdev"));
    case PhysicalInputDevice: return addDevice(value, named(varyingFields, "ifindex_physindev"));
    case PhysicalOutputDevice: return addDevice(value, named(varyingFields, "ifindex_physoutdev"));
    case Prefix: {
        const std::string_view text = asText(value.bytes().subspan(value.at(), value.left()));
        value.details().add(named(varyingFields, "prefix"), octets(value.at(), value.left()), text.substr(0, text.find('\0')));
        return;
    }
    case User: value.add(named(varyingFields, "uid"), 4); return;
    case Group: value.add(named(varyingFields, "gid"), 4); return;
    default: return;
    }
}

void details(const LayerView &view, Details &details)
{
    const Bytes bytes = headerAndPayload(view);
    for (Attributes attribute(bytes); attribute.whole(); attribute.next()) {
        const std::size_t at = attribute.at();
        const std::string_view name = nameOf(types, attribute.type());
        details.add(named(varyingFields, "tlv"), bytes, octets(at, attribute.length()));
        if (!name.empty())
            details.items.back().label = name;
        const auto below = details.below();
        details.add(named(varyingFields, "tlv_length"), octets(at, 2), attribute.length());
        details.add(named(varyingFields, "tlv_type"), octets(at + 2, 2), attribute.type());
        addValue({details, bytes, at + attributeSize, at + attribute.length()}, attribute.type());
        if (attribute.type() == Payload)
            return;
    }
}

void summary(const LayerView &view, TextBuffer &out)
{
    print(out, "group {}", view.number(named(fields, "res_id")));
}

} // namespace

constinit const Protocol protocols::nflog{
    .name = "nflog",
    .title = "Linux Netfilter NFLOG",
    .shortTitle = "NFLOG",
    .reference = "LINKTYPE_NFLOG",
    .headerSize = headerSize,
    .fields = fields,
    .varying = varyingFields,
    .claims = claims,
    .dissect = dissect,
    .details = details,
    .summary = summary,
};

} // namespace vethscope
