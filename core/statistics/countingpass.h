#pragma once

#include <cstddef>
#include <memory>

namespace vethscope {

/// Something that is counted over packets, on threads of its own. Destroying it cancels it at once.
class CountingPass
{
public:
    CountingPass() = default;
    CountingPass(const CountingPass &) = delete;
    CountingPass &operator=(const CountingPass &) = delete;
    virtual ~CountingPass() = default;

    /// How many packets have been counted, and whether all have.
    virtual std::size_t done() const = 0;
    virtual bool finished() const = 0;
    /// What is counted so far, from any thread; who made the pass knows its type.
    virtual std::shared_ptr<const void> counted() const = 0;
};

} // namespace vethscope
