#pragma once

#include "core/dissect/frame.h"
#include "core/dissect/layer.h"

#include <cstddef>

namespace vethscope {

/// What a statistic keeps of the packets that it is shown. Each thread of a pass has one of its own and sees its packets in no
/// order that can be relied on; all are put together when somebody wants to see them.
class PacketTally
{
public:
    PacketTally() = default;
    PacketTally(const PacketTally &) = delete;
    PacketTally &operator=(const PacketTally &) = delete;
    virtual ~PacketTally() = default;

    /// `row` is the packet's place in the store, from 0.
    virtual void count(std::size_t row, const Frame &frame, const Dissection &packet) = 0;
    /// And what another of the same kind has kept of other packets.
    virtual void add(const PacketTally &other) = 0;
    /// Whether it asks for what only the packets around a frame tell (FrameFacts): it is shown no frame before that is known.
    virtual bool readsFacts() const { return false; }
};

} // namespace vethscope
