#include "core/capture/filenotes.h"

#include <unordered_set>

namespace vethscope {

std::uint64_t FileNotes::dropped() const
{
    std::unordered_set<std::uint32_t> counted;
    std::uint64_t sum = 0;
    for (std::size_t i = statistics.size(); i-- > 0;)
        if (counted.insert(statistics[i].source).second)
            sum += statistics[i].dropped.value_or(0) + statistics[i].droppedBySystem.value_or(0);
    return sum;
}

} // namespace vethscope
