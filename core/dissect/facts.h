#pragma once

#include <cstddef>

namespace vethscope {

class Details;
class LayerView;

/// What only the other packets of a capture can tell of a header: its stream, whether it repeats another.
/// A pass over the whole capture finds it out and may still be at it. Safe from any thread.
class FrameFacts
{
public:
    virtual ~FrameFacts() = default;

    /// Adds what is known of this header: rows of its protocol's `stateful` table. Nothing for a frame beyond done().
    virtual void add(const LayerView &view, Details &details) const = 0;

    /// So many frames are known, from the first on.
    virtual std::size_t done() const = 0;
    /// Whether done() has come to its end; asked before it, a false answer never hides frames.
    virtual bool finished() const = 0;
};

} // namespace vethscope
