#include "core/dissect/layerview.h"
#include "core/protocols/ip_version.h"
#include "core/protocols/protocols.h"

#include <algorithm>

// A pseudowire carries frames through an MPLS network. Its control word keeps routers from taking them
// for IP; a first digit of 1 marks the channel that watches over it. RFC 4385, sections 3 and 5; RFC 4448.

namespace vethscope {
namespace {

constexpr std::size_t wordSize = 4;

constexpr auto controlFields = std::to_array<Field>({
    reserved(bits(0, 16)),
    whole({"pweth.cw.sequence_number", "Sequence Number", bits(16, 16), Show::Decimal}),
});
static_assert(tiles(controlFields, wordSize));

// The word that all kinds of pseudowires share: Ethernet's leaves out what is between the digit and the number.
constexpr auto wordFields = std::to_array<Field>({
    reserved(bits(0, 4)),
    wide(4, {"flags",   "Flags",           bits(4, 6),   Show::Hexadecimal}),
    {"length",          "Length",          bits(10, 6),  Show::Decimal},
    {"sequence_number", "Sequence Number", bits(16, 16), Show::Decimal},
});
static_assert(tiles(wordFields, wordSize));

// IANA, MPLS Generalized Associated Channel Types.
constexpr auto channelTypes = std::to_array<ValueName>({
    {0x0007, "BFD Control without IP/UDP"}, {0x0021, "IPv4 packet"}, {0x0022, "MPLS-TP CC message"}, {0x0023, "MPLS-TP CV message"},
    {0x0025, "On-Demand CV"}, {0x0057, "IPv6 packet"}, {0x0058, "Fault OAM"},
});

constexpr auto channelFields = std::to_array<Field>({
    {"", "First digit",                bits(0, 4),   Show::Decimal},
    {"ver", "Channel Version",         bits(4, 4),   Show::Decimal},
    {"res", "Reserved",                bits(8, 8),   Show::Hexadecimal},
    {"channel_type", "Channel Type",   bits(16, 16), Show::Hexadecimal, channelTypes},
});
static_assert(tiles(channelFields, wordSize));

Dissected dissectControl(Bytes)
{
    return Step{.size = wordSize, .next = &protocols::ethernet};
}

// A packet so short that a link may have padded it says how long it is, with this word (RFC 4385, section 3).
Dissected dissectWord(Bytes bytes)
{
    const std::size_t length = readBits(bytes, named(wordFields, "length").place);
    return Step{.size = wordSize,
                .next = ipByVersion(bytes.subspan(wordSize)),
                .payload = length == 0 ? Step::everything : length - std::min(length, wordSize)};
}

Dissected dissectChannel(Bytes bytes)
{
    const std::uint16_t type = read16(bytes, 2);
    const Protocol *next = type == 0x0021 ? &protocols::ipv4 : type == 0x0057 ? &protocols::ipv6 : nullptr;
    return Step{.size = wordSize, .next = next};
}

void channelSummary(const LayerView &view, TextBuffer &out)
{
    const std::string_view name = nameOf(channelTypes, view.number(named(channelFields, "channel_type")));
    print(out, name.empty() ? std::string_view("unknown channel") : name);
}

void wordSummary(const LayerView &view, TextBuffer &out)
{
    print(out, "Sequence number {}", view.number(named(wordFields, "sequence_number")));
}

void controlSummary(const LayerView &view, TextBuffer &out)
{
    print(out, "Sequence number {}", view.number(named(controlFields, "pweth.cw.sequence_number")));
}

} // namespace

constinit const Protocol protocols::pseudowireControl{
    .name = "pwethcw",
    .title = "PW Ethernet Control Word",
    .shortTitle = "PW Control Word",
    .reference = "RFC 4448",
    .headerSize = wordSize,
    .fields = controlFields,
    .dissect = dissectControl,
    .summary = controlSummary,
};

constinit const Protocol protocols::pseudowireWord{
    .name = "pwmcw",
    .title = "PW MPLS Control Word (generic/preferred)",
    .shortTitle = "PW Control Word",
    .reference = "RFC 4385",
    .headerSize = wordSize,
    .fields = wordFields,
    .dissect = dissectWord,
    .summary = wordSummary,
};

constinit const Protocol protocols::pseudowireChannel{
    .name = "pwach",
    .title = "PW Associated Channel Header",
    .shortTitle = "PW Channel",
    .reference = "RFC 4385",
    .headerSize = wordSize,
    .fields = channelFields,
    .dissect = dissectChannel,
    .summary = channelSummary,
};

} // namespace vethscope
