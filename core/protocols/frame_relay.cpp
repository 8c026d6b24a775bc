#include "core/dissect/details.h"
#include "core/dissect/layerview.h"
#include "core/protocols/names.h"
#include "core/protocols/protocols.h"

// Frame relay joins sites by circuits, each with a number (DLCI). ITU-T Q.922, section 3.2; what follows is named
// by an NLPID (RFC 2427, section 4.1) or, as Cisco has it, by an EtherType.

namespace vethscope {
namespace {

constexpr std::size_t shortest = 2; // address of two bytes; one with the longest has four
constexpr std::size_t longest = 4;
constexpr std::uint8_t unnumberedInformation = 0x03;

constexpr auto nlpidNames = std::to_array<ValueName>({
    {0x08, "Q.933"}, {0x80, "SNAP"}, {0x81, "CLNP"}, {0x82, "ES-IS"}, {0x83, "IS-IS"}, {0x8e, "IPv6"}, {0xb1, "FRF.12"}, {0xcc, "IP"}, {0xcf, "PPP"},
});

constexpr auto fields = std::to_array<Field>({
    group("first_addr_octet",  "First address octet",  bits(0, 8)),
    wide(2, {"upper_dlci",     "Upper DLCI",           bits(0, 6),  Show::Hexadecimal}),
    {"cr",                     "CR",                   bits(6, 1),  Show::Flag},
    {"ea",                     "EA",                   bits(7, 1),  Show::Flag},
    group("second_addr_octet", "Second address octet", bits(8, 8)),
    wide(2, {"second_dlci",    "Second DLCI",          bits(8, 4),  Show::Hexadecimal}),
    {"fecn",                   "FECN",                 bits(12, 1), Show::Flag},
    {"becn",                   "BECN",                 bits(13, 1), Show::Flag},
    {"de",                     "DE",                   bits(14, 1), Show::Flag},
    {"ea",                     "EA",                   bits(15, 1), Show::Flag},
});
static_assert(tiles(fields, shortest));

constexpr auto varyingFields = std::to_array<Field>({
    varying("ea",        "EA",            Show::Flag),
    varying("dlci",      "DLCI",          Show::Decimal),
    varying("control",   "Control Field", Show::Hexadecimal),
    varying("nlpid",     "NLPID",         Show::Hexadecimal, nlpidNames),
    varying("chdlctype", "Type",          Show::Hexadecimal, etherTypeNames),
});

constexpr auto claims = std::to_array<Claim>({{Claim::LinkType, 107}});

// The last byte of the address is odd.
std::size_t addressSize(Bytes bytes)
{
    for (std::size_t size = shortest; size <= std::min(longest, bytes.size()); ++size)
        if (byteAt(bytes, size - 1) & 1)
            return size;
    return longest;
}

bool hasNlpid(Bytes bytes, std::size_t at)
{
    return byteAt(bytes, at) == unnumberedInformation;
}

Step nlpidStep(std::size_t size, std::uint8_t nlpid)
{
    switch (nlpid) {
    case 0xcc: return {.size = size, .next = &protocols::ipv4};
    case 0x8e: return {.size = size, .next = &protocols::ipv6};
    case 0xcf: return {.size = size, .next = &protocols::ppp};
    default: return {.size = size};
    }
}

Dissected dissect(Bytes bytes)
{
    const std::size_t at = addressSize(bytes);
    if (bytes.size() < at + 2)
        return std::unexpected(Damage::tooShort(at + 2, bytes.size()));
    if (hasNlpid(bytes, at))
        return nlpidStep(at + 2, byteAt(bytes, at + 1));
    return Step{.size = at + 2, .claims = {{{Claim::EtherType, read16(bytes, at)}}}};
}

std::uint64_t circuit(Bytes header)
{
    const std::size_t size = addressSize(header);
    std::uint64_t number = std::uint64_t{byteAt(header, 0)} >> 2 << 4 | byteAt(header, 1) >> 4;
    for (std::size_t i = shortest; i < size; ++i)
        number = i + 1 == size ? number << 6 | byteAt(header, i) >> 2 : number << 7 | byteAt(header, i) >> 1;
    return number;
}

void details(const LayerView &view, Details &details)
{
    const Bytes header = view.header();
    const std::size_t at = addressSize(header);
    for (std::size_t i = shortest; i < at; ++i)
        details.add(named(varyingFields, "ea"), header, bits(i * 8 + 7, 1));
    details.generate(named(varyingFields, "dlci"), circuit(header), octets(0, at));
    if (!hasNlpid(header, at))
        return details.add(named(varyingFields, "chdlctype"), header, octets(at, 2));
    details.add(named(varyingFields, "control"), header, octets(at, 1));
    details.add(named(varyingFields, "nlpid"), header, octets(at + 1, 1));
}

void summary(const LayerView &view, TextBuffer &out)
{
    print(out, "DLCI {}", circuit(view.header()));
}

} // namespace

constinit const Protocol protocols::frameRelay{
    .name = "fr",
    .title = "Frame Relay",
    .shortTitle = "Frame Relay",
    .reference = "RFC 2427",
    .headerSize = shortest,
    .fields = fields,
    .varying = varyingFields,
    .claims = claims,
    .dissect = dissect,
    .details = details,
    .summary = summary,
};

} // namespace vethscope
