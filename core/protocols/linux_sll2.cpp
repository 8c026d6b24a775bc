#include "core/dissect/format.h"
#include "core/dissect/details.h"
#include "core/dissect/layerview.h"
#include "core/protocols/linux_cooked.h"
#include "core/protocols/names.h"
#include "core/protocols/protocols.h"

// The newer cooked header names the interface that each frame was seen on, so that one capture with
// `tcpdump -i any` shows a packet on veth, cni0, flannel.1 and eth0. tcpdump.org, LINKTYPE_LINUX_SLL2.

namespace vethscope {
namespace {

constexpr std::size_t headerSize = 20;

// The field holds eight bytes of address, of which most links need six.
bool hasType(Bytes header)
{
    return isEtherType(read16(header, 0));
}

bool hasLinuxType(Bytes header)
{
    return !hasType(header);
}

bool sixByteAddress(Bytes header)
{
    return byteAt(header, 11) == 6;
}

constexpr auto fields = std::to_array<Field>({
    onlyIf(hasType,      {"etype", "Protocol", bits(0, 16), Show::Hexadecimal, etherTypeNames}),
    onlyIf(hasLinuxType, {"ltype", "Protocol", bits(0, 16), Show::Hexadecimal, cookedLinuxTypes}),
    reserved(bits(16, 16)),
    {"ifindex", "Interface index",           bits(32, 32), Show::Decimal},
    {"hatype",  "Link-layer address type",   bits(64, 16), Show::Decimal, arpHardwareNames},
    {"pkttype", "Packet type",               bits(80, 8),  Show::Decimal, cookedPacketTypes},
    {"halen",   "Link-layer address length", bits(88, 8),  Show::Decimal},
    onlyIf(sixByteAddress, {"src.eth", "Source", bits(96, 48), Show::Mac}),
    onlyIf(sixByteAddress, {"unused",  "Unused", bits(144, 16), Show::Raw}),
});
static_assert(tiles(fields, headerSize));

constexpr auto varyingFields = std::to_array<Field>({
    varying("src.other", "Source", Show::Raw),
    varying("unused", "Unused", Show::Raw), // what an address of another length leaves
});

constexpr auto claims = std::to_array<Claim>({{Claim::LinkType, 276}});

Dissected dissect(Bytes bytes)
{
    return cookedStep(headerSize, read16(bytes, 0));
}

void details(const LayerView &view, Details &details)
{
    const std::size_t length = byteAt(view.header(), 11);
    if (!sixByteAddress(view.header()) && length > 0)
        details.add(named(varyingFields, "src.other"), view.header(), octets(12, std::min<std::size_t>(length, 8)));
    if (!sixByteAddress(view.header()) && length < 8)
        details.add(named(varyingFields, "unused"), view.header(), octets(12u + length, 8u - length));
}

void summary(const LayerView &view, TextBuffer &out)
{
    print(out, "{} · interface {}", nameOf(cookedPacketTypes, view.number(named(fields, "pkttype"))),
          view.number(named(fields, "ifindex")));
}

} // namespace

constinit const Protocol protocols::linuxSll2{
    .name = "sll",
    .title = "Linux cooked capture v2",
    .shortTitle = "SLL2",
    .reference = "LINKTYPE_LINUX_SLL2",
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
