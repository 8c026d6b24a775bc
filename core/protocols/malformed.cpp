#include "core/dissect/details.h"
#include "core/dissect/layerview.h"
#include "core/protocols/protocols.h"

// Where Wireshark gives up on a frame, it says so in fields of no protocol, which scripts ask for: `_ws.malformed`
// when bytes are missing that the frame itself should have had or contradict each other, `_ws.short` when the capture
// cut them off (epan/show_exception.c).

namespace vethscope {
namespace {

constexpr auto varyingFields = std::to_array<Field>({
    varying("malformed", "Malformed Packet", Show::Text),
    varying("short",     "Short Frame",      Show::Text),
});

// One for each error that a header's details note.
void addErrors(const LayerView &header, Details &details)
{
    if (!header.protocol().details)
        return;
    Details found;
    header.protocol().details(header, found);
    for (const Note &note : found.notes)
        if (note.severity == Severity::Error)
            details.add(named(varyingFields, "malformed"), {}, "_ws.malformed");
}

void details(const LayerView &view, Details &details)
{
    for (std::size_t i = 0; i < view.packet().size(); ++i)
        addErrors({view.frame(), view.packet(), i}, details);
    const auto &stop = view.packet().stop();
    if (!stop || stop->quoted) // an ICMP error need not quote a whole header
        return;
    const std::string_view title = stop->protocol->shortTitle;
    if (stop->cutByCapture) {
        details.add(named(varyingFields, "short"), {}, details.format("[Packet size limited during capture: {} truncated]", title));
        return;
    }
    details.add(named(varyingFields, "malformed"), {}, details.format("[Malformed Packet: {}]", title));
    details.add(named(varyingFields, "malformed"), {}, "_ws.malformed");
}

} // namespace

constinit const Protocol protocols::malformed{
    .name = "_ws",
    .title = "Malformed Packet",
    .shortTitle = "Malformed",
    .varying = varyingFields,
    .details = details,
};

} // namespace vethscope
