#pragma once

#include "core/dissect/layerview.h"
#include "core/dissect/registry.h"
#include "core/filter/evaluation.h"

#include <optional>
#include <string>
#include <vector>

namespace vethscope {

/// Which of several headers of one protocol a name means.
struct LayerChoice {
    enum class Where : std::uint8_t { Anywhere, Underlay, Overlay };

    Where where = Where::Anywhere;
    // The layer operator `#n` and `#[a-b]`: counted from 1 outside in, or from -1 inside out; 0: all of them.
    int first = 0;
    int last = 0;

    bool all() const { return where == Where::Anywhere && first == 0; }
};

/// The way from a field's full name to its values in a packet: find the layer, read the bits.
/// Names may begin with `underlay.` (the outermost encapsulation only) or `overlay.` (the innermost only).
class Accessor
{
public:
    /// Nothing when no field and no protocol has that name.
    static std::optional<Accessor> find(std::string_view name, const Registry &registry);

    /// A protocol by itself: present or not, and its bytes from its header to the end of what it carries.
    bool isProtocol() const { return m_fields.empty(); }
    Show show() const { return isProtocol() ? Show::Raw : m_fields.front().field->show; }
    /// The words its numbers have.
    std::span<const ValueName> valueNames() const;

    void choose(LayerChoice choice) { m_choice = choice; }
    const LayerChoice &choice() const { return m_choice; }

    /// Calls take(Value, const Field *, BitRange) for every occurrence, outermost first. Field is null for a protocol.
    template <typename Take>
    void forEach(Evaluation &evaluation, Take take) const;

private:
    bool wants(const Protocol *protocol) const;
    bool inChoice(const LayerView &view) const;
    bool names(const Field &field) const;

    template <typename Take>
    void visit(Evaluation &evaluation, const LayerView &view, Take &take) const;

    std::vector<const Protocol *> m_protocols;
    std::vector<FieldRef> m_fields; // empty for a protocol
    bool m_varies = false;
    bool m_fixed = false;
    bool m_everyFrame = false; // frame, vs: no header, but known of every frame
    LayerChoice m_choice;
};

template <typename Take>
void Accessor::visit(Evaluation &evaluation, const LayerView &view, Take &take) const
{
    if (isProtocol()) {
        const Layer &layer = view.layer();
        const std::size_t captured = evaluation.frame.bytes.size();
        const Bytes bytes = m_everyFrame ? evaluation.frame.bytes
                                         : evaluation.frame.bytes.subspan(layer.offset, std::min<std::size_t>(layer.end, captured) - layer.offset);
        take(Value{.number = 1, .bytes = bytes}, static_cast<const Field *>(nullptr), BitRange{});
        return;
    }
    if (m_fixed)
        for (const FieldRef &ref : m_fields)
            if (ref.protocol == &view.protocol() && !ref.varies() && view.has(*ref.field))
                take(readValue(*ref.field, view.header(), ref.field->place), ref.field, ref.field->place);
    if (m_varies && !view.isCut())
        for (const Item &item : evaluation.scratch.detailsOf(view).items)
            if (item.field && names(*item.field))
                take(item.value, item.field, item.place);
}

template <typename Take>
void Accessor::forEach(Evaluation &evaluation, Take take) const
{
    if (m_everyFrame) {
        visit(evaluation, LayerView(evaluation.frame, evaluation.packet, *m_protocols.front()), take);
        return;
    }
    const bool everywhere = m_choice.all();
    for (std::size_t i = 0; i < evaluation.packet.size(); ++i)
        if (const LayerView view(evaluation.frame, evaluation.packet, i); wants(&view.protocol()) && (everywhere || inChoice(view)))
            visit(evaluation, view, take);
    if (!evaluation.packet.stop())
        return;
    if (const auto cut = LayerView::ofCutHeader(evaluation.frame, evaluation.packet); cut && wants(&cut->protocol()) && (everywhere || inChoice(*cut)))
        visit(evaluation, *cut, take);
}

inline bool Accessor::wants(const Protocol *protocol) const
{
    for (const Protocol *wanted : m_protocols)
        if (wanted == protocol)
            return true;
    return false;
}

} // namespace vethscope
