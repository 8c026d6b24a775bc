#include "core/dissect/details.h"
#include "core/dissect/layerview.h"
#include "core/protocols/protocols.h"

// ESP encrypts what it carries; only the number of its security association and a counter are legible.
// A tunnel into which nobody without the keys can look. RFC 4303, section 2.

namespace vethscope {
namespace {

constexpr std::size_t headerSize = 8;

constexpr auto fields = std::to_array<Field>({
    {"spi",      "ESP SPI",      bits(0, 32),  Show::Hexadecimal},
    {"sequence", "ESP Sequence", bits(32, 32), Show::Decimal},
});
static_assert(tiles(fields, headerSize));

constexpr auto claims = std::to_array<Claim>({{Claim::IpProtocol, 50}});

Dissected dissect(Bytes)
{
    return Step{.size = headerSize, .boundary = Boundary::Tunnel, .carries = false};
}

void details(const LayerView &view, Details &details)
{
    details.text(details.format("Encrypted, {} bytes", view.payloadLength()), octets(headerSize, view.payload().size()));
}

void info(const LayerView &view, TextBuffer &out)
{
    print(out, "ESP (SPI=0x{:08x})", view.number(named(fields, "spi")));
}

} // namespace

constinit const Protocol protocols::esp{
    .name = "esp",
    .title = "Encapsulating Security Payload",
    .shortTitle = "ESP",
    .reference = "RFC 4303",
    .headerSize = headerSize,
    .fields = fields,
    .claims = claims,
    .dissect = dissect,
    .details = details,
    .info = info,
    .identifier = &named(fields, "spi"),
    .tunnel = "esp",
};

} // namespace vethscope
