#include "core/dissect/details.h"
#include "core/dissect/layerview.h"
#include "core/protocols/names.h"
#include "core/protocols/protocols.h"

// A BSD or macOS loopback frame begins with the address family of its packet: in the byte order of the
// machine that captured (NULL), or in network order (LOOP). tcpdump.org, LINKTYPE_NULL and LINKTYPE_LOOP.

namespace vethscope {
namespace {

constexpr std::size_t headerSize = 4;

// The BSDs never agreed on a number for IPv6.
constexpr auto families = std::to_array<ValueName>({
    {2, "IP"}, {7, "OSI"}, {16, "AppleTalk"}, {23, "IPX"}, {24, "IPv6 (NetBSD, OpenBSD)"}, {28, "IPv6 (FreeBSD)"}, {30, "IPv6 (macOS)"},
});

constexpr auto varyingFields = std::to_array<Field>({
    varying("family", "Family", Show::Decimal, families),
    wide(4, varying("type", "Type", Show::Hexadecimal, etherTypeNames)),
});

constexpr auto nullClaims = std::to_array<Claim>({{Claim::LinkType, 0}});
constexpr auto loopClaims = std::to_array<Claim>({{Claim::LinkType, 108}});

// Families are small, so the order in which the number is small is its order. IRIX and UNICOS write
// 16 bits and leave the rest empty; Windows tools write EtherTypes.
std::uint32_t familyOf(Bytes bytes)
{
    const std::uint32_t big = read32(bytes, 0);
    const std::uint32_t little = __builtin_bswap32(big);
    if (little >> 16 == 0)
        return (little & 0xff) == 0 && little < 0x600 ? little >> 8 : little;
    if (little >> 24 == 0 && little >> 16 < 6)
        return little >> 16;
    return big;
}

Step stepBehind(std::uint32_t family)
{
    switch (family) {
    case 2: return {.size = headerSize, .next = &protocols::ipv4};
    case 24:
    case 28:
    case 30: return {.size = headerSize, .next = &protocols::ipv6};
    default: break;
    }
    if (family > maximumLength && family <= 0xffff)
        return {.size = headerSize, .claims = {{{Claim::EtherType, family}}}};
    return {.size = headerSize};
}

Dissected dissectNull(Bytes bytes)
{
    // Some systems write PPP's address and control in its place.
    if (read16(bytes, 0) == 0xff03)
        return Step{.size = 0, .next = &protocols::ppp};
    return stepBehind(familyOf(bytes));
}

// A number that makes sense in the other order only is read in that.
Dissected dissectLoop(Bytes bytes)
{
    return stepBehind(familyOf(bytes));
}

void details(const LayerView &view, Details &details)
{
    if (view.header().empty())
        return;
    const std::uint32_t family = familyOf(view.header());
    const bool type = family > maximumLength && family <= 0xffff;
    details.add(type ? named(varyingFields, "type") : named(varyingFields, "family"), octets(0, headerSize), family);
}

} // namespace

constinit const Protocol protocols::null{
    .name = "null",
    .title = "Null/Loopback",
    .shortTitle = "Null",
    .reference = "LINKTYPE_NULL",
    .headerSize = headerSize,
    .varying = varyingFields,
    .claims = nullClaims,
    .dissect = dissectNull,
    .details = details,
};

constinit const Protocol protocols::loop{
    .name = "null",
    .title = "Null/Loopback",
    .shortTitle = "Loop",
    .reference = "LINKTYPE_LOOP",
    .headerSize = headerSize,
    .varying = varyingFields,
    .claims = loopClaims,
    .dissect = dissectLoop,
    .details = details,
};

} // namespace vethscope
