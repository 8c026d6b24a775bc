#include "core/filter/accessor.h"

#include "core/flows/flowname.h"
#include "core/protocols/frame_fields.h"
#include "core/protocols/protocols.h"

#include <algorithm>
#include <array>

namespace vethscope {
namespace {

constexpr std::string_view underlayPrefix = "underlay.";
constexpr std::string_view overlayPrefix = "overlay.";

// Wireshark keeps a number in whole bytes, and so many may be written in a filter: 255 for four bits.
std::uint64_t largestIn(const Field &field)
{
    const std::uint32_t bits = std::max(field.place.byteCount() * 8, field.digits * 4u);
    return bits < 64 ? (std::uint64_t{1} << bits) - 1 : UINT64_MAX;
}

// Numbers that every frame has, read where they stand.
struct OfFrame {
    const Field *field;
    std::int64_t (*number)(const Frame &);
};
constexpr auto ofFrames = std::to_array<OfFrame>({
    {&named(frameFields, "number"), [](const Frame &frame) { return std::int64_t{frame.number}; }},
    {&named(frameFields, "len"), [](const Frame &frame) { return std::int64_t{frame.originalLength}; }},
    {&named(frameFields, "cap_len"), [](const Frame &frame) { return static_cast<std::int64_t>(frame.captured()); }},
});

} // namespace

std::optional<Accessor> Accessor::find(std::string_view name, const Registry &registry)
{
    Accessor accessor;
    if (name.starts_with(underlayPrefix)) {
        accessor.m_choice.where = LayerChoice::Where::Underlay;
        name.remove_prefix(underlayPrefix.size());
    } else if (name.starts_with(overlayPrefix)) {
        accessor.m_choice.where = LayerChoice::Where::Overlay;
        name.remove_prefix(overlayPrefix.size());
    }
    const std::span<const FieldRef> fields = registry.find(name);
    for (const FieldRef &ref : fields) {
        if (!accessor.wants(ref.protocol))
            accessor.m_protocols.push_back(ref.protocol);
        if (ref.varies())
            accessor.m_varying.push_back(ref.field);
        else if (ref.stateful())
            accessor.m_stateful.push_back(ref.field);
        else
            accessor.m_fixed.push_back(ref);
        if (ref.stateful())
            accessor.m_asked.push_back(ref.protocol);
    }
    if (fields.empty())
        for (const Protocol *protocol : registry.protocols())
            if (protocol->name == name || (!name.empty() && protocol->newName == name))
                accessor.m_protocols.push_back(protocol);
    if (accessor.m_protocols.empty())
        return std::nullopt;
    const Protocol &protocol = *accessor.m_protocols.front();
    accessor.m_everyFrame = !protocol.dissect;
    accessor.m_factsOnly = accessor.isProtocol() && !protocol.dissect && !protocol.details && !protocol.stateful.empty();
    if (accessor.m_factsOnly)
        accessor.m_asked.push_back(&protocol);
    const bool isFrame = &protocol == &protocols::frame;
    const auto isOfPacket = [](const Field *field) { return field->name == "protocols"; };
    accessor.m_isOfFrameAlone = isFrame && accessor.m_fixed.empty() && accessor.m_stateful.empty() && accessor.m_protocols.size() == 1 && std::ranges::none_of(accessor.m_varying, isOfPacket);
    if (accessor.m_isOfFrameAlone && accessor.m_varying.size() == 1)
        if (const auto known = std::ranges::find(ofFrames, accessor.m_varying.front(), &OfFrame::field); known != ofFrames.end())
            accessor.m_ofFrame = known->number;
    // Names go by addresses and by where a frame was captured; what other facts tell goes by what came before.
    if (accessor.m_everyFrame)
        accessor.m_isOfFlow = accessor.m_protocols.size() == 1 && ((isFrame && accessor.isProtocol()) || (&protocol == &protocols::kubernetes && accessor.m_varying.empty()));
    else
        accessor.m_isOfFlow = accessor.m_varying.empty() && accessor.m_stateful.empty() && std::ranges::all_of(accessor.m_fixed, isSameInFlow);
    return accessor;
}

ValueType Accessor::type() const
{
    if (isProtocol())
        return {.show = Show::Raw, .protocol = true};
    ValueType type{.show = firstField().show, .names = firstField().names, .scale = firstField().scale};
    // What varies has no known room; neither has what is computed.
    if (m_varying.empty() && m_stateful.empty())
        for (type.largest = 0; const FieldRef &ref : m_fixed)
            type.largest = std::max(type.largest, largestIn(*ref.field));
    return type;
}

bool LayerChoice::contains(std::int64_t place, std::int64_t count) const
{
    return std::ranges::any_of(runs, [&](const Run &run) {
        const std::int64_t first = run.start < 0 ? run.start + count + 1 : run.start;
        return place >= first && place - first < run.length;
    });
}

bool Accessor::inChoice(const LayerView &view) const
{
    const Dissection &packet = view.packet();
    const Layer &layer = view.layer();
    if (m_choice.where != LayerChoice::Where::Anywhere) {
        const int wanted = m_choice.where == LayerChoice::Where::Underlay ? 0 : packet.depth();
        if (packet.depth() == 0 || layer.depth != wanted)
            return false;
    }
    if (m_choice.runs.empty())
        return true;
    std::int64_t place = 0;
    std::int64_t count = 0;
    for (std::size_t i = 0; i < packet.size(); ++i) {
        if (packet[i].protocol->name != layer.protocol->name)
            continue;
        ++count;
        if (i == view.index())
            place = count;
    }
    if (const auto cut = packet.cutHeader(); cut && cut->protocol->name == layer.protocol->name) {
        ++count;
        if (view.isCut())
            place = count;
    }
    return m_choice.contains(place, count);
}

} // namespace vethscope
