#include "core/filter/accessor.h"

#include <algorithm>

namespace vethscope {
namespace {

constexpr std::string_view underlayPrefix = "underlay.";
constexpr std::string_view overlayPrefix = "overlay.";

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
    accessor.m_fields.assign(fields.begin(), fields.end());
    for (const FieldRef &ref : fields) {
        if (std::ranges::find(accessor.m_protocols, ref.protocol) == accessor.m_protocols.end())
            accessor.m_protocols.push_back(ref.protocol);
        (ref.varies() ? accessor.m_varies : accessor.m_fixed) = true;
    }
    if (fields.empty())
        for (const Protocol *protocol : registry.protocols())
            if (protocol->name == name)
                accessor.m_protocols.push_back(protocol);
    if (accessor.m_protocols.empty())
        return std::nullopt;
    accessor.m_everyFrame = !accessor.m_protocols.front()->dissect;
    return accessor;
}

std::span<const ValueName> Accessor::valueNames() const
{
    return isProtocol() ? std::span<const ValueName>{} : m_fields.front().field->names;
}

bool Accessor::names(const Field &field) const
{
    return std::ranges::any_of(m_fields, [&](const FieldRef &ref) { return ref.field == &field; });
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
    if (m_choice.first == 0)
        return true;
    int place = 0;
    int count = 0;
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
    const auto absolute = [&](int n) { return n < 0 ? count + 1 + n : n; };
    return place >= absolute(m_choice.first) && place <= absolute(m_choice.last);
}

} // namespace vethscope
