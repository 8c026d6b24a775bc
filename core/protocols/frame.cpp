#include "core/dissect/details.h"
#include "core/dissect/layerview.h"
#include "core/dissect/shown.h"
#include "core/protocols/frame_fields.h"
#include "core/protocols/framesentence.h"
#include "core/protocols/protocols.h"

// What is known of every frame without looking into it: its number, its time, its lengths.

namespace vethscope {
namespace {

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
    details.generate(named(frameFields, "number"), frame.number);
    if (frame.timed) {
        details.generate(named(frameFields, "time"), static_cast<std::uint64_t>(frame.time));
        details.generate(named(frameFields, "time_epoch"), static_cast<std::uint64_t>(frame.time));
        details.generate(named(frameFields, "time_delta"), static_cast<std::uint64_t>(frame.sincePrevious));
        if (frame.sinceDisplayed)
            details.generate(named(frameFields, "time_delta_displayed"), static_cast<std::uint64_t>(*frame.sinceDisplayed));
        details.generate(named(frameFields, "time_relative"), static_cast<std::uint64_t>(frame.sinceFirst));
    }
    details.generate(named(frameFields, "len"), frame.originalLength);
    details.generate(named(frameFields, "cap_len"), frame.captured());
    if (frame.hasInterface) {
        details.generate(named(frameFields, "interface_id"), frame.interfaceId);
        details.add(named(frameFields, "interface_name"), {}, frame.interfaceName.empty() ? "unknown" : frame.interfaceName);
    }
    addFrameOptions(frame, details);
    details.add(named(frameFields, "protocols"), {}, chain(view, details));
    for (const Encapsulation &known : encapsulations)
        if (known.linkType == frame.linkType)
            details.generate(named(frameFields, "encap_type"), known.wiretap);
    if (!frame.comment.empty())
        details.add(named(frameFields, "comment"), {}, frame.comment);
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
    .varying = frameFields,
    .details = details,
    .summary = summary,
};

} // namespace vethscope
