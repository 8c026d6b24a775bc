#include "core/dissect/layer.h"

#include "core/dissect/protocol.h"

namespace vethscope {

Sentence Stop::message() const
{
    if (!damage.isTooShort())
        return damage.message;
    if (cutByCapture)
        return Sentence::of("needs {} bytes, only {} were captured", damage.needed, damage.available);
    if (outermost)
        return Sentence::of("needs {} bytes, but the frame has only {}", damage.needed, damage.available);
    return Sentence::of("needs {} bytes, but the header around it leaves only {}", damage.needed, damage.available);
}

std::optional<Layer> Dissection::cutHeader() const
{
    if (!m_stop || m_stop->size == 0)
        return std::nullopt;
    return Layer{m_stop->protocol, m_stop->offset, m_stop->size, m_stop->offset + m_stop->size, m_stop->depth, false, m_stop->quoted};
}

Scope Dissection::scope(const Layer &layer) const
{
    if (layer.tunnel)
        return Scope::Tunnel;
    if (layer.depth > 0)
        return Scope::Overlay;
    return m_depth > 0 ? Scope::Underlay : Scope::Native;
}

const Layer *Dissection::innermost() const
{
    for (std::size_t i = m_count; i-- > 0;)
        if (!m_layers[i].quoted)
            return &m_layers[i];
    return nullptr;
}

} // namespace vethscope
