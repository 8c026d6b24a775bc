#include "core/dissect/layerview.h"
#include "core/protocols/names.h"
#include "core/protocols/protocols.h"

// IPsec may compress a packet before it encrypts it. What follows this header is compressed and stays so here.
// RFC 3173, section 3; the numbers of the methods are IANA's, "IPCOMP Transform Identifiers".

namespace vethscope {
namespace {

constexpr std::size_t headerSize = 4;

// A number from 256 on is one that both ends agreed on.
constexpr auto methods = std::to_array<ValueName>({{1, "OUI"}, {2, "DEFLATE"}, {3, "LZS"}, {4, "LZJH"}});

constexpr auto fields = std::to_array<Field>({
    {"next_header", "Next Header", bits(0, 8),   Show::Hexadecimal, ipProtocolNames},
    {"flags",       "IPComp Flags", bits(8, 8),  Show::Hexadecimal},
    {"cpi",         "IPComp CPI",  bits(16, 16), Show::Hexadecimal, methods},
});
static_assert(tiles(fields, headerSize));

constexpr auto claims = std::to_array<Claim>({{Claim::IpProtocol, 108}});

Dissected dissect(Bytes)
{
    return Step{.size = headerSize};
}

void summary(const LayerView &view, TextBuffer &out)
{
    print(out, "CPI 0x{:04x}", view.number(named(fields, "cpi")));
}

} // namespace

constinit const Protocol protocols::ipcomp{
    .name = "ipcomp",
    .title = "IP Payload Compression",
    .shortTitle = "IPComp",
    .reference = "RFC 3173",
    .headerSize = headerSize,
    .fields = fields,
    .claims = claims,
    .dissect = dissect,
    .summary = summary,
};

} // namespace vethscope
