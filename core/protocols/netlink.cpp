#include "core/dissect/details.h"
#include "core/dissect/layerview.h"
#include "core/protocols/names.h"
#include "core/protocols/protocols.h"

#include <algorithm>

// What programs and the kernel say to each other about links, addresses, routes and filters, as an nlmon device shows it:
// a cooked header in network order, then messages in the order of the machine that captured. tcpdump.org, LINKTYPE_NETLINK;
// include/uapi/linux/netlink.h and rtnetlink.h.

namespace vethscope {
namespace {

constexpr std::size_t cookedSize = 16;
constexpr std::size_t messageSize = 16;
constexpr std::size_t alignment = 4;

constexpr auto families = std::to_array<ValueName>({
    {0, "Route"}, {2, "User-mode socket protocols"}, {4, "SOCK_DIAG"}, {6, "IPsec"}, {9, "Audit"}, {12, "Netfilter"}, {15, "Kernel messages to userspace"},
    {16, "Generic"},
});

constexpr auto cookedFields = std::to_array<Field>({
    {"", "Packet type",                  bits(0, 16),   Show::Decimal},
    {"hatype", "Link-layer address type", bits(16, 16), Show::Decimal, arpHardwareNames},
    reserved(bits(32, 64)),
    reserved(bits(96, 16)),
    {"family", "Family",                 bits(112, 16), Show::Hexadecimal, families},
});
static_assert(tiles(cookedFields, cookedSize));

enum Type : std::uint16_t { Error = 2, FirstOfFamily = 16 };

constexpr auto controlTypes = std::to_array<ValueName>({{1, "Nothing"}, {Error, "Error"}, {3, "End of a dump"}, {4, "Data lost"}});
constexpr auto routeTypes = std::to_array<ValueName>({
    {16, "Create network interface"}, {17, "Delete network interface"}, {18, "Get network interface info"}, {19, "Set network interface info"},
    {20, "Add IP address"}, {21, "Delete IP address"}, {22, "Get IP address"}, {24, "Add network route"}, {25, "Delete network route"},
    {26, "Get network route"}, {28, "Add neighbor table entry"}, {29, "Delete neighbor table entry"}, {30, "Get neighbor table entry"},
    {32, "Add routing rule"}, {33, "Delete routing rule"}, {34, "Get routing rule"}, {36, "Add queueing discipline"}, {37, "Delete queueing discipline"},
    {38, "Get queueing discipline"}, {40, "Add traffic class"}, {41, "Delete traffic class"}, {42, "Get traffic class"},
    {44, "Add traffic filter"}, {45, "Delete traffic filter"}, {46, "Get traffic filter"}, {88, "Add network namespace ID"},
    {89, "Delete network namespace ID"}, {90, "Get network namespace ID"}, {104, "Add next hop"}, {105, "Delete next hop"}, {106, "Get next hop"},
});

constexpr auto varyingFields = std::to_array<Field>({
    varying("hdr_len",                 "Length",               Show::Decimal),
    wide(4, varying("hdr_type",        "Message type",         Show::Hexadecimal, controlTypes)),
    whole(varying("netlink-route.nltype", "Message type",      Show::Decimal, routeTypes)),
    wide(4, varying("hdr_flags",       "Flags",                Show::Hexadecimal)),
    varying("hdr_flags.request",       "Request",              Show::Decimal),
    varying("hdr_flags.multi",         "Multipart message",    Show::Decimal),
    varying("hdr_flags.ack",           "Ack",                  Show::Decimal),
    varying("hdr_flags.echo",          "Echo",                 Show::Decimal),
    varying("hdr_flags.dump_intr",     "Dump inconsistent",    Show::Decimal),
    varying("hdr_flags.dump_filtered", "Dump filtered",        Show::Decimal),
    varying("hdr_seq",                 "Sequence",             Show::Decimal),
    varying("hdr_pid",                 "Port ID",              Show::Decimal),
    varying("error",                   "Error code",           Show::Signed),
});
constexpr std::size_t firstFlag = 4;
constexpr std::size_t flagCount = 6;
static_assert(varyingFields[firstFlag].name == "hdr_flags.request" && varyingFields[firstFlag + flagCount].name == "hdr_seq");

constexpr auto claims = std::to_array<Claim>({{Claim::LinkType, 253}});

/// The numbers of a message, in the order of bytes in which its length is the smaller: no message is as long as 16 MB.
class Numbers
{
public:
    explicit Numbers(Bytes bytes) : m_bytes(bytes)
    {
        m_little = number(0, 4) <= read32(bytes, 0);
    }

    std::uint64_t number(std::size_t at, std::size_t size) const
    {
        std::uint64_t value = 0;
        for (std::size_t i = 0; i < size; ++i)
            value = value << 8 | byteAt(m_bytes, at + (m_little ? size - 1 - i : i));
        return value;
    }

    std::size_t length() const { return number(0, 4); }
    std::uint16_t type() const { return static_cast<std::uint16_t>(number(4, 2)); }

private:
    Bytes m_bytes;
    bool m_little = true;
};

// Which dialect the messages of a family are. A message of the control types is netlink's own, whatever the family.
const Protocol *dialect(std::uint16_t family)
{
    return family == 0 ? &protocols::netlinkRoute : &protocols::netlinkMessage;
}

Dissected dissectCooked(Bytes bytes)
{
    return Step{.size = cookedSize, .next = dialect(read16(bytes, 14))};
}

// A message takes all its bytes: what its family says in them is left as it stands. Others may follow.
Dissected dissectMessages(Bytes bytes, const Protocol &next)
{
    const Numbers header(bytes);
    const std::size_t length = header.length();
    if (length < messageSize)
        return std::unexpected(Damage{Sentence::of("length field says {} bytes, but a header has at least {}", length, messageSize), 32});
    if (length > bytes.size())
        return std::unexpected(Damage::tooShort(length, bytes.size()));
    const std::size_t aligned = (length + alignment - 1) / alignment * alignment;
    return Step{.size = std::min(aligned, bytes.size()), .next = &next};
}

Dissected dissectMessage(Bytes bytes)
{
    return dissectMessages(bytes, protocols::netlinkMessage);
}

Dissected dissectRoute(Bytes bytes)
{
    if (Numbers(bytes).type() < FirstOfFamily)
        return Step{.instead = &protocols::netlinkControl};
    return dissectMessages(bytes, protocols::netlinkRoute);
}

Dissected dissectControl(Bytes bytes)
{
    return dissectMessages(bytes, protocols::netlinkRoute);
}

void addHeader(Details &details, const Numbers &header, const Field &type)
{
    details.add(named(varyingFields, "hdr_len"), octets(0, 4), header.number(0, 4));
    details.add(type, octets(4, 2), header.type());
    const std::uint64_t flags = header.number(6, 2);
    details.add(named(varyingFields, "hdr_flags"), octets(6, 2), flags);
    {
        const auto below = details.below();
        for (std::size_t i = 0; i < flagCount; ++i)
            details.add(varyingFields[firstFlag + i], octets(6, 2), flags >> i & 1);
    }
    details.add(named(varyingFields, "hdr_seq"), octets(8, 4), header.number(8, 4));
    details.add(named(varyingFields, "hdr_pid"), octets(12, 4), header.number(12, 4));
}

void detailsMessage(const LayerView &view, Details &details)
{
    const Numbers header(view.header());
    addHeader(details, header, named(varyingFields, "hdr_type"));
    if (header.type() == Error && view.header().size() >= messageSize + 4)
        details.add(named(varyingFields, "error"), octets(messageSize, 4),
                    static_cast<std::uint64_t>(std::int64_t{static_cast<std::int32_t>(header.number(messageSize, 4))}));
}

void detailsRoute(const LayerView &view, Details &details)
{
    addHeader(details, Numbers(view.header()), named(varyingFields, "netlink-route.nltype"));
}

void summaryMessage(const LayerView &view, TextBuffer &out)
{
    const Numbers header(view.header());
    const std::string_view name = nameOf(controlTypes, header.type());
    if (name.empty())
        print(out, "Message type 0x{:04x}, {} bytes", header.type(), header.length());
    else
        print(out, name);
}

void summaryRoute(const LayerView &view, TextBuffer &out)
{
    const Numbers header(view.header());
    const std::string_view name = nameOf(routeTypes, header.type());
    print(out, "{}, {} bytes", name.empty() ? std::string_view("Unknown message") : name, header.length());
}

void summaryCooked(const LayerView &view, TextBuffer &out)
{
    const std::string_view name = nameOf(families, view.number(named(cookedFields, "family")));
    print(out, name.empty() ? std::string_view("unknown family") : name);
}

} // namespace

constinit const Protocol protocols::netlink{
    .name = "netlink",
    .title = "Linux netlink (cooked header)",
    .shortTitle = "Netlink",
    .reference = "LINKTYPE_NETLINK",
    .headerSize = cookedSize,
    .fields = cookedFields,
    .claims = claims,
    .dissect = dissectCooked,
    .summary = summaryCooked,
};

constinit const Protocol protocols::netlinkMessage{
    .name = "netlink",
    .title = "Netlink message",
    .shortTitle = "Netlink",
    .reference = "linux/netlink.h",
    .headerSize = messageSize,
    .varying = varyingFields,
    .dissect = dissectMessage,
    .details = detailsMessage,
    .summary = summaryMessage,
    .unnamed = true,
};

constinit const Protocol protocols::netlinkControl{
    .name = "netlink",
    .title = "Netlink message",
    .shortTitle = "Netlink",
    .reference = "linux/netlink.h",
    .headerSize = messageSize,
    .varying = varyingFields,
    .dissect = dissectControl,
    .details = detailsMessage,
    .summary = summaryMessage,
    .unnamed = true,
};

constinit const Protocol protocols::netlinkRoute{
    .name = "netlink-route",
    .title = "Linux rtnetlink (route netlink) protocol",
    .shortTitle = "rtnetlink",
    .reference = "linux/rtnetlink.h",
    .fieldPrefix = "netlink",
    .headerSize = messageSize,
    .varying = varyingFields,
    .dissect = dissectRoute,
    .details = detailsRoute,
    .summary = summaryRoute,
    .stack = true,
};

} // namespace vethscope
