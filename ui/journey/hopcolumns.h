#pragma once

#include "core/explain/comparison.h"

#include <QString>

#include <cstdint>
#include <optional>
#include <vector>

namespace vethscope {

struct FollowedJourneys;

/// A column of the table of hops: a point that saw the packet, or one of its way that did not.
struct HopColumn {
    std::uint16_t point = 0;
    std::optional<std::size_t> hop{}; // of the journey
    QString missed{};                 // why it is no hop
    bool isLost = false;              // it should have come by here
};

/// In the order in which the packet passed the points, or should have.
std::vector<HopColumn> hopColumns(const FollowedJourneys &all, std::size_t journey);

/// What a hop's cell says of how its headers stand to the foretold ones; the longer form is for a tooltip.
struct ForetoldText {
    enum class Kind { Nothing, As, Otherwise, Unknown };

    Kind kind = Kind::Nothing;
    QString text{}, all{};
};
ForetoldText foretoldText(const explain::FrameComparison &comparison);

} // namespace vethscope
