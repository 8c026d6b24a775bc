#pragma once

#include "core/journey/points.h"

#include <string>

namespace vethscope::journey {

/// What a point is called: its device, and on which machine, a node or a pod's NAMESPACE/NAME. What nothing tells is empty, but of a point of
/// which nothing at all is told the device is its file.
struct PointName {
    std::string device{}, machine{};

    /// `master:flannel.1`.
    std::string text() const { return machine.empty() || device.empty() ? machine + device : machine + ':' + device; }
};

PointName nameOf(const JourneyPoint &point);

} // namespace vethscope::journey
