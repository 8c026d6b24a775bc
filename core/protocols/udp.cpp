#include "core/dissect/details.h"
#include "core/dissect/layerview.h"
#include "core/dissect/print.h"
#include "core/protocols/checksum.h"
#include "core/protocols/ports.h"
#include "core/protocols/protocols.h"
#include "core/protocols/udp_stateful.h"

// UDP adds ports, a length and a checksum to IP. A VXLAN tunnel rides on it, and its source port is a
// hash of the inner flow so that routers can spread the load. RFC 768.

namespace vethscope {
namespace {

constexpr std::size_t headerSize = 8;

constexpr auto fields = std::to_array<Field>({
    {"srcport",  "Source Port",      bits(0, 16),  Show::Decimal},
    {"dstport",  "Destination Port", bits(16, 16), Show::Decimal},
    {"length",   "Length",           bits(32, 16), Show::Decimal},
    {"checksum", "Checksum",         bits(48, 16), Show::Hexadecimal},
});
static_assert(tiles(fields, headerSize));

constexpr auto varyingFields = std::to_array<Field>({
    varying("checksum.status", "Checksum Status", Show::Decimal, checksumStatusNames),
    varying("payload", "UDP payload", Show::Raw),
});

constexpr auto aliases = std::to_array<Alias>({{"port", "Source or Destination Port", {"srcport", "dstport"}}});
constexpr auto claims = std::to_array<Claim>({{Claim::IpProtocol, 17}});

Dissected dissect(Bytes bytes)
{
    const std::uint16_t length = read16(bytes, 4);
    if (length > 0 && length < headerSize)
        return std::unexpected(Damage{Sentence::of("length field says {} bytes, but the header alone has {}", length, headerSize), 48});
    const std::uint16_t source = read16(bytes, 0);
    const std::uint16_t destination = read16(bytes, 2);
    // As in Wireshark, the lower port is more likely the service's. A jumbogram's length is 0 (RFC 2675).
    return Step{.size = headerSize,
                .claims = {{{Claim::UdpPort, std::min(source, destination)},
                            {Claim::UdpPort, std::max(source, destination)},
                            {Claim::UdpContent, 0}}},
                .payload = length > 0 ? length - headerSize : Step::everything};
}

ChecksumStatus checksumStatus(const LayerView &view)
{
    if (view.number(named(fields, "checksum")) == 0)
        return ChecksumStatus::NotPresent;
    const std::size_t length = view.number(named(fields, "length"));
    return validate(view, 17, length > 0 ? length : headerSize + view.payloadLength());
}

void details(const LayerView &view, Details &details)
{
    addChecksumStatus(details, named(varyingFields, "checksum.status"), checksumStatus(view), named(fields, "checksum").place);
    if (!view.payload().empty())
        details.add(named(varyingFields, "payload"), octets(headerSize, view.payload().size()), view.payload());
}

void info(const LayerView &view, TextBuffer &out)
{
    printPorts(view, Transport::Udp, view.number(named(fields, "srcport")), view.number(named(fields, "dstport")), out);
    print(out, " Len={}"_cf, view.payloadLength());
}

void summary(const LayerView &view, TextBuffer &out)
{
    printPorts(view, Transport::Udp, view.number(named(fields, "srcport")), view.number(named(fields, "dstport")), out);
    print(out, "   Length {}"_cf, view.number(named(fields, "length")));
}

} // namespace

constinit const Protocol protocols::udp{
    .name = "udp",
    .title = "User Datagram Protocol",
    .shortTitle = "UDP",
    .reference = "RFC 768",
    .headerSize = headerSize,
    .fields = fields,
    .varying = varyingFields,
    .stateful = udpStatefulFields,
    .aliases = aliases,
    .claims = claims,
    .dissect = dissect,
    .details = details,
    .summary = summary,
    .info = info,
};

} // namespace vethscope
