#include "core/dissect/details.h"
#include "core/dissect/format.h"
#include "core/dissect/layerview.h"
#include "core/protocols/checksum.h"
#include "core/protocols/names.h"
#include "core/protocols/protocols.h"

// IPv4 takes a packet from host to host; each router on the way lowers the TTL by one. RFC 791,
// with the DS field of RFC 2474 and the ECN bits of RFC 3168.

namespace vethscope {
namespace {

constexpr std::size_t headerSize = 20;

constexpr auto fields = std::to_array<Field>({
    {"version", "Version",                                 bits(0, 4),   Show::Decimal},
    scaled({"hdr_len", "Header Length",                    bits(4, 4),   Show::Decimal}, 4),
    group("dsfield", "Differentiated Services Field",      bits(8, 8)),
    {"dsfield.dscp", "Differentiated Services Codepoint",  bits(8, 6),   Show::Decimal, dscpNames},
    {"dsfield.ecn", "Explicit Congestion Notification",    bits(14, 2),  Show::Decimal, ecnNames},
    quiet({"len", "Total Length",                          bits(16, 16), Show::Decimal}),
    {"id", "Identification",                               bits(32, 16), Show::Hexadecimal},
    group("flags", "Flags",                                bits(48, 3)),
    {"flags.rb", "Reserved bit",                           bits(48, 1),  Show::Flag},
    {"flags.df", "Don't fragment",                         bits(49, 1),  Show::Flag},
    {"flags.mf", "More fragments",                         bits(50, 1),  Show::Flag},
    {"frag_offset", "Fragment Offset in units of 8 bytes", bits(51, 13), Show::Decimal},
    {"ttl", "Time to Live",                                bits(64, 8),  Show::Decimal},
    {"proto", "Protocol",                                  bits(72, 8),  Show::Decimal, ipProtocolNames},
    {"checksum", "Header Checksum",                        bits(80, 16), Show::Hexadecimal},
    {"src", "Source Address",                              bits(96, 32), Show::Ipv4},
    {"dst", "Destination Address",                         bits(128, 32), Show::Ipv4},
});
static_assert(tiles(fields, headerSize));

// RFC 791, section 3.1; RFC 2113 for the router alert.
constexpr auto optionNames = std::to_array<ValueName>({
    {0, "End of Options List"}, {1, "No-Operation"}, {7, "Record Route"}, {68, "Time Stamp"}, {130, "Security"},
    {131, "Loose Source Route"}, {136, "Stream ID"}, {137, "Strict Source Route"}, {148, "Router Alert"},
});

constexpr auto varyingFields = std::to_array<Field>({
    varying("len",             "Total Length",           Show::Decimal), // where the header says 0
    varying("checksum.status", "Header checksum status", Show::Decimal, checksumStatusNames),
    varying("opt.type",        "Option",                 Show::Decimal, optionNames),
    varying("opt.type.copy",   "Copy on fragmentation",  Show::Flag),
    varying("opt.type.class",  "Class",                  Show::Decimal),
    varying("opt.type.number", "Number",                 Show::Decimal),
    varying("opt.len",         "Length",                 Show::Decimal),
    varying("opt.ptr",         "Pointer",                Show::Decimal),
    varying("opt.ra",          "Router Alert",           Show::Decimal),
});

constexpr auto aliases = std::to_array<Alias>({{"addr", "Source or Destination Address", {"src", "dst"}}});
constexpr auto claims = std::to_array<Claim>({{Claim::LinkType, 228}, {Claim::EtherType, 0x0800}, {Claim::PppProtocol, 0x0021}, {Claim::LlcSap, 0x06}});

Dissected dissect(Bytes bytes)
{
    const unsigned version = byteAt(bytes, 0) >> 4;
    if (version != 4)
        return std::unexpected(Damage{Sentence::of("version field says {}, not {}", version, 4), 8});
    const std::size_t size = (byteAt(bytes, 0) & 0x0f) * 4u;
    if (size < headerSize)
        return std::unexpected(Damage{Sentence::of("header length field says {} bytes, but a header has at least {}", size, headerSize), 8});
    if (bytes.size() < size)
        return std::unexpected(Damage::tooShort(size, bytes.size()));
    const std::size_t total = read16(bytes, 2);
    if (total > 0 && total < size)
        return std::unexpected(Damage{Sentence::of("total length field says {} bytes, but the header alone has {}", total, size), 32});
    const bool laterFragment = (read16(bytes, 6) & 0x1fff) != 0;
    return Step{.size = size,
                .claims = {{{laterFragment ? Claim::None : Claim::IpProtocol, byteAt(bytes, 9)}}},
                .payload = total > 0 ? total - size : Step::everything};
}

void addOption(Details &details, Bytes header, std::size_t at, std::size_t size)
{
    const std::uint8_t type = byteAt(header, at);
    details.add(named(varyingFields, "opt.type"), octets(at, size), type);
    const auto below = details.below();
    details.add(named(varyingFields, "opt.type.copy"), header, bits(at * 8, 1));
    details.add(named(varyingFields, "opt.type.class"), header, bits(at * 8 + 1, 2));
    details.add(named(varyingFields, "opt.type.number"), header, bits(at * 8 + 3, 5));
    if (size < 2)
        return;
    details.add(named(varyingFields, "opt.len"), header, octets(at + 1, 1));
    const bool routes = type == 7 || type == 68 || type == 131 || type == 137;
    if (routes && size >= 3)
        details.add(named(varyingFields, "opt.ptr"), header, octets(at + 2, 1));
    if (type == 148 && size == 4)
        details.add(named(varyingFields, "opt.ra"), header, octets(at + 2, 2));
}

void addOptions(Details &details, Bytes header)
{
    for (std::size_t at = headerSize; at < header.size();) {
        const std::uint8_t type = byteAt(header, at);
        const bool single = type <= 1;
        const std::size_t size = single ? 1 : at + 1 < header.size() ? byteAt(header, at + 1) : 0;
        if (!single && (size < 2 || at + size > header.size())) {
            details.note(Severity::Error, Sentence::of("an option at byte {} says {} bytes, which its header does not have", at, size),
                         octets(at, header.size() - at));
            return;
        }
        addOption(details, header, at, size);
        if (type == 0)
            return;
        at += size;
    }
}

ChecksumStatus checksumStatus(Bytes header)
{
    InternetChecksum sum;
    sum.add(header);
    return sum.folded() == 0xffff ? ChecksumStatus::Good : ChecksumStatus::Bad;
}

// A sender-side capture of a segment still to be cut up by the NIC has a total length of 0, and so has one that is
// longer than 16 bits can say: GSO and BIG TCP (Linux, iph_set_totlen in include/net/ip.h).
void addMissingLength(const LayerView &view, Details &details)
{
    constexpr BitRange place = named(fields, "len").place;
    details.generate(named(varyingFields, "len"), view.header().size() + view.payloadLength(), place);
    details.note(Severity::Note, Sentence::of("total length field says 0, as in front of segmentation offload: it takes all that is there"), place);
}

void details(const LayerView &view, Details &details)
{
    if (view.number(named(fields, "len")) == 0)
        addMissingLength(view, details);
    addChecksumStatus(details, named(varyingFields, "checksum.status"), checksumStatus(view.header()),
                      named(fields, "checksum").place);
    addOptions(details, view.header());
}

void summary(const LayerView &view, TextBuffer &out)
{
    printIpv4(out, view.raw(named(fields, "src")));
    print(out, " → ");
    printIpv4(out, view.raw(named(fields, "dst")));
    print(out, "   TTL {}", view.number(named(fields, "ttl")));
}

void info(const LayerView &view, TextBuffer &out)
{
    const std::uint64_t offset = view.number(named(fields, "frag_offset")) * 8;
    const std::uint64_t protocol = view.number(named(fields, "proto"));
    const std::string_view name = nameOf(ipProtocolNames, protocol);
    if (offset > 0 || view.number(named(fields, "flags.mf")))
        print(out, "Fragmented IP protocol (proto={} {}, off={}, ID={:04x})", name, protocol, offset,
              view.number(named(fields, "id")));
    else
        print(out, "{} ({})", name.empty() ? std::string_view("Unknown protocol") : name, protocol);
}

} // namespace

constinit const Protocol protocols::ipv4{
    .name = "ip",
    .title = "Internet Protocol Version 4",
    .shortTitle = "IPv4",
    .reference = "RFC 791",
    .headerSize = headerSize,
    .fields = fields,
    .varying = varyingFields,
    .aliases = aliases,
    .claims = claims,
    .dissect = dissect,
    .details = details,
    .summary = summary,
    .info = info,
    .source = &named(fields, "src"),
    .destination = &named(fields, "dst"),
};

} // namespace vethscope
