#include "core/dissect/details.h"
#include "core/dissect/layerview.h"
#include "core/protocols/protocols.h"
#include "core/protocols/tunnel_likeness.h"

// Bytes that no protocol claims, shown as they are.

namespace vethscope {
namespace {

constexpr auto varyingFields = std::to_array<Field>({
    varying("data", "Data", Show::Raw),
    varying("len", "Length", Show::Decimal),
});

// A port that belongs to a tunnel, and bytes behind it that are none.
struct Refusal {
    const Protocol *protocol;
    Sentence (*says)(std::uint16_t port);
};
constexpr auto refusals = std::to_array<Refusal>({
    {&protocols::vxlan, [](std::uint16_t port) { return Sentence::of("UDP port {} is VXLAN's, but what follows is no VXLAN header", port); }},
    {&protocols::flannelUdp,
     [](std::uint16_t port) { return Sentence::of("UDP port {} is that of flannel's UDP backend, but what follows is no IP packet", port); }},
});

bool isKnownLink(std::uint32_t linkType)
{
    for (const Protocol *protocol : protocols::all)
        for (const Claim &claim : protocol->claims)
            if (claim.kind == Claim::LinkType && claim.value == linkType)
                return true;
    return false;
}

void noteWhyItIsData(const LayerView &view, Details &details)
{
    const auto outer = view.outer();
    if (!outer && !isKnownLink(view.frame().linkType))
        details.note(Severity::Note, Sentence::of("link type {} is not known here", view.frame().linkType));
    if (!outer || &outer->protocol() != &protocols::udp)
        return;
    for (const Refusal &refusal : refusals)
        if (const auto port = registeredPort(*outer, *refusal.protocol); port && !refusal.protocol->accepts(outer->payload()))
            details.note(Severity::Warning, refusal.says(*port));
}

Dissected dissect(Bytes bytes)
{
    return Step{.size = bytes.size(), .carries = false};
}

void details(const LayerView &view, Details &details)
{
    if (!view.header().empty()) { // a frame may have no bytes at all
        details.add(named(varyingFields, "data"), view.header(), octets(0, view.header().size()));
        details.generate(named(varyingFields, "len"), view.header().size());
    }
    noteWhyItIsData(view, details);
}

void summary(const LayerView &view, TextBuffer &out)
{
    const std::size_t size = view.header().size();
    print(out, "{} byte{}", size, size == 1 ? "" : "s");
}

} // namespace

constinit const Protocol protocols::data{
    .name = "data",
    .title = "Data",
    .shortTitle = "Data",
    .varying = varyingFields,
    .dissect = dissect,
    .details = details,
    .summary = summary,
};

} // namespace vethscope
