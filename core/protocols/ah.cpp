#include "core/dissect/details.h"
#include "core/dissect/layerview.h"
#include "core/protocols/names.h"
#include "core/protocols/protocols.h"

#include <algorithm>

// The authentication header of IPsec proves who sent a packet and leaves it readable. RFC 4302, section 2.

namespace vethscope {
namespace {

constexpr std::size_t headerSize = 12;

constexpr auto fields = std::to_array<Field>({
    {"next_header", "Next header", bits(0, 8),   Show::Decimal, ipProtocolNames},
    {"length",      "Length",      bits(8, 8),   Show::Decimal},
    {"reserved",    "Reserved",    bits(16, 16), Show::Raw},
    {"spi",         "AH SPI",      bits(32, 32), Show::Hexadecimal},
    {"sequence",    "AH Sequence", bits(64, 32), Show::Decimal},
});
static_assert(tiles(fields, headerSize));

constexpr auto varyingFields = std::to_array<Field>({
    varying("icv", "AH ICV", Show::Raw),
});

constexpr auto claims = std::to_array<Claim>({{Claim::IpProtocol, 51}});

// Its length counts words of four bytes less two: the only header that does so.
Dissected dissect(Bytes bytes)
{
    const std::size_t size = std::max<std::size_t>((byteAt(bytes, 1) + 2u) * 4, headerSize);
    if (bytes.size() < size)
        return std::unexpected(Damage::tooShort(size, bytes.size()));
    return Step{.size = size, .claims = {{{Claim::IpProtocol, byteAt(bytes, 0)}}}};
}

void details(const LayerView &view, Details &details)
{
    if (byteAt(view.header(), 1) == 0)
        details.note(Severity::Error, Sentence::of("length field says {} bytes, but a header has at least {}", 8, headerSize),
                     named(fields, "length").place);
    const std::size_t rest = view.header().size() - headerSize;
    if (rest > 0)
        details.add(named(varyingFields, "icv"), view.header(), octets(headerSize, rest));
}

void info(const LayerView &view, TextBuffer &out)
{
    print(out, "AH (SPI=0x{:08x})", view.number(named(fields, "spi")));
}

} // namespace

constinit const Protocol protocols::ah{
    .name = "ah",
    .title = "Authentication Header",
    .shortTitle = "AH",
    .reference = "RFC 4302",
    .headerSize = headerSize,
    .fields = fields,
    .varying = varyingFields,
    .claims = claims,
    .dissect = dissect,
    .details = details,
    .info = info,
};

} // namespace vethscope
