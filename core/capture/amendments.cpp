#include "core/capture/amendments.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace vethscope {
namespace {

__extension__ using Wide = __int128; // pcap's years are more than 64 bits of nanoseconds apart

std::int64_t narrowed(Wide time)
{
    constexpr Wide least = std::numeric_limits<std::int64_t>::min(), most = std::numeric_limits<std::int64_t>::max();
    return static_cast<std::int64_t>(std::clamp(time, least, most));
}

} // namespace

std::int64_t TimeShift::operator()(std::int64_t time) const
{
    const Wide since = Wide(time) - from;
    const double gained = std::clamp(static_cast<double>(since) * gain, -9e18, 9e18);
    return narrowed(Wide(to) + since + std::llround(gained));
}

TimeShift TimeShift::between(std::int64_t first, std::int64_t wantedFirst, std::int64_t second, std::int64_t wantedSecond)
{
    const double apart = static_cast<double>(Wide(second) - first), wanted = static_cast<double>(Wide(wantedSecond) - wantedFirst);
    return {first, wantedFirst, apart == 0 ? 0 : wanted / apart - 1};
}

} // namespace vethscope
