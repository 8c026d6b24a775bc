#include "core/dissect/details.h"
#include "core/dissect/layerview.h"
#include "core/protocols/field_cursor.h"
#include "core/protocols/protocols.h"

// Teredo carries IPv6 through the NAT of a home router: in UDP, behind indications of who asks and what the NAT made
// of him. RFC 4380, section 5.1.1.

namespace vethscope {
namespace {

constexpr std::uint16_t originIndication = 0;
constexpr std::uint16_t authentication = 1;
constexpr std::size_t originSize = 8;
constexpr std::size_t nonceSize = 8;

constexpr auto varyingFields = std::to_array<Field>({
    varying("auth",       "Teredo Authentication header",    Show::Flag),
    varying("auth.idlen", "Client identifier length",        Show::Decimal),
    varying("auth.aulen", "Authentication value length",     Show::Decimal),
    varying("auth.id",    "Client identifier",               Show::Raw),
    varying("auth.value", "Authentication value",            Show::Raw),
    varying("auth.nonce", "Nonce value",                     Show::Raw),
    varying("auth.conf",  "Confirmation byte",               Show::Raw),
    varying("orig",       "Teredo Origin Indication header", Show::Flag),
    varying("orig.port",  "Origin UDP port",                 Show::Decimal),
    varying("orig.addr",  "Origin IPv4 address",             Show::Ipv4),
});

constexpr auto claims = std::to_array<Claim>({{Claim::UdpPort, 3544}});

std::size_t authenticationSize(Bytes bytes)
{
    return 4 + std::size_t{byteAt(bytes, 2)} + byteAt(bytes, 3) + nonceSize + 1;
}

// How long the indications in front of the packet are; more than there is, when they are cut.
std::size_t indications(Bytes bytes)
{
    std::size_t size = 0;
    if (bytes.size() >= 4 && read16(bytes, 0) == authentication)
        size = authenticationSize(bytes);
    if (bytes.size() >= size + 2 && read16(bytes, size) == originIndication)
        size += originSize;
    return size;
}

bool accepts(Bytes bytes)
{
    const std::size_t size = indications(bytes);
    return size < bytes.size() && byteAt(bytes, size) >> 4 == 6;
}

Dissected dissect(Bytes bytes)
{
    const std::size_t size = indications(bytes);
    if (size > bytes.size())
        return std::unexpected(Damage::tooShort(size, bytes.size()));
    return Step{.size = size, .next = &protocols::ipv6, .boundary = Boundary::Tunnel};
}

void addAuthentication(FieldCursor &header)
{
    header.details().add(named(varyingFields, "auth"), octets(header.at(), authenticationSize(header.bytes())), 1);
    const auto below = header.details().below();
    header.skip(2);
    const std::uint64_t identifier = header.number(named(varyingFields, "auth.idlen"), 1);
    const std::uint64_t value = header.number(named(varyingFields, "auth.aulen"), 1);
    if (identifier > 0)
        header.add(named(varyingFields, "auth.id"), identifier);
    if (value > 0)
        header.add(named(varyingFields, "auth.value"), value);
    header.add(named(varyingFields, "auth.nonce"), nonceSize);
    header.add(named(varyingFields, "auth.conf"), 1);
}

// Port and address with all bits turned over, so that no NAT on the way changes them.
void addOrigin(Details &details, Bytes header, std::size_t at)
{
    details.add(named(varyingFields, "orig"), octets(at, originSize), 1);
    const auto below = details.below();
    details.add(named(varyingFields, "orig.port"), octets(at + 2, 2), ~read16(header, at + 2) & 0xffffu);
    std::array<std::byte, 4> address{};
    for (std::size_t i = 0; i < address.size(); ++i)
        address[i] = ~header[at + 4 + i];
    details.add(named(varyingFields, "orig.addr"), octets(at + 4, 4), asBytes(details.keep(asText(Bytes(address)))));
}

void details(const LayerView &view, Details &details)
{
    FieldCursor header(details, view.header(), 0, view.header().size());
    if (header.left() > originSize && header.peek(2) == authentication)
        addAuthentication(header);
    if (header.left() == originSize)
        addOrigin(details, view.header(), header.at());
}

void summary(const LayerView &view, TextBuffer &out)
{
    print(out, view.header().empty() ? "no indications" : "indications in front of the packet");
}

} // namespace

constinit const Protocol protocols::teredo{
    .name = "teredo",
    .title = "Teredo IPv6 over UDP tunneling",
    .shortTitle = "Teredo",
    .reference = "RFC 4380",
    .varying = varyingFields,
    .claims = claims,
    .dissect = dissect,
    .accepts = accepts,
    .details = details,
    .summary = summary,
    .tunnel = "teredo",
};

} // namespace vethscope
