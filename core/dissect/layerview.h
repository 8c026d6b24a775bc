#pragma once

#include "core/dissect/frame.h"
#include "core/dissect/layer.h"
#include "core/dissect/protocol.h"

#include <algorithm>

namespace vethscope {

/// One header of a dissected frame together with what surrounds it.
class LayerView
{
public:
    LayerView(const Frame &frame, const Dissection &packet, std::size_t index)
        : m_frame(&frame), m_packet(&packet), m_index(index), m_layer(packet[index])
    {
    }

    /// The view of the header that could not be read to its end; its index is the dissection's size.
    static std::optional<LayerView> ofCutHeader(const Frame &frame, const Dissection &packet)
    {
        const std::optional<Layer> layer = packet.cutHeader();
        return layer ? std::optional(LayerView(frame, packet, packet.size(), *layer)) : std::nullopt;
    }

    /// The view of what is no header, but known of the whole frame (`frame`, `vs`): it holds no bytes.
    LayerView(const Frame &frame, const Dissection &packet, const Protocol &pseudo)
        : m_frame(&frame), m_packet(&packet), m_index(noLayer), m_layer{&pseudo, 0, 0, 0, 0, false, false}
    {
    }

    const Frame &frame() const { return *m_frame; }
    const Dissection &packet() const { return *m_packet; }
    /// Whether it is the header that could not be read to its end.
    bool isCut() const { return m_index == m_packet->size(); }
    /// Whether a row of the table is in this header: one that is not meant for others, nor cut off.
    bool has(const Field &field) const;

    /// The header's place in the dissection; noLayer for what is no header.
    std::size_t index() const { return m_index; }
    static constexpr std::size_t noLayer = SIZE_MAX;
    const Layer &layer() const { return m_layer; }
    const Protocol &protocol() const { return *layer().protocol; }

    Bytes header() const { return m_frame->bytes.subspan(layer().offset, layer().size); }

    /// What the header carries, as far as it was captured.
    Bytes payload() const
    {
        const std::size_t begin = layer().offset + layer().size;
        return m_frame->bytes.subspan(begin, std::max(begin, capturedEnd()) - begin);
    }

    /// What the header carries by its own word, in bytes, captured or not.
    std::size_t payloadLength() const
    {
        const std::size_t begin = layer().offset + layer().size;
        return layer().end > begin ? layer().end - begin : 0;
    }

    bool payloadComplete() const { return layer().end <= m_frame->bytes.size(); }

    std::uint64_t number(const Field &field) const { return readValue(field, header(), field.place).number; }
    Bytes raw(const Field &field) const { return readValue(field, header(), field.place).bytes; }

    /// The nearest header outside this one, if there is any.
    std::optional<LayerView> outer() const
    {
        if (m_index == noLayer || m_index == 0)
            return std::nullopt;
        return LayerView(*m_frame, *m_packet, m_index - 1);
    }

private:
    LayerView(const Frame &frame, const Dissection &packet, std::size_t index, const Layer &layer)
        : m_frame(&frame), m_packet(&packet), m_index(index), m_layer(layer)
    {
    }

    bool isCutOff(const Field &field) const;
    std::size_t capturedEnd() const { return std::min<std::size_t>(layer().end, m_frame->bytes.size()); }

    const Frame *m_frame;
    const Dissection *m_packet;
    std::size_t m_index;
    Layer m_layer;
};

inline bool LayerView::has(const Field &field) const
{
    if (isCut() && isCutOff(field))
        return false;
    return !field.present || field.present(header());
}

} // namespace vethscope
