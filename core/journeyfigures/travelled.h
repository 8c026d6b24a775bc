#pragma once

#include "core/journey/followed.h"

#include <optional>
#include <vector>

namespace vethscope {

/// The way that a packet has come, for a drawing of the cluster: the devices of the foretold path from the first point that saw it to the last;
/// without such a path the points that saw it, as far as they are the cluster's.
struct Travelled {
    path::Path path{};
    std::vector<std::optional<std::size_t>> hopOf{}; // of each device the journey's hop there; nothing where nobody captured
    path::Verdict verdict = path::Verdict::Unknown;  // Dropped: it was lost behind the last of them

    /// The device where that hop of the journey was seen, or the last one before it that there is.
    std::size_t stopOf(std::size_t hop) const;
};

Travelled travelled(const journey::Followed &followed, std::size_t journey, const std::optional<path::Path> &foretold);

} // namespace vethscope
