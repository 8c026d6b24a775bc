#pragma once

#include "core/journey/content.h"

#include <utility>

namespace vethscope::journey {

/// The same of what comes back: an echo's reply has its identifier.
inline Tuple turned(Tuple tuple)
{
    std::swap(tuple.source, tuple.destination);
    if (tuple.hasPorts())
        std::swap(tuple.sourcePort, tuple.destinationPort);
    return tuple;
}

inline bool shareAnEnd(const Tuple &one, const Tuple &other)
{
    return one.source == other.source || one.destination == other.destination;
}

/// Whether one is sent by whom the other goes to: as a pod that a service sends back to itself, or a node that passes on what came to its port.
inline bool areTurned(const Tuple &one, const Tuple &other)
{
    return one.source == other.destination || one.destination == other.source;
}

inline bool areBothDirections(const Tuple &one, const Tuple &other)
{
    return one.source == other.destination && one.destination == other.source;
}

} // namespace vethscope::journey
