#include "core/dissect/details.h"
#include "core/dissect/format.h"
#include "core/dissect/layerview.h"
#include "core/protocols/protocols.h"

// FDDI frames of old backbones, with LLC inside. ISO 9314-2; addresses stand with the bits of each byte
// turned round (RFC 1390), as Wireshark takes them in LINKTYPE_FDDI too, whatever wrote the capture.

namespace vethscope {
namespace {

constexpr std::size_t headerSize = 13;
constexpr std::size_t addressSize = 6;

constexpr auto formats = std::to_array<ValueName>({
    {0x0, "Void or token"}, {0x1, "MAC"}, {0x4, "SMT"}, {0x5, "Async LLC"}, {0x6, "Implementer"}, {0x8, "Sync void or restricted token"},
    {0xc, "Sync SMT"}, {0xd, "Sync LLC"},
});
constexpr auto fields = std::to_array<Field>({
    group("fc",       "Frame Control",       bits(0, 8)),
    wide(2, {"fc.clf", "Class/Length/Format", bits(0, 4), Show::Hexadecimal, formats}),
    reserved(bits(4, 1)),
    {"fc.prio",       "Priority",            bits(5, 3), Show::Decimal},
});
static_assert(tiles(fields, 1)); // addresses, turned round, are found by details

constexpr auto varyingFields = std::to_array<Field>({
    varying("dst", "Destination", Show::Mac),
    varying("src", "Source",      Show::Mac),
});
constexpr auto aliases = std::to_array<Alias>({{"addr", "Address", {"dst", "src"}}});
constexpr auto claims = std::to_array<Claim>({{Claim::LinkType, 10}});

constexpr bool carriesLlc(std::uint8_t control)
{
    return (control & 0x70) == 0x50;
}

using Address = std::array<std::byte, addressSize>;

Address addressAt(Bytes header, std::size_t offset)
{
    Address turned{};
    for (std::size_t i = 0; i < addressSize; ++i)
        for (unsigned bit = 0; bit < 8; ++bit)
            if (byteAt(header, offset + i) & 1u << bit)
                turned[i] |= std::byte{0x80} >> bit;
    return turned;
}

Dissected dissect(Bytes bytes)
{
    if (!carriesLlc(byteAt(bytes, 0)))
        return Step{.size = headerSize};
    return Step{.size = headerSize, .next = &protocols::llc};
}

void details(const LayerView &view, Details &details)
{
    const auto add = [&](const Field &field, std::size_t offset) {
        const Address address = addressAt(view.header(), offset);
        details.add(field, octets(offset, addressSize), asBytes(details.keep(asText(Bytes(address)))));
    };
    add(named(varyingFields, "dst"), 1);
    add(named(varyingFields, "src"), 1 + addressSize);
}

void summary(const LayerView &view, TextBuffer &out)
{
    printMac(out, Bytes(addressAt(view.header(), 1 + addressSize)));
    print(out, " → ");
    printMac(out, Bytes(addressAt(view.header(), 1)));
}

} // namespace

constinit const Protocol protocols::fddi{
    .name = "fddi",
    .title = "Fiber Distributed Data Interface",
    .shortTitle = "FDDI",
    .reference = "ISO 9314-2",
    .headerSize = headerSize,
    .fields = fields,
    .varying = varyingFields,
    .aliases = aliases,
    .claims = claims,
    .dissect = dissect,
    .details = details,
    .summary = summary,
};

} // namespace vethscope
