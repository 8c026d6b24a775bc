#pragma once

#include "core/flows/endpoints.h"
#include "core/flows/flowheader.h"
#include "core/follow/streamsegment.h"
#include "core/statistics/packettally.h"

#include <vector>

namespace vethscope {

/// Keeps the segments, or datagrams, between two ends: those of all connections that they ever had. What an ICMP error quotes is none.
class StreamTally final : public PacketTally
{
public:
    StreamTally(FlowHeader::Kind kind, const Endpoints &ends) : m_kind(kind), m_ends(ends) { }

    void count(std::size_t row, const Frame &frame, const Dissection &packet) override;
    void add(const PacketTally &other) override;

    /// In no order.
    const std::vector<StreamSegment> &segments() const { return m_segments; }

private:
    const FlowHeader::Kind m_kind;
    const Endpoints m_ends;
    std::vector<StreamSegment> m_segments;
};

} // namespace vethscope
