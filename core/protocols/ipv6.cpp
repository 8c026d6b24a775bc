#include "core/dissect/format.h"
#include "core/dissect/layerview.h"
#include "core/protocols/ipv6_next_header.h"
#include "core/protocols/names.h"
#include "core/protocols/protocols.h"

// IPv6: longer addresses, a fixed header, and options in headers of their own. RFC 8200, section 3.

namespace vethscope {
namespace {

constexpr std::size_t headerSize = 40;

constexpr auto fields = std::to_array<Field>({
    {"version", "Version",                                bits(0, 4),    Show::Decimal},
    wide(8, group("tclass", "Traffic Class",              bits(4, 8))),
    {"tclass.dscp", "Differentiated Services Codepoint",  bits(4, 6),    Show::Decimal, dscpNames},
    {"tclass.ecn", "Explicit Congestion Notification",    bits(10, 2),   Show::Decimal, ecnNames},
    {"flow", "Flow Label",                                bits(12, 20),  Show::Hexadecimal},
    {"plen", "Payload Length",                            bits(32, 16),  Show::Decimal},
    {"nxt", "Next Header",                                bits(48, 8),   Show::Decimal, ipProtocolNames},
    {"hlim", "Hop Limit",                                 bits(56, 8),   Show::Decimal},
    {"src", "Source Address",                             bits(64, 128), Show::Ipv6},
    {"dst", "Destination Address",                        bits(192, 128), Show::Ipv6},
});
static_assert(tiles(fields, headerSize));

constexpr auto aliases = std::to_array<Alias>({
    {"addr", "Source or Destination Address", {"src", "dst"}},
    {"ip.version", "Version", {"version"}, Alias::Whole}, // one field for both versions, as in Wireshark
});
constexpr auto claims = std::to_array<Claim>({{Claim::LinkType, 229}, {Claim::EtherType, 0x86dd}, {Claim::PppProtocol, 0x0057}});

Dissected dissect(Bytes bytes)
{
    const unsigned version = byteAt(bytes, 0) >> 4;
    if (version != 6)
        return std::unexpected(Damage{Sentence::of("version field says {}, not {}", version, 6), 8});
    const std::uint16_t length = read16(bytes, 4);
    // A length of 0 means a jumbogram, or a segment that the NIC has still to cut up.
    return Step{.size = headerSize,
                .claims = ipv6NextHeader(byteAt(bytes, 6)),
                .payload = length > 0 ? length : Step::everything};
}

void summary(const LayerView &view, TextBuffer &out)
{
    printIpv6(out, view.raw(named(fields, "src")));
    print(out, " → ");
    printIpv6(out, view.raw(named(fields, "dst")));
    print(out, "   Hop limit {}", view.number(named(fields, "hlim")));
}

void info(const LayerView &view, TextBuffer &out)
{
    const std::string_view name = nameOf(ipProtocolNames, view.number(named(fields, "nxt")));
    print(out, "{} ({})", name.empty() ? std::string_view("Unknown protocol") : name, view.number(named(fields, "nxt")));
}

} // namespace

constinit const Protocol protocols::ipv6{
    .name = "ipv6",
    .title = "Internet Protocol Version 6",
    .shortTitle = "IPv6",
    .reference = "RFC 8200",
    .headerSize = headerSize,
    .fields = fields,
    .aliases = aliases,
    .claims = claims,
    .dissect = dissect,
    .summary = summary,
    .info = info,
    .source = &named(fields, "src"),
    .destination = &named(fields, "dst"),
};

} // namespace vethscope
