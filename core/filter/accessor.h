#pragma once

#include "core/dissect/layerview.h"
#include "core/dissect/registry.h"
#include "core/filter/evaluation.h"
#include "core/filter/valuetype.h"

#include <algorithm>
#include <optional>
#include <string>
#include <vector>

namespace vethscope {

/// Which of several headers of one protocol a name means.
struct LayerChoice {
    enum class Where : std::uint8_t { Anywhere, Underlay, Overlay };

    /// `#n`, `#[a-b]`, `#[start:length]`: counted from 1 outside in, or from -1 inside out.
    struct Run {
        std::int64_t start = 1;
        std::int64_t length = 1;
    };

    Where where = Where::Anywhere;
    std::vector<Run> runs; // empty: all of them

    bool all() const { return where == Where::Anywhere && runs.empty(); }
    /// Whether the layer operator means the header that is the `place`th of `count`.
    bool contains(std::int64_t place, std::int64_t count) const;
};

/// The way from a field's full name to its values in a packet: find the layer, read the bits.
/// Names may begin with `underlay.` (the outermost encapsulation only) or `overlay.` (the innermost only).
class Accessor
{
public:
    /// Nothing when no field and no protocol has that name.
    static std::optional<Accessor> find(std::string_view name, const Registry &registry);

    /// A protocol by itself: present or not, and its bytes from its header to the end of what it carries.
    bool isProtocol() const { return m_fixed.empty() && m_varying.empty() && m_stateful.empty(); }
    /// Of whose headers it asks what only FrameFacts knows.
    std::span<const Protocol *const> asks() const { return m_asked; }
    ValueType type() const;

    /// Whether its values are the same in all packets of a flow (core/flows/flowname.h), or at least whether there are any.
    bool isOfFlow() const { return m_isOfFlow && !isProtocol(); }
    bool isThereByFlow() const { return m_isOfFlow; }
    /// Whether it is of the frame, and not of what is in it.
    bool isOfFrameAlone() const { return m_isOfFrameAlone; }

    void choose(LayerChoice choice) { m_choice = std::move(choice); }
    const LayerChoice &choice() const { return m_choice; }

    /// Calls stops(Value, const Field *, BitRange) for every occurrence, outermost first, until it
    /// returns true; tells whether it did. Field is null for a protocol, and the range its header.
    template <typename Stops>
    bool anyOf(Evaluation &evaluation, Stops stops) const;

    /// Calls take(Value, const Field *, BitRange) for every occurrence.
    template <typename Take>
    void forEach(Evaluation &evaluation, Take take) const
    {
        anyOf(evaluation, [&](const Value &value, const Field *field, BitRange place) {
            take(value, field, place);
            return false;
        });
    }

private:
    bool wants(const Protocol *protocol) const
    {
        for (const Protocol *wanted : m_protocols)
            if (wanted == protocol)
                return true;
        return false;
    }
    bool inChoice(const LayerView &view) const;
    const Field &firstField() const
    {
        return !m_fixed.empty() ? *m_fixed.front().field : !m_varying.empty() ? *m_varying.front() : *m_stateful.front();
    }

    template <typename Stops>
    bool anyOfLayer(Evaluation &evaluation, std::size_t index, Stops &stops) const;
    template <typename Stops>
    bool anyOfCutHeader(Evaluation &evaluation, Stops &stops) const;
    template <typename Stops>
    bool anyOfDetails(Evaluation &evaluation, const LayerView &view, Stops &stops) const;
    template <typename Stops>
    static bool anyOfItems(const Details &details, const std::vector<const Field *> &fields, Stops &stops);

    std::vector<const Protocol *> m_protocols;
    std::vector<FieldRef> m_fixed;         // fields with a place in their header
    std::vector<const Field *> m_varying;  // fields that `details` finds
    std::vector<const Field *> m_stateful; // fields that only the packets around this one tell
    std::vector<const Protocol *> m_asked; // whose these are
    bool m_everyFrame = false;             // frame, vs: no header, but known of every frame
    bool m_factsOnly = false;              // k8s by itself: there in frames that facts tell something of
    bool m_isOfFlow = false;
    bool m_isOfFrameAlone = false;
    std::int64_t (*m_ofFrame)(const Frame &) = nullptr; // where nothing else is needed
    LayerChoice m_choice;
};

template <typename Stops>
bool Accessor::anyOf(Evaluation &evaluation, Stops stops) const
{
    if (m_everyFrame) {
        if (!m_choice.runs.empty() && !m_choice.contains(1, 1))
            return false;
        if (m_ofFrame)
            return stops(Value{.number = static_cast<std::uint64_t>(m_ofFrame(evaluation.frame))}, m_varying.front(), BitRange{});
        const LayerView view(evaluation.frame, evaluation.packet, *m_protocols.front());
        if (m_factsOnly && evaluation.scratch.factsOf(view).items.empty())
            return false;
        if (isProtocol())
            return stops(Value{.number = 1, .bytes = evaluation.frame.bytes}, static_cast<const Field *>(nullptr),
                         octets(0, evaluation.frame.bytes.size()));
        return anyOfDetails(evaluation, view, stops);
    }
    const bool everywhere = m_choice.all();
    for (std::size_t i = 0; i < evaluation.packet.size(); ++i)
        if (wants(evaluation.packet[i].protocol) && (everywhere || inChoice({evaluation.frame, evaluation.packet, i})) && anyOfLayer(evaluation, i, stops))
            return true;
    return evaluation.packet.stop() && anyOfCutHeader(evaluation, stops);
}

template <typename Stops>
bool Accessor::anyOfLayer(Evaluation &evaluation, std::size_t index, Stops &stops) const
{
    const Layer &layer = evaluation.packet[index];
    const Bytes frame = evaluation.frame.bytes;
    if (isProtocol()) {
        const Bytes bytes = frame.subspan(layer.offset, std::min<std::size_t>(layer.end, frame.size()) - layer.offset);
        return stops(Value{.number = 1, .bytes = bytes}, static_cast<const Field *>(nullptr), octets(0, layer.size));
    }
    const Bytes header = frame.subspan(layer.offset, layer.size);
    for (const FieldRef &ref : m_fixed) {
        if (ref.protocol != layer.protocol || (ref.field->present && !ref.field->present(header)))
            continue;
        const Value value = readValue(*ref.field, header, ref.field->place);
        // Where such a zero stands for something, `details` says what.
        const bool leftToDetails = ref.field->silent && !m_varying.empty() && value.number == 0;
        if (!leftToDetails && stops(value, ref.field, ref.field->place))
            return true;
    }
    return (!m_varying.empty() || !m_stateful.empty()) && anyOfDetails(evaluation, LayerView(evaluation.frame, evaluation.packet, index), stops);
}

// Of the header that could not be read to its end, the rows that are there.
template <typename Stops>
bool Accessor::anyOfCutHeader(Evaluation &evaluation, Stops &stops) const
{
    const auto view = LayerView::ofCutHeader(evaluation.frame, evaluation.packet);
    if (!view || !wants(&view->protocol()) || !(m_choice.all() || inChoice(*view)))
        return false;
    if (isProtocol())
        return stops(Value{.number = 1, .bytes = view->header()}, static_cast<const Field *>(nullptr), octets(0, view->layer().size));
    for (const FieldRef &ref : m_fixed)
        if (ref.protocol == &view->protocol() && view->has(*ref.field)
            && stops(readValue(*ref.field, view->header(), ref.field->place), ref.field, ref.field->place))
            return true;
    return false;
}

template <typename Stops>
bool Accessor::anyOfDetails(Evaluation &evaluation, const LayerView &view, Stops &stops) const
{
    return (!m_varying.empty() && anyOfItems(evaluation.scratch.detailsOf(view), m_varying, stops))
        || (!m_stateful.empty() && anyOfItems(evaluation.scratch.factsOf(view), m_stateful, stops));
}

template <typename Stops>
bool Accessor::anyOfItems(const Details &details, const std::vector<const Field *> &fields, Stops &stops)
{
    for (const Item &item : details.items)
        if (item.field && std::ranges::find(fields, item.field) != fields.end() && stops(item.value, item.field, item.place))
            return true;
    return false;
}

} // namespace vethscope
