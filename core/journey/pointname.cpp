#include "core/journey/pointname.h"

#include "core/sentence/visible.h"

#include <fmt/format.h>

namespace vethscope::journey {

PointName nameOf(const JourneyPoint &point)
{
    PointName name{point.place.interface, point.place.pod.empty() ? point.place.node : point.place.pod};
    if (name.device.empty() && point.ifindex)
        name.device = fmt::format("ifindex {}", *point.ifindex);
    if (name.device.empty() && name.machine.empty())
        name.device = point.file.filename().string();
    return {visible(name.device), visible(name.machine)};
}

} // namespace vethscope::journey
