#include "core/follow/streamtally.h"

#include "core/dissect/layerview.h"
#include "core/protocols/protocols.h"

namespace vethscope {

void StreamTally::count(std::size_t, const Frame &frame, const Dissection &packet)
{
    const Protocol *const wanted = m_kind == FlowHeader::Kind::Tcp ? &protocols::tcp : &protocols::udp;
    for (std::size_t i = 0; i < packet.size(); ++i) {
        if (packet[i].protocol != wanted || packet[i].quoted)
            continue;
        const LayerView view(frame, packet, i);
        const auto header = flowHeaderAt(view);
        if (!header || header->ends != m_ends)
            continue;
        const TcpSegment &segment = header->segment;
        const auto captured = static_cast<std::uint32_t>(view.payload().size());
        const bool opens = m_kind == FlowHeader::Kind::Tcp && segment.has(TcpSegment::Syn);
        m_segments.push_back({
            .row = header->row,
            .sequence = segment.sequence + opens, // the SYN has a number of its own
            .acknowledgment = segment.acknowledgment,
            .length = header->whole && m_kind == FlowHeader::Kind::Tcp ? segment.length : captured, // a fragment's rest shows as a gap
            .payloadAt = packet[i].offset + packet[i].size,
            .captured = captured,
            .nth = header->nth,
            .acknowledges = segment.has(TcpSegment::Acknowledgment),
            .fromLow = header->fromLow,
        });
    }
}

void StreamTally::add(const PacketTally &other)
{
    const auto &its = static_cast<const StreamTally &>(other).m_segments;
    m_segments.insert(m_segments.end(), its.begin(), its.end());
}

} // namespace vethscope
