#include "core/dissect/details.h"
#include "core/dissect/layerview.h"
#include "core/protocols/protocols.h"

// IPsec behind a translator of addresses: ESP and IKE share UDP port 4500, and four zero bytes, which
// no ESP packet begins with, say that it is IKE. RFC 3948, section 2.

namespace vethscope {
namespace {

constexpr std::size_t markerSize = 4;
constexpr std::uint8_t keepAlive = 0xff;

constexpr auto varyingFields = std::to_array<Field>({
    varying("nat_keepalive", "NAT-keepalive packet", Show::Nothing),
    varying("non_esp_marker", "Non-ESP Marker", Show::Nothing),
});

constexpr auto claims = std::to_array<Claim>({{Claim::UdpPort, 4500}});

Dissected dissect(Bytes bytes)
{
    if (bytes.size() == 1 && byteAt(bytes, 0) == keepAlive)
        return Step{.size = 1, .carries = false};
    if (bytes.size() < markerSize)
        return std::unexpected(Damage::tooShort(markerSize, bytes.size()));
    if (read32(bytes, 0) == 0)
        return Step{.size = markerSize, .next = &protocols::isakmp};
    return Step{.size = 0, .next = &protocols::esp};
}

void details(const LayerView &view, Details &details)
{
    const Bytes header = view.header();
    if (header.size() == 1)
        details.add(named(varyingFields, "nat_keepalive"), octets(0, 1), std::uint64_t{0});
    else if (header.size() == markerSize)
        details.add(named(varyingFields, "non_esp_marker"), octets(0, markerSize), std::uint64_t{0});
}

void info(const LayerView &view, TextBuffer &out)
{
    print(out, view.header().size() == 1 ? "NAT-keepalive" : "UDP encapsulation");
}

} // namespace

constinit const Protocol protocols::udpEncapsulation{
    .name = "udpencap",
    .title = "UDP Encapsulation of IPsec Packets",
    .shortTitle = "UDPENCAP",
    .reference = "RFC 3948",
    .varying = varyingFields,
    .claims = claims,
    .dissect = dissect,
    .details = details,
    .info = info,
};

} // namespace vethscope
