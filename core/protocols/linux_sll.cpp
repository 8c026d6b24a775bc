#include "core/dissect/format.h"
#include "core/dissect/details.h"
#include "core/dissect/layerview.h"
#include "core/protocols/linux_cooked.h"
#include "core/protocols/names.h"
#include "core/protocols/protocols.h"

// The cooked header of `tcpdump -i any`: the kernel has taken the link's own header away.
// tcpdump.org, LINKTYPE_LINUX_SLL.

namespace vethscope {
namespace {

constexpr std::size_t headerSize = 16;

// The field holds eight bytes of address, of which most links need six.
bool hasType(Bytes header)
{
    return isEtherType(read16(header, 14));
}

bool hasLinuxType(Bytes header)
{
    return !hasType(header);
}

bool sixByteAddress(Bytes header)
{
    return read16(header, 4) == 6;
}

bool otherAddress(Bytes header)
{
    return !sixByteAddress(header);
}

constexpr auto fields = std::to_array<Field>({
    {"pkttype", "Packet type",               bits(0, 16),  Show::Decimal, cookedPacketTypes},
    {"hatype",  "Link-layer address type",   bits(16, 16), Show::Decimal, arpHardwareNames},
    {"halen",   "Link-layer address length", bits(32, 16), Show::Decimal},
    onlyIf(sixByteAddress, {"src.eth", "Source", bits(48, 48), Show::Mac}),
    onlyIf(sixByteAddress, {"unused",  "Unused", bits(96, 16), Show::Raw}),
    onlyIf(hasType,      {"etype", "Protocol", bits(112, 16), Show::Hexadecimal, etherTypeNames}),
    onlyIf(hasLinuxType, {"ltype", "Protocol", bits(112, 16), Show::Hexadecimal, cookedLinuxTypes}),
});
static_assert(tiles(fields, headerSize));

constexpr auto varyingFields = std::to_array<Field>({
    varying("src.other", "Source", Show::Raw),
    varying("unused", "Unused", Show::Raw), // what an address of another length leaves
});

constexpr auto claims = std::to_array<Claim>({{Claim::LinkType, 113}});

Dissected dissect(Bytes bytes)
{
    return cookedStep(headerSize, read16(bytes, 14));
}

void details(const LayerView &view, Details &details)
{
    const std::uint16_t length = read16(view.header(), 4);
    if (otherAddress(view.header()) && length > 0)
        details.add(named(varyingFields, "src.other"), view.header(), octets(6, std::min<std::size_t>(length, 8)));
    if (!sixByteAddress(view.header()) && length < 8)
        details.add(named(varyingFields, "unused"), view.header(), octets(6u + length, 8u - length));
}

void summary(const LayerView &view, TextBuffer &out)
{
    print(out, nameOf(cookedPacketTypes, view.number(named(fields, "pkttype"))));
    if (sixByteAddress(view.header())) {
        print(out, " · ");
        printMac(out, view.raw(named(fields, "src.eth")));
    }
}

} // namespace

constinit const Protocol protocols::linuxSll{
    .name = "sll",
    .title = "Linux cooked capture v1",
    .shortTitle = "SLL",
    .reference = "LINKTYPE_LINUX_SLL",
    .headerSize = headerSize,
    .fields = fields,
    .varying = varyingFields,
    .claims = claims,
    .dissect = dissect,
    .details = details,
    .summary = summary,
    .throughEtherType = hasType,
};

} // namespace vethscope
