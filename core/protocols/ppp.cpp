#include "core/dissect/details.h"
#include "core/dissect/layerview.h"
#include "core/protocols/protocols.h"

// PPP tells the protocols on a line between two peers apart: a DSL line (through PPPoE), a PPTP tunnel
// (through GRE), a serial link. Address and control, and the protocol's first byte, may be left out.
// RFC 1661, section 2; RFC 1662, section 3.1.

namespace vethscope {
namespace {

constexpr std::size_t smallest = 1;
constexpr std::uint8_t allStations = 0xff;
constexpr std::uint8_t unnumberedInformation = 0x03;

constexpr auto protocolNames = std::to_array<ValueName>({
    {0x0021, "Internet Protocol version 4"}, {0x0057, "Internet Protocol version 6"}, {0x0031, "Bridging PDU"},
    {0x0281, "MPLS Unicast"}, {0x0283, "MPLS Multicast"}, {0x8021, "IP Control Protocol"}, {0x8057, "IPv6 Control Protocol"},
    {0x80fd, "Compression Control Protocol"}, {0x8281, "MPLS Control Protocol"}, {0xc021, "Link Control Protocol"},
    {0xc023, "Password Authentication Protocol"}, {0xc025, "Link Quality Report"}, {0xc223, "Challenge Handshake Authentication Protocol"},
});

constexpr auto varyingFields = std::to_array<Field>({
    varying("address",          "Address",  Show::Hexadecimal),
    varying("control",          "Control",  Show::Hexadecimal),
    wide(4, varying("protocol", "Protocol", Show::Hexadecimal, protocolNames)),
});

constexpr auto claims = std::to_array<Claim>({{Claim::LinkType, 9}, {Claim::LinkType, 50}, {Claim::EtherType, 0x880b}});

// Where the protocol stands; its last byte alone is odd, so an odd first byte is the only one.
struct Place {
    std::size_t offset;
    std::size_t size;
    std::size_t end() const { return offset + size; }
};

Place protocolPlace(Bytes bytes)
{
    const bool framed = bytes.size() > 2 && byteAt(bytes, 0) == allStations && byteAt(bytes, 1) == unnumberedInformation;
    const std::size_t at = framed ? 2 : 0;
    return {at, (byteAt(bytes, at) & 1) != 0 ? 1u : 2u};
}

Dissected dissect(Bytes bytes)
{
    const Place place = protocolPlace(bytes);
    if (bytes.size() < place.end())
        return std::unexpected(Damage::tooShort(place.end(), bytes.size()));
    const auto protocol = static_cast<std::uint32_t>(readUnsigned(bytes, place.offset, place.size));
    return Step{.size = place.end(), .claims = {{{Claim::PppProtocol, protocol}}}};
}

void details(const LayerView &view, Details &details)
{
    const Bytes header = view.header();
    const Place place = protocolPlace(header);
    if (place.offset > 0) {
        details.add(named(varyingFields, "address"), header, octets(0, 1));
        details.add(named(varyingFields, "control"), header, octets(1, 1));
    }
    details.add(named(varyingFields, "protocol"), header, octets(place.offset, place.size));
}

void summary(const LayerView &view, TextBuffer &out)
{
    const Place place = protocolPlace(view.header());
    const std::uint64_t protocol = readUnsigned(view.header(), place.offset, place.size);
    const std::string_view name = nameOf(protocolNames, protocol);
    name.empty() ? print(out, "protocol 0x{:04x}", protocol) : print(out, name);
}

} // namespace

constinit const Protocol protocols::ppp{
    .name = "ppp",
    .title = "Point-to-Point Protocol",
    .shortTitle = "PPP",
    .reference = "RFC 1661",
    .headerSize = smallest,
    .varying = varyingFields,
    .claims = claims,
    .dissect = dissect,
    .details = details,
    .summary = summary,
};

} // namespace vethscope
