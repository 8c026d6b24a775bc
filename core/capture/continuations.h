#pragma once

#include "core/dissect/frame.h"

#include <cstddef>

namespace vethscope {

/// What frames carry in pieces, put together: a PacketStore hands every frame through it. Safe from any thread.
class Continuations
{
public:
    virtual ~Continuations() = default;

    /// Gives the frame the bytes in which its payloads go on. Leaves it as it is beyond done().
    virtual void extend(Frame &frame) const = 0;

    /// So many frames are put together, from the first on.
    virtual std::size_t done() const = 0;
    /// Whether done() has come to its end; asked before it, a false answer never hides frames.
    virtual bool finished() const = 0;
};

} // namespace vethscope
