#include "core/dissect/layerview.h"
#include "core/protocols/ipv6_next_header.h"
#include "core/protocols/names.h"
#include "core/protocols/protocols.h"

// Only the sender of an IPv6 packet may fragment it; this header says which part it is. RFC 8200, section 4.5.

namespace vethscope {
namespace {

constexpr std::size_t headerSize = 8;

constexpr auto fields = std::to_array<Field>({
    {"nxt",    "Next Header",             bits(0, 8),   Show::Decimal, ipProtocolNames},
    {"reserved_octet", "Reserved octet",  bits(8, 8),   Show::Hexadecimal},
    {"offset", "Offset in units of 8 bytes", bits(16, 13), Show::Decimal},
    {"reserved_bits", "Reserved bits",    bits(29, 2),  Show::Decimal},
    {"more",   "More Fragments",          bits(31, 1),  Show::Flag},
    {"ident",  "Identification",          bits(32, 32), Show::Hexadecimal},
});
static_assert(tiles(fields, headerSize));

constexpr auto claims = std::to_array<Claim>({{Claim::IpProtocol, 44}});

Dissected dissect(Bytes bytes)
{
    const bool laterFragment = (read16(bytes, 2) & 0xfff8) != 0;
    if (laterFragment)
        return Step{.size = headerSize};
    return Step{.size = headerSize, .claims = ipv6NextHeader(byteAt(bytes, 0))};
}

void info(const LayerView &view, TextBuffer &out)
{
    print(out, "IPv6 fragment (off={} more={} ident=0x{:08x} nxt={})", view.number(named(fields, "offset")) * 8,
          view.number(named(fields, "more")) ? 'y' : 'n', view.number(named(fields, "ident")), view.number(named(fields, "nxt")));
}

} // namespace

constinit const Protocol protocols::ipv6Fragment{
    .name = "ipv6.fraghdr",
    .title = "Fragment Header for IPv6",
    .shortTitle = "IPv6 Fragment",
    .reference = "RFC 8200, section 4.5",
    .headerSize = headerSize,
    .fields = fields,
    .claims = claims,
    .dissect = dissect,
    .info = info,
};

} // namespace vethscope
