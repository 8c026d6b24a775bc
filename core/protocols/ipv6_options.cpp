#include "core/dissect/details.h"
#include "core/dissect/layerview.h"
#include "core/protocols/ipv6_next_header.h"
#include "core/protocols/names.h"
#include "core/protocols/protocols.h"

// Hop-by-hop and destination options: two headers of one shape, the first for every router on the way,
// the second for the destination alone. RFC 8200, sections 4.3 and 4.6; router alert RFC 2711.

namespace vethscope {
namespace {

constexpr std::size_t headerSize = 8;

constexpr auto fields = std::to_array<Field>({
    {"nxt", "Next Header", bits(0, 8), Show::Decimal, ipProtocolNames},
    {"len", "Length",      bits(8, 8), Show::Decimal},
    {"",    "Options",     bits(16, 48), Show::Raw},
});
static_assert(tiles(fields, headerSize));

constexpr auto varyingFields = std::to_array<Field>({
    varying("len_oct", "Length in bytes", Show::Decimal),
});

constexpr auto optionNames = std::to_array<ValueName>({
    {0x00, "Pad1"}, {0x01, "PadN"}, {0x05, "Router Alert"}, {0xc2, "Jumbo Payload"}, {0xc9, "Home Address"},
});

Dissected dissect(Bytes bytes)
{
    const std::size_t size = 8 + byteAt(bytes, 1) * 8u;
    if (bytes.size() < size)
        return std::unexpected(Damage::tooShort(size, bytes.size()));
    return Step{.size = size, .claims = ipv6NextHeader(byteAt(bytes, 0))};
}

void details(const LayerView &view, Details &details)
{
    const Bytes header = view.header();
    details.generate(named(varyingFields, "len_oct"), header.size());
    for (std::size_t at = 2; at < header.size();) {
        const std::uint8_t type = byteAt(header, at);
        const std::size_t size = type == 0 ? 1 : at + 1 < header.size() ? byteAt(header, at + 1) + 2u : 0;
        if (size == 0 || at + size > header.size()) {
            details.note(Severity::Error, {"an option at byte {} says {} bytes, which its header does not have", at, size},
                         octets(at, header.size() - at));
            return;
        }
        const std::string_view name = nameOf(optionNames, type);
        details.text(size == 1 ? name
                     : name.empty() ? details.format("Option 0x{:02x}, {} bytes", type, size)
                                    : details.format("{}, {} bytes", name, size),
                     octets(at, size));
        at += size;
    }
}

void info(const LayerView &view, TextBuffer &out)
{
    print(out, "IPv6 options, {} bytes", view.header().size());
}

constexpr auto hopByHopClaims = std::to_array<Claim>({{Claim::IpProtocol, 0}});
constexpr auto destinationClaims = std::to_array<Claim>({{Claim::IpProtocol, 60}});

} // namespace

constinit const Protocol protocols::ipv6HopByHop{
    .name = "ipv6.hopopts",
    .title = "IPv6 Hop-by-Hop Option",
    .shortTitle = "Hop-by-Hop",
    .reference = "RFC 8200, section 4.3",
    .headerSize = headerSize,
    .fields = fields,
    .varying = varyingFields,
    .claims = hopByHopClaims,
    .dissect = dissect,
    .details = details,
    .info = info,
};

constinit const Protocol protocols::ipv6DestinationOptions{
    .name = "ipv6.dstopts",
    .title = "IPv6 Destination Options",
    .shortTitle = "Dst Options",
    .reference = "RFC 8200, section 4.6",
    .headerSize = headerSize,
    .fields = fields,
    .varying = varyingFields,
    .claims = destinationClaims,
    .dissect = dissect,
    .details = details,
    .info = info,
};

} // namespace vethscope
