#include "core/dissect/layerview.h"
#include "core/protocols/ethernet_likeness.h"
#include "core/protocols/protocols.h"
#include "core/protocols/tunnel_likeness.h"

// MPLS routers forward by a stack of labels and never look below its bottom, so nothing says what the
// labels carry but the payload itself. RFC 3032, section 2; RFC 4928 for the first four bits.

namespace vethscope {
namespace {

constexpr std::size_t entrySize = 4;

constexpr auto specialLabels = std::to_array<ValueName>({
    {0, "IPv4 Explicit-Null"}, {1, "Router Alert"}, {2, "IPv6 Explicit-Null"}, {3, "Implicit-Null"},
    {7, "Entropy Label Indicator"}, {13, "Generic Associated Channel Label (GAL)"}, {14, "OAM Alert"}, {15, "Extension"},
});
constexpr std::uint64_t associatedChannel = 13;

constexpr auto fields = std::to_array<Field>({
    {"label",  "MPLS Label",                 bits(0, 20), Show::Decimal, specialLabels},
    {"exp",    "MPLS Experimental Bits",     bits(20, 3), Show::Decimal},
    {"bottom", "MPLS Bottom Of Label Stack", bits(23, 1), Show::Decimal},
    {"ttl",    "MPLS TTL",                   bits(24, 8), Show::Decimal},
});
static_assert(tiles(fields, entrySize));

constexpr auto claims = std::to_array<Claim>({
    {Claim::EtherType, 0x8847}, {Claim::EtherType, 0x8848}, {Claim::PppProtocol, 0x0281}, {Claim::PppProtocol, 0x0283},
});

const Protocol *payloadProtocol(Bytes payload)
{
    if (payload.empty())
        return nullptr;
    switch (byteAt(payload, 0) >> 4) {
    case 4: return (byteAt(payload, 0) & 0x0f) >= 5 ? &protocols::ipv4 : frameOrNothing(payload);
    case 6: return &protocols::ipv6;
    case 1: return &protocols::pseudowireChannel;
    case 0: {
        // A pseudowire's control word, or a frame without one whose destination begins with a zero.
        const Bytes behindWord = payload.subspan(std::min(entrySize, payload.size()));
        if (surelyIpv4(behindWord) || surelyIpv6(behindWord))
            return &protocols::pseudowireWord;
        return looksLikeEthernet(payload) && !looksLikeEthernet(behindWord) ? &protocols::ethernet : &protocols::pseudowireControl;
    }
    default: return frameOrNothing(payload);
    }
}

Dissected dissect(Bytes bytes)
{
    if (!readBits(bytes, named(fields, "bottom").place))
        return Step{.size = entrySize, .next = &protocols::mpls};
    if (readBits(bytes, named(fields, "label").place) == associatedChannel)
        return Step{.size = entrySize, .next = &protocols::pseudowireChannel};
    return Step{.size = entrySize, .next = payloadProtocol(bytes.subspan(entrySize))};
}

void summary(const LayerView &view, TextBuffer &out)
{
    const std::uint64_t label = view.number(named(fields, "label"));
    print(out, "Label {}", label);
    if (const std::string_view name = nameOf(specialLabels, label); !name.empty())
        print(out, " ({})", name);
    print(out, ", Exp {}, S {}, TTL {}", view.number(named(fields, "exp")), view.number(named(fields, "bottom")),
          view.number(named(fields, "ttl")));
}

// Between two routers that have only IP between them, the labels stand behind UDP or IP itself: there
// they are a tunnel. RFC 7510; RFC 4023, section 3.1.
constexpr auto tunnelClaims = std::to_array<Claim>({{Claim::UdpPort, 6635}, {Claim::IpProtocol, 137}});

Dissected dissectTunnel(Bytes)
{
    return Step{.size = 0, .next = &protocols::mpls, .boundary = Boundary::Tunnel};
}

void tunnelSummary(const LayerView &, TextBuffer &out)
{
    print(out, "no header of its own: the labels follow");
}

} // namespace

constinit const Protocol protocols::mpls{
    .name = "mpls",
    .title = "MultiProtocol Label Switching Header",
    .shortTitle = "MPLS",
    .reference = "RFC 3032",
    .headerSize = entrySize,
    .fields = fields,
    .claims = claims,
    .dissect = dissect,
    .summary = summary,
    .identifier = &named(fields, "label"),
    .stack = true,
};

constinit const Protocol protocols::mplsTunnel{
    .name = "mpls-tunnel",
    .title = "MPLS over IP",
    .shortTitle = "MPLS over IP",
    .reference = "RFC 7510, RFC 4023",
    .claims = tunnelClaims,
    .dissect = dissectTunnel,
    .summary = tunnelSummary,
    .tunnel = "mpls",
    .unnamed = true,
};

} // namespace vethscope
