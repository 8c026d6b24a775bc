#include "core/dissect/details.h"
#include "core/dissect/layerview.h"
#include "core/protocols/names.h"
#include "core/protocols/protocols.h"

// Cisco's FabricPath carries Ethernet frames between the switches of a data centre. It looks like Ethernet, but the places
// of the addresses hold the numbers of switches and of ports; a frame for many keeps a group address as its destination.
// Cisco, "FabricPath Encapsulation"; read as Wireshark's packet-cisco-fabricpath.c does.

namespace vethscope {
namespace {

constexpr std::size_t headerSize = 16;
constexpr std::size_t addressSize = 6;

bool isForOne(Bytes header)
{
    return (byteAt(header, 0) & 1) == 0;
}

bool isForMany(Bytes header)
{
    return !isForOne(header);
}

constexpr auto fields = std::to_array<Field>({
    onlyIf(isForOne,  group("d_hmac", "Destination",          bits(0, 48), Show::Nothing)),
    onlyIf(isForOne,  {"",            "End Node ID, 6 bits",  bits(0, 6),  Show::Decimal}),
    onlyIf(isForOne,  {"ul",          "U/L bit",              bits(6, 1),  Show::Flag}),
    onlyIf(isForOne,  {"ig",          "I/G bit",              bits(7, 1),  Show::Flag}),
    onlyIf(isForOne,  {"",            "End Node ID, 2 bits",  bits(8, 2),  Show::Decimal}),
    onlyIf(isForOne,  reserved(bits(10, 1))),
    onlyIf(isForOne,  {"ooodl",       "Out of order",         bits(11, 1), Show::Flag}),
    onlyIf(isForOne,  {"swid",        "switch-id",            bits(12, 12), Show::Decimal}),
    onlyIf(isForOne,  {"sswid",       "sub-switch-id",        bits(24, 8), Show::Decimal}),
    onlyIf(isForOne,  {"lid",         "Destination LID",      bits(32, 16), Show::Decimal}),
    onlyIf(isForMany, {"d_hmac_mc",   "MC Destination",       bits(0, 48), Show::Mac}),
    group("s_hmac", "Source",            bits(48, 48), Show::Nothing),
    {"",      "End Node ID, 6 bits",     bits(48, 6),  Show::Decimal},
    {"ul",    "U/L bit",                 bits(54, 1),  Show::Flag},
    {"ig",    "I/G bit",                 bits(55, 1),  Show::Flag},
    {"",      "End Node ID, 2 bits",     bits(56, 2),  Show::Decimal},
    reserved(bits(58, 1)),
    {"ooodl", "Do not learn",            bits(59, 1),  Show::Flag},
    {"swid",  "switch-id",               bits(60, 12), Show::Decimal},
    {"sswid", "sub-switch-id",           bits(72, 8),  Show::Decimal},
    {"lid",   "Source LID",              bits(80, 16), Show::Decimal},
    {"etype", "FP Ethertype",            bits(96, 16), Show::Hexadecimal, etherTypeNames},
    {"ftag",  "FTAG",                    bits(112, 10), Show::Decimal},
    {"ttl",   "TTL",                     bits(122, 6), Show::Decimal},
});
static_assert(tiles(fields, headerSize));

constexpr auto varyingFields = std::to_array<Field>({
    varying("eid", "End Node ID", Show::Decimal),
});

Dissected dissect(Bytes)
{
    return Step{.size = headerSize, .next = &protocols::ethernet};
}

// Its upper six bits and its lower two stand apart: between them are the bits of an Ethernet address that tell its kind.
std::uint64_t endNode(Bytes header, std::size_t at)
{
    return readBits(header, bits(at * 8, 6)) << 2 | readBits(header, bits((at + 1) * 8, 2));
}

void details(const LayerView &view, Details &details)
{
    if (isForOne(view.header()))
        details.generate(named(varyingFields, "eid"), endNode(view.header(), 0), octets(0, 2));
    details.generate(named(varyingFields, "eid"), endNode(view.header(), addressSize), octets(addressSize, 2));
}

void printSwitch(TextBuffer &out, Bytes header, std::size_t at)
{
    print(out, "{:03x}.{:02x}.{:04x}", read16(header, at + 1) & 0xfffu, byteAt(header, at + 3), read16(header, at + 4));
}

void summary(const LayerView &view, TextBuffer &out)
{
    printSwitch(out, view.header(), addressSize);
    print(out, " → ");
    if (isForOne(view.header()))
        printSwitch(out, view.header(), 0);
    else
        print(out, "many");
    print(out, ", FTAG {}", view.number(named(fields, "ftag")));
}

} // namespace

constinit const Protocol protocols::fabricPath{
    .name = "cfp",
    .title = "Cisco FabricPath",
    .shortTitle = "FabricPath",
    .reference = "Cisco FabricPath",
    .headerSize = headerSize,
    .fields = fields,
    .varying = varyingFields,
    .dissect = dissect,
    .details = details,
    .summary = summary,
};

} // namespace vethscope
