#pragma once

#include <array>
#include <atomic>
#include <cstddef>
#include <span>

namespace vethscope {

class Details;
class LayerView;
struct Protocol;

/// Tells of headers what is not in their bytes: what only the other packets of a capture show (their stream, whether they repeat
/// another), or what hosts said. Whoever finds it out may still be at it. Safe from any thread.
class FactGiver
{
public:
    virtual ~FactGiver() = default;

    /// Whose headers it tells of: the rows of their `stateful` tables are its own. Always the same.
    virtual std::span<const Protocol *const> protocols() const = 0;

    /// Adds what is known of this header, which is of such a protocol. Nothing for a frame beyond done().
    virtual void add(const LayerView &view, Details &details) const = 0;

    /// Of so many frames, from the first on, it is known and will not change.
    virtual std::size_t done() const = 0;
    /// Whether done() has come to its end; asked before it, a false answer never hides frames.
    virtual bool finished() const = 0;
};

/// What is known of a capture's headers beside their bytes, protocol by protocol: asks whoever tells of that protocol. Givers come and
/// go in any order, on one thread; asked from any thread meanwhile, but not for what a giver that goes tells.
class FrameFacts
{
public:
    /// The giver outlives its place here. No two tell of the same protocol.
    void attach(const FactGiver &giver);
    void detach(const FactGiver &giver);

    void add(const LayerView &view, Details &details) const;

    /// In so many frames all is known of headers of these protocols; SIZE_MAX where nobody tells of any.
    std::size_t done(std::span<const Protocol *const> of) const;
    /// Whether done() has come to its end; asked before it, a false answer never hides frames.
    bool finished(std::span<const Protocol *const> of) const;
    /// The same for everything that anybody tells.
    std::size_t done() const;
    bool finished() const;

private:
    static constexpr std::size_t mostGivers = 8;

    std::array<std::atomic<const FactGiver *>, mostGivers> m_givers{};
};

} // namespace vethscope
