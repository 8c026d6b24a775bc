#include "core/dissect/details.h"
#include "core/dissect/layerview.h"
#include "core/dissect/shown.h"
#include "core/protocols/framesentence.h"
#include "core/protocols/protocols.h"

// What is known of every frame without looking into it: its number, its time, its lengths.

namespace vethscope {
namespace {

constexpr auto varyingFields = std::to_array<Field>({
    varying("number",         "Frame Number",                         Show::Decimal),
    varying("time",           "Arrival Time",                         Show::Date),
    varying("time_epoch",     "Epoch Time",                           Show::Time),
    varying("time_delta",     "Time delta from previous captured frame", Show::Time),
    varying("time_delta_displayed", "Time delta from previous displayed frame", Show::Time),
    varying("time_relative",  "Time since reference or first frame",  Show::Time),
    varying("len",            "Frame length on the wire",             Show::Decimal),
    varying("cap_len",        "Frame length stored into the capture", Show::Decimal),
    varying("interface_id",   "Interface id",                         Show::Decimal),
    varying("interface_name", "Interface name",                       Show::Text),
    varying("protocols",      "Protocols in frame",                   Show::Text),
    varying("encap_type",     "Encapsulation type",                   Show::Decimal),
    varying("comment",        "Comment",                              Show::Text),
});

// Wireshark numbers the links it knows in an order of its own (wiretap/wtap.h, WTAP_ENCAP_).
struct Encapsulation {
    std::uint32_t linkType;
    std::uint64_t wiretap;
};
constexpr auto encapsulations = std::to_array<Encapsulation>({
    {0, 15}, {1, 1}, {9, 4}, {10, 6}, {12, 7}, {14, 7}, {50, 4}, {101, 7}, {104, 28}, {107, 26}, {108, 174}, {113, 25}, {226, 124}, {228, 129}, {229, 130},
    {239, 141}, {242, 180}, {253, 158}, {276, 210},
});

std::string_view chain(const LayerView &view, Details &details)
{
    TextBuffer text;
    const auto bytesOf = [&](const Layer &layer) { return view.frame().bytes.subspan(layer.offset, layer.size); };
    const Layer *previous = nullptr;
    const auto add = [&](const Layer &layer) {
        const Protocol &protocol = *layer.protocol;
        if (previous && previous->protocol->throughEtherType && previous->protocol->throughEtherType(bytesOf(*previous)))
            print(text, ":ethertype");
        if (!protocol.unnamed && !(protocol.stack && previous && previous->protocol == &protocol)) {
            if (text.size() > 0)
                text.push_back(':');
            print(text, protocol.name);
        }
        previous = &layer;
    };
    for (const Layer &layer : view.packet().layers())
        add(layer);
    if (const auto cut = view.packet().cutHeader())
        add(*cut);
    return details.keep(viewOf(text));
}

void details(const LayerView &view, Details &details)
{
    const Frame &frame = view.frame();
    details.generate(named(varyingFields, "number"), frame.number);
    if (frame.timed) {
        details.generate(named(varyingFields, "time"), static_cast<std::uint64_t>(frame.time));
        details.generate(named(varyingFields, "time_epoch"), static_cast<std::uint64_t>(frame.time));
        details.generate(named(varyingFields, "time_delta"), static_cast<std::uint64_t>(frame.sincePrevious));
        if (frame.sinceDisplayed)
            details.generate(named(varyingFields, "time_delta_displayed"), static_cast<std::uint64_t>(*frame.sinceDisplayed));
        details.generate(named(varyingFields, "time_relative"), static_cast<std::uint64_t>(frame.sinceFirst));
    }
    details.generate(named(varyingFields, "len"), frame.originalLength);
    details.generate(named(varyingFields, "cap_len"), frame.captured());
    if (frame.hasInterface) {
        details.generate(named(varyingFields, "interface_id"), frame.interfaceId);
        details.add(named(varyingFields, "interface_name"), {}, frame.interfaceName.empty() ? "unknown" : frame.interfaceName);
    }
    details.add(named(varyingFields, "protocols"), {}, chain(view, details));
    for (const Encapsulation &known : encapsulations)
        if (known.linkType == frame.linkType)
            details.generate(named(varyingFields, "encap_type"), known.wiretap);
    if (!frame.comment.empty())
        details.add(named(varyingFields, "comment"), {}, frame.comment);
}

void summary(const LayerView &view, TextBuffer &out)
{
    print(out, "{}", frameSentence(view.frame()).english());
}

} // namespace

Sentence frameSentence(const Frame &frame)
{
    const bool isCut = frame.captured() != frame.originalLength;
    const std::string interface = shownText(frame.interfaceName);
    if (isCut && !interface.empty())
        return Sentence::of("{} bytes on the wire, {} captured, interface {}", frame.originalLength, frame.captured(), interface);
    if (isCut)
        return Sentence::of("{} bytes on the wire, {} captured", frame.originalLength, frame.captured());
    if (!interface.empty())
        return Sentence::of("{} bytes on the wire, interface {}", frame.originalLength, interface);
    return Sentence::of("{} bytes on the wire", frame.originalLength);
}

constinit const Protocol protocols::frame{
    .name = "frame",
    .title = "Frame",
    .shortTitle = "Frame",
    .varying = varyingFields,
    .details = details,
    .summary = summary,
};

} // namespace vethscope
