#include "core/capture/filenumbers.h"

namespace vethscope {

std::vector<std::uint32_t> numbersInFiles(const PacketStore &store)
{
    std::vector<std::uint32_t> numbers, counts(store.paths().size());
    numbers.reserve(store.size());
    for (std::size_t row = 0; row < store.size(); ++row)
        numbers.push_back(++counts[store.interfaceOf(row).file]);
    return numbers;
}

} // namespace vethscope
