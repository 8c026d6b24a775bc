#include "core/dissect/details.h"
#include "core/dissect/format.h"
#include "core/dissect/layerview.h"
#include "core/protocols/names.h"
#include "core/protocols/protocols.h"

// ARP asks which MAC has an IP address; its answers fill the neighbour table that every frame's
// destination MAC is read from. RFC 826.

namespace vethscope {
namespace {

constexpr std::size_t headerSize = 8;

constexpr auto opcodes = std::to_array<ValueName>({
    {1, "request"}, {2, "reply"}, {3, "reverse request"}, {4, "reverse reply"}, {8, "inverse request"}, {9, "inverse reply"},
});

constexpr auto fields = std::to_array<Field>({
    {"hw.type",    "Hardware type", bits(0, 16),  Show::Decimal, arpHardwareNames},
    {"proto.type", "Protocol type", bits(16, 16), Show::Hexadecimal, etherTypeNames},
    {"hw.size",    "Hardware size", bits(32, 8),  Show::Decimal},
    {"proto.size", "Protocol size", bits(40, 8),  Show::Decimal},
    {"opcode",     "Opcode",        bits(48, 16), Show::Decimal, opcodes},
});
static_assert(tiles(fields, headerSize));

constexpr auto varyingFields = std::to_array<Field>({
    varying("src.hw_mac",     "Sender MAC address",      Show::Mac),
    varying("src.hw",         "Sender hardware address", Show::Raw),
    varying("src.proto_ipv4", "Sender IP address",       Show::Ipv4),
    varying("src.proto",      "Sender protocol address", Show::Raw),
    varying("dst.hw_mac",     "Target MAC address",      Show::Mac),
    varying("dst.hw",         "Target hardware address", Show::Raw),
    varying("dst.proto_ipv4", "Target IP address",       Show::Ipv4),
    varying("dst.proto",      "Target protocol address", Show::Raw),
    varying("isgratuitous",   "Is gratuitous",           Show::Flag),
    varying("isprobe",        "Is probe",                Show::Flag),
    varying("isannouncement", "Is announcement",         Show::Flag),
});

constexpr auto claims = std::to_array<Claim>({{Claim::EtherType, 0x0806}});

// Where the four addresses are; their sizes are the header's own.
struct Addresses {
    explicit Addresses(Bytes header)
        : hardware(byteAt(header, 4)), protocol(byteAt(header, 5)),
          ethernet(hardware == 6 && (read16(header, 0) == 1 || read16(header, 0) == 6)),
          ipv4(protocol == 4 && read16(header, 2) == 0x0800)
    {
    }

    std::size_t senderHardware() const { return headerSize; }
    std::size_t senderProtocol() const { return headerSize + hardware; }
    std::size_t targetHardware() const { return senderProtocol() + protocol; }
    std::size_t targetProtocol() const { return targetHardware() + hardware; }
    std::size_t end() const { return targetProtocol() + protocol; }

    std::size_t hardware;
    std::size_t protocol;
    bool ethernet;
    bool ipv4;
};

Dissected dissect(Bytes bytes)
{
    const std::size_t size = Addresses(bytes).end();
    if (bytes.size() < size)
        return std::unexpected(Damage::tooShort(size, bytes.size()));
    return Step{.size = size, .carries = false};
}

bool allZero(Bytes bytes)
{
    return std::ranges::all_of(bytes, [](std::byte byte) { return byte == std::byte{}; });
}

bool allOnes(Bytes bytes)
{
    return std::ranges::all_of(bytes, [](std::byte byte) { return byte == std::byte{0xff}; });
}

// RFC 5227: an announcement names its own address as the target, a probe has no sender address yet.
bool gratuitous(Bytes header, const Addresses &at)
{
    return at.ipv4 && read32(header, at.senderProtocol()) == read32(header, at.targetProtocol());
}

bool probe(Bytes header, const Addresses &at)
{
    return at.ipv4 && read16(header, 6) == 1 && read32(header, at.senderProtocol()) == 0;
}

bool announcement(Bytes header, const Addresses &at)
{
    const Bytes target = header.subspan(at.targetHardware(), at.hardware);
    return gratuitous(header, at) && read16(header, 6) == 1 && (allZero(target) || allOnes(target));
}

void details(const LayerView &view, Details &details)
{
    const Bytes header = view.header();
    const Addresses at(header);
    const auto address = [&](const Field &known, const Field &other, bool isKnown, std::size_t offset, std::size_t size) {
        if (size > 0)
            details.add(isKnown ? known : other, header, octets(offset, size));
    };
    if (gratuitous(header, at))
        details.generate(named(varyingFields, "isgratuitous"), 1);
    else if (probe(header, at))
        details.generate(named(varyingFields, "isprobe"), 1);
    if (announcement(header, at))
        details.generate(named(varyingFields, "isannouncement"), 1);
    address(named(varyingFields, "src.hw_mac"), named(varyingFields, "src.hw"), at.ethernet, at.senderHardware(), at.hardware);
    address(named(varyingFields, "src.proto_ipv4"), named(varyingFields, "src.proto"), at.ipv4, at.senderProtocol(), at.protocol);
    address(named(varyingFields, "dst.hw_mac"), named(varyingFields, "dst.hw"), at.ethernet, at.targetHardware(), at.hardware);
    address(named(varyingFields, "dst.proto_ipv4"), named(varyingFields, "dst.proto"), at.ipv4, at.targetProtocol(), at.protocol);
}

void info(const LayerView &view, TextBuffer &out)
{
    const Bytes header = view.header();
    const Addresses at(header);
    const std::uint64_t opcode = view.number(named(fields, "opcode"));
    const auto ip = [&](std::size_t offset) { printIpv4(out, header.subspan(offset, 4)); };
    if (!at.ipv4 || (opcode != 1 && opcode != 2)) {
        const std::string_view word = nameOf(opcodes, opcode);
        word.empty() ? print(out, "Unknown ARP opcode 0x{:04x}", opcode) : print(out, word);
        return;
    }
    if (gratuitous(header, at) && !announcement(header, at)) {
        print(out, "Gratuitous ARP for ");
        ip(at.targetProtocol());
        print(out, opcode == 2 ? " (Reply)" : " (Request)");
        return;
    }
    if (opcode == 2) {
        ip(at.senderProtocol());
        print(out, " is at ");
        printMac(out, header.subspan(at.senderHardware(), at.hardware));
        return;
    }
    if (announcement(header, at)) {
        print(out, "ARP Announcement for ");
        ip(at.targetProtocol());
        return;
    }
    print(out, "Who has ");
    ip(at.targetProtocol());
    print(out, probe(header, at) ? "? (ARP Probe)" : "? Tell ");
    if (!probe(header, at))
        ip(at.senderProtocol());
}

} // namespace

constinit const Protocol protocols::arp{
    .name = "arp",
    .title = "Address Resolution Protocol",
    .shortTitle = "ARP",
    .reference = "RFC 826",
    .headerSize = headerSize,
    .fields = fields,
    .varying = varyingFields,
    .claims = claims,
    .dissect = dissect,
    .details = details,
    .info = info,
};

} // namespace vethscope
