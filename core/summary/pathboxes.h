#pragma once

#include "core/path/hop.h"
#include "core/summary/boxes.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace vethscope {

/// What became of a header, or of a field of it, on the way from one hop to the next.
enum class Fate : std::uint8_t { Kept, Added, Removed, Rewritten };

/// A field at a hop, and what it was before.
struct FieldFate {
    path::Field field{};                 // of what was removed: as it was
    std::optional<std::string> before{}; // of what was rewritten
    Fate fate = Fate::Kept;
};

/// The fields of the later hop in their order, in front of them those that are gone. Headers are compared from the inside, so that a
/// tunnel's are the new ones. Of the first hop (`before` is null) everything is kept. A value that is not known any more counts as kept.
std::vector<FieldFate> fatesBetween(const path::Hop *before, const path::Hop &now);

/// A header of a foretold packet as a box.
struct PathBox {
    Box box{};                   // its layer is its place here
    std::string_view protocol{}; // first part of its fields' names; "payload"
    Fate fate = Fate::Kept;
    std::vector<FieldFate> changes{}; // of its fields
};

/// The boxes of two hops' packets: before, what is going to be removed; now, what was added and rewritten.
struct PathBoxes {
    std::vector<PathBox> before{}, now{};
};
PathBoxes boxesBetween(const path::Hop *before, const path::Hop &now);

/// How many bytes the packet is longer with these headers.
std::uint32_t sizeOf(const std::vector<PathBox> &boxes);

} // namespace vethscope
