#include "core/dissect/details.h"
#include "core/dissect/layerview.h"
#include "core/protocols/checksum.h"
#include "core/protocols/gre_header.h"
#include "core/protocols/names.h"
#include "core/protocols/protocols.h"

// GRE carries nearly anything over IP; a key tells tunnels between the same ends apart. RFC 2784 and
// RFC 2890; version 1 is PPTP's (RFC 2637); a key over an Ethernet payload may be NVGRE's (RFC 7637).

namespace vethscope {
namespace {

bool isPlain(Bytes header)
{
    return (byteAt(header, 1) & 7) != 1;
}

bool isEnhanced(Bytes header)
{
    return !isPlain(header);
}

constexpr auto versions = std::to_array<ValueName>({{0, "GRE"}, {1, "Enhanced GRE"}});

constexpr auto fields = std::to_array<Field>({
    group("flags_and_version", "Flags and Version",             bits(0, 16)),
    {"flags.checksum", "Checksum Bit",                          bits(0, 1),   Show::Flag},
    {"flags.routing", "Routing Bit",                            bits(1, 1),   Show::Flag},
    {"flags.key", "Key Bit",                                    bits(2, 1),   Show::Flag},
    {"flags.sequence_number", "Sequence Number Bit",            bits(3, 1),   Show::Flag},
    {"flags.strict_source_route", "Strict Source Route Bit",    bits(4, 1),   Show::Flag},
    {"flags.recursion_control", "Recursion control",            bits(5, 3),   Show::Decimal},
    onlyIf(isPlain, {"flags.reserved", "Flags (Reserved)",      bits(8, 5),   Show::Decimal}),
    onlyIf(isEnhanced, {"flags.ack", "Acknowledgment",          bits(8, 1),   Show::Flag}),
    onlyIf(isEnhanced, {"flags.reserved", "Flags (Reserved)",   bits(9, 4),   Show::Decimal}),
    {"flags.version", "Version",                                bits(13, 3),  Show::Decimal, versions},
    {"proto", "Protocol Type",                                  bits(16, 16), Show::Hexadecimal, etherTypeNames},
});
static_assert(tiles(fields, GreHeader::smallest));

constexpr auto varyingFields = std::to_array<Field>({
    varying("checksum",                "Checksum",                  Show::Hexadecimal),
    varying("checksum.status",         "Checksum Status",           Show::Decimal, checksumStatusNames),
    varying("offset",                  "Offset",                    Show::Decimal),
    varying("key",                     "Key",                       Show::Hexadecimal),
    varying("key.payload_length",      "Payload Length",            Show::Decimal),
    varying("key.call_id",             "Call ID",                   Show::Decimal),
    varying("sequence_number",         "Sequence Number",           Show::Decimal),
    varying("ack_number",              "Acknowledgment Number",     Show::Decimal),
    varying("routing.address_family",  "Address Family",            Show::Decimal),
    varying("routing.sre_offset",      "SRE Offset",                Show::Decimal),
    varying("routing.src_length",      "SRE Length",                Show::Decimal),
    varying("routing.information",     "Routing Information",       Show::Raw),
    whole(varying("nvgre.vsid",        "Virtual Subnet ID if this is NVGRE", Show::Decimal)),
    whole(varying("nvgre.flow_id",     "Flow ID if this is NVGRE",  Show::Decimal)),
});

// Behind UDP its source port spreads the flows over equal paths (RFC 8086, section 8.1).
constexpr auto claims = std::to_array<Claim>({{Claim::IpProtocol, 47}, {Claim::UdpPort, 4754}});

// A mirrored frame has a header of its own behind this one; there the tunnel begins.
const Protocol *mirroredFrame(const GreHeader &header)
{
    constexpr std::uint16_t erspan = 0x88be;
    constexpr std::uint16_t erspan3 = 0x22eb;
    if (header.protocol == erspan3)
        return &protocols::erspan3;
    if (header.protocol != erspan)
        return nullptr;
    return header.sequenceAt ? &protocols::erspan2 : &protocols::erspan1;
}

// Aruba's access points number what their frames are for in steps of 16 (Wireshark, packet-gre.h: GRE_ARUBA_8200 and on).
bool isWireless(std::uint16_t protocol)
{
    return protocol >= 0x8200 && protocol <= 0x8370 && (protocol & 0xf) == 0;
}

Dissected dissect(Bytes bytes)
{
    const auto header = readGreHeader(bytes);
    if (!header)
        return std::unexpected(header.error());
    const Protocol *mirrored = mirroredFrame(*header);
    return Step{.size = header->size,
                .next = mirrored ? mirrored : isWireless(header->protocol) ? &protocols::wlan : nullptr,
                .claims = {{{Claim::EtherType, header->protocol}}},
                .boundary = mirrored ? Boundary::Open : Boundary::Tunnel};
}

void addChecksum(const LayerView &view, Details &details, std::size_t at)
{
    details.add(named(varyingFields, "checksum"), view.header(), octets(at, 2));
    ChecksumStatus status = ChecksumStatus::Unverified;
    if (view.payloadComplete()) {
        InternetChecksum sum;
        sum.add(headerAndPayload(view));
        status = sum.folded() == 0xffff ? ChecksumStatus::Good : ChecksumStatus::Bad;
    }
    addChecksumStatus(details, named(varyingFields, "checksum.status"), status, octets(at, 2));
    details.add(named(varyingFields, "offset"), view.header(), octets(at + 2, 2));
}

void addKey(Details &details, Bytes bytes, const GreHeader &header)
{
    if (header.version == 1) {
        details.add(named(varyingFields, "key.payload_length"), bytes, octets(header.keyAt, 2));
        details.add(named(varyingFields, "key.call_id"), bytes, octets(header.keyAt + 2, 2));
        return;
    }
    details.add(named(varyingFields, "key"), bytes, octets(header.keyAt, 4));
    constexpr std::uint16_t ethernetFrame = 0x6558;
    if (header.protocol == ethernetFrame && !header.checksumAt && !header.sequenceAt) {
        const auto below = details.below();
        details.generate(named(varyingFields, "nvgre.vsid"), readUnsigned(bytes, header.keyAt, 3), octets(header.keyAt, 3));
        details.generate(named(varyingFields, "nvgre.flow_id"), byteAt(bytes, header.keyAt + 3), octets(header.keyAt + 3, 1));
    }
}

// RFC 1701's source route entries; the last one is empty.
void addRouting(Details &details, Bytes bytes, std::size_t at)
{
    for (; at + GreHeader::routeEntry <= bytes.size(); at += GreHeader::routeEntry + byteAt(bytes, at + 3)) {
        details.add(named(varyingFields, "routing.address_family"), bytes, octets(at, 2));
        details.add(named(varyingFields, "routing.sre_offset"), bytes, octets(at + 2, 1));
        details.add(named(varyingFields, "routing.src_length"), bytes, octets(at + 3, 1));
        if (const std::size_t length = byteAt(bytes, at + 3))
            details.add(named(varyingFields, "routing.information"), bytes, octets(at + GreHeader::routeEntry, length));
    }
}

void details(const LayerView &view, Details &details)
{
    const Bytes bytes = view.header();
    const auto header = readGreHeader(bytes);
    if (!header)
        return;
    if (header->checksumAt)
        addChecksum(view, details, header->checksumAt);
    if (header->keyAt)
        addKey(details, bytes, *header);
    if (header->sequenceAt)
        details.add(named(varyingFields, "sequence_number"), bytes, octets(header->sequenceAt, 4));
    if (header->acknowledgmentAt)
        details.add(named(varyingFields, "ack_number"), bytes, octets(header->acknowledgmentAt, 4));
    if (header->routingAt)
        addRouting(details, bytes, header->routingAt);
    if (header->version > 1)
        details.note(Severity::Warning, Sentence::of("version {} is not known", header->version), named(fields, "flags.version").place);
}

void summary(const LayerView &view, TextBuffer &out)
{
    const auto header = readGreHeader(view.header());
    if (!header)
        return;
    const std::string_view name = nameOf(etherTypeNames, header->protocol);
    name.empty() ? print(out, "carries 0x{:04x}", header->protocol) : print(out, "carries {}", name);
    if (header->keyAt && header->version != 1)
        print(out, ", key 0x{:08x}", read32(view.header(), header->keyAt));
}

} // namespace

constinit const Protocol protocols::gre{
    .name = "gre",
    .title = "Generic Routing Encapsulation",
    .shortTitle = "GRE",
    .reference = "RFC 2784",
    .headerSize = GreHeader::smallest,
    .fields = fields,
    .varying = varyingFields,
    .claims = claims,
    .dissect = dissect,
    .details = details,
    .summary = summary,
    .tunnel = "gre",
};

} // namespace vethscope
