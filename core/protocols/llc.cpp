#include "core/dissect/details.h"
#include "core/dissect/layerview.h"
#include "core/protocols/names.h"
#include "core/protocols/protocols.h"

// LLC names the next protocol where an Ethernet frame has a length instead of a type: by its service
// access points, or by SNAP's organisation and EtherType. Bridges speak STP through it. IEEE 802.2.

namespace vethscope {
namespace {

constexpr std::size_t addressSize = 2;
constexpr std::size_t smallest = 3; // with a control field of one byte
constexpr std::size_t snapSize = 5;
constexpr std::uint8_t snapSap = 0xaa;

constexpr std::uint32_t xerox = 0x000000;
constexpr std::uint32_t cisco = 0x00000c;
constexpr std::uint32_t bridgeTunnel = 0x0000f8; // IEEE 802.1H writes some EtherTypes so
constexpr std::uint32_t ieee8021 = 0x0080c2;

// IEEE Registration Authority, LLC addresses, without their lowest bit (group, or response).
constexpr auto sapNames = std::to_array<ValueName>({
    {0x00, "NULL LSAP"}, {0x03, "TCP/IP"}, {0x21, "Spanning Tree BPDU"}, {0x55, "SNAP"}, {0x70, "NetWare"},
    {0x78, "NetBIOS"}, {0x7f, "ISO Network Layer"},
});
constexpr auto fields = std::to_array<Field>({
    group("dsap",    "DSAP",        bits(0, 8)),
    {"dsap.sap",     "SAP",         bits(0, 7),  Show::Decimal, sapNames},
    {"dsap.ig",      "IG Bit",      bits(7, 1),  Show::Flag},
    group("ssap",    "SSAP",        bits(8, 8)),
    {"ssap.sap",     "SAP",         bits(8, 7),  Show::Decimal, sapNames},
    {"ssap.cr",      "CR Bit",      bits(15, 1), Show::Flag},
});
static_assert(tiles(fields, addressSize));

constexpr auto frameTypes = std::to_array<ValueName>({
    {0, "Information frame"}, {1, "Supervisory frame"}, {2, "Information frame"}, {3, "Unnumbered frame"},
});
constexpr auto supervisoryTypes = std::to_array<ValueName>({{0, "Receiver ready"}, {1, "Receiver not ready"}, {2, "Reject"}});
constexpr auto modifiers = std::to_array<ValueName>({
    {0x00, "Unnumbered Information"}, {0x03, "Disconnected mode"}, {0x10, "Disconnect"}, {0x18, "Unnumbered Acknowledge"},
    {0x1b, "Set Asynchronous Balanced Mode Extended"}, {0x21, "Frame reject"}, {0x2b, "Exchange identification"}, {0x38, "Test"},
});
constexpr auto organisations = std::to_array<ValueName>({
    {xerox, "Encapsulated Ethernet"}, {cisco, "Cisco"}, {bridgeTunnel, "Encapsulated Ethernet, 802.1H"}, {ieee8021, "IEEE 802.1"},
});
constexpr auto ciscoProtocols = std::to_array<ValueName>({
    {0x0102, "DRIP"}, {0x0104, "Port Aggregation Protocol"}, {0x010b, "PVST+"}, {0x0111, "UDLD"}, {0x2000, "CDP"},
    {0x2003, "VTP"}, {0x2004, "DTP"},
});

constexpr auto varyingFields = std::to_array<Field>({
    wide(4, varying("control",                "Control",                Show::Hexadecimal)),
    varying("control.n_r",                    "N(R)",                   Show::Decimal),
    varying("control.n_s",                    "N(S)",                   Show::Decimal),
    wide(4, varying("control.s_ftype",        "Supervisory frame type", Show::Hexadecimal, supervisoryTypes)),
    varying("control.u_modifier_cmd",         "Command",                Show::Hexadecimal, modifiers),
    varying("control.u_modifier_resp",        "Response",               Show::Hexadecimal, modifiers),
    varying("control.p",                      "Poll",                   Show::Flag),
    varying("control.f",                      "Final",                  Show::Flag),
    varying("control.ftype",                  "Frame type",             Show::Hexadecimal, frameTypes),
    wide(4, varying("control.ftype",          "Frame type",             Show::Hexadecimal, frameTypes)),
    varying("oui",                            "Organization Code",      Show::Decimal, organisations),
    varying("type",                           "Type",                   Show::Hexadecimal, etherTypeNames),
    varying("pid",                            "Protocol ID",            Show::Hexadecimal),
    varying("cisco_pid",                      "PID",                    Show::Hexadecimal, ciscoProtocols),
});

// Both control fields of two bytes have their frame type in four digits.
constexpr const Field &longFrameType = (&named(varyingFields, "control.ftype"))[1];

// Jumbo LLC frames, too long for a length field (draft-ietf-isis-ext-eth).
constexpr auto claims = std::to_array<Claim>({{Claim::EtherType, 0x8870}});

// How the control field, the third byte on, is to be read, and what it makes of the header.
struct Shape {
    bool unnumbered;
    bool information; // carries the next protocol
    bool snap;
    std::size_t controlSize() const { return unnumbered ? 1 : 2; }
    std::size_t snapAt() const { return addressSize + controlSize(); }
    std::size_t size() const { return snapAt() + (snap ? snapSize : 0); }
};

Shape shapeOf(Bytes bytes)
{
    const std::uint8_t control = byteAt(bytes, 2);
    constexpr std::uint8_t withoutPoll = 0xef;
    return {.unnumbered = (control & 3) == 3,
            .information = (control & 1) == 0 || (control & withoutPoll) == 3,
            .snap = byteAt(bytes, 0) == snapSap && byteAt(bytes, 1) == snapSap};
}

std::uint32_t organisation(Bytes bytes, std::size_t at)
{
    return static_cast<std::uint32_t>(readUnsigned(bytes, at, 3));
}

Step snapStep(std::size_t size, std::uint32_t organisation, std::uint16_t protocol)
{
    if (organisation == xerox || organisation == bridgeTunnel)
        return {.size = size, .claims = {{{Claim::EtherType, protocol}}}};
    if (organisation == cisco && protocol == 0x010b)
        return {.size = size, .next = &protocols::stp};
    // RFC 2684, section 5: bridged Ethernet with and without its check sequence, and bridge PDUs.
    if (organisation == ieee8021 && (protocol == 0x0001 || protocol == 0x0007))
        return {.size = size, .next = &protocols::ethernet};
    if (organisation == ieee8021 && protocol == 0x000e)
        return {.size = size, .next = &protocols::stp};
    return {.size = size};
}

Dissected dissect(Bytes bytes)
{
    const Shape shape = shapeOf(bytes);
    if (bytes.size() < shape.size())
        return std::unexpected(Damage::tooShort(shape.size(), bytes.size()));
    if (shape.snap)
        return snapStep(shape.size(), organisation(bytes, shape.snapAt()), read16(bytes, shape.snapAt() + 3));
    return Step{.size = shape.size(),
                .claims = {{{shape.information ? Claim::LlcSap : Claim::None, byteAt(bytes, 0)}}},
                .carries = shape.information};
}

void addUnnumberedControl(Details &details, Bytes header)
{
    const std::uint8_t control = byteAt(header, 2);
    const bool response = (byteAt(header, 1) & 1) != 0;
    const Field &modifier = response ? named(varyingFields, "control.u_modifier_resp") : named(varyingFields, "control.u_modifier_cmd");
    details.add(modifier, octets(2, 1), (control & 0xecu) >> 2);
    if (control & 0x10)
        details.add(response ? named(varyingFields, "control.f") : named(varyingFields, "control.p"), bits(19, 1), 1);
    details.add(named(varyingFields, "control.ftype"), header, bits(22, 2));
}

// The two bytes of the other formats come in the order of the wire: N(S) or the kind first, N(R) second.
void addNumberedControl(Details &details, Bytes header)
{
    const std::uint8_t first = byteAt(header, 2);
    const bool response = (byteAt(header, 1) & 1) != 0;
    const bool supervisory = (first & 1) != 0;
    details.add(named(varyingFields, "control.n_r"), header, bits(24, 7));
    if (supervisory)
        details.add(named(varyingFields, "control.s_ftype"), header, bits(20, 2));
    else
        details.add(named(varyingFields, "control.n_s"), header, bits(16, 7));
    if (byteAt(header, 3) & 1)
        details.add(response ? named(varyingFields, "control.f") : named(varyingFields, "control.p"), bits(31, 1), 1);
    details.add(longFrameType, octets(2, 2), supervisory ? 1 : 0);
}

void addSnap(Details &details, Bytes header, std::size_t at)
{
    const std::uint32_t owner = organisation(header, at);
    details.add(named(varyingFields, "oui"), octets(at, 3), owner);
    const Field &protocol = owner == xerox || owner == bridgeTunnel ? named(varyingFields, "type")
        : owner == cisco                                            ? named(varyingFields, "cisco_pid")
                                                                    : named(varyingFields, "pid");
    details.add(protocol, header, octets(at + 3, 2));
}

void details(const LayerView &view, Details &details)
{
    const Bytes header = view.header();
    const Shape shape = shapeOf(header);
    // Little-endian, as Wireshark writes both bytes.
    const std::uint64_t control = byteAt(header, 2) | (shape.unnumbered ? 0u : byteAt(header, 3) * 0x100u);
    details.add(named(varyingFields, "control"), octets(addressSize, shape.controlSize()), control);
    {
        const auto below = details.below();
        shape.unnumbered ? addUnnumberedControl(details, header) : addNumberedControl(details, header);
    }
    if (shape.snap)
        addSnap(details, header, shape.snapAt());
}

void summary(const LayerView &view, TextBuffer &out)
{
    const Shape shape = shapeOf(view.header());
    if (shape.snap) {
        print(out, "SNAP, {}", nameOf(organisations, organisation(view.header(), shape.snapAt())));
        return;
    }
    const std::string_view name = nameOf(sapNames, view.number(named(fields, "dsap.sap")));
    name.empty() ? print(out, "SAP 0x{:02x}", view.number(named(fields, "dsap"))) : print(out, name);
}

} // namespace

constinit const Protocol protocols::llc{
    .name = "llc",
    .title = "Logical-Link Control",
    .shortTitle = "LLC",
    .reference = "IEEE 802.2",
    .headerSize = smallest,
    .fields = fields,
    .varying = varyingFields,
    .claims = claims,
    .dissect = dissect,
    .details = details,
    .summary = summary,
};

} // namespace vethscope
