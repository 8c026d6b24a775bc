#include "core/capture/filenumbers.h"

#include "core/threads/parts.h"

#include <algorithm>
#include <utility>

namespace vethscope {
namespace {

constexpr std::size_t rowsAtOnce = 65536;

} // namespace

// Each part counts by itself, and goes on then from what those before it counted.
std::vector<std::uint32_t> numbersInFiles(const PacketStore &store)
{
    const std::size_t rows = store.size(), files = store.paths().size(), parts = (rows + rowsAtOnce - 1) / rowsAtOnce;
    std::vector<std::uint32_t> numbers(rows), before(parts * files);
    std::vector<std::size_t> fileOf; // of each interface
    for (std::size_t interface = 0; interface < store.interfaceCount(); ++interface)
        fileOf.push_back(store.interface(interface).file);
    forEachPart(parts, [&](std::size_t part) {
        const auto counts = before.begin() + static_cast<std::ptrdiff_t>(part * files);
        for (std::size_t row = part * rowsAtOnce; row < std::min((part + 1) * rowsAtOnce, rows); ++row)
            numbers[row] = ++counts[fileOf[store.interfacePlace(row)]];
    });
    std::vector<std::uint32_t> sums(files);
    for (std::size_t i = 0; i < before.size(); ++i)
        before[i] = std::exchange(sums[i % files], sums[i % files] + before[i]);
    forEachPart(parts, [&](std::size_t part) {
        for (std::size_t row = part * rowsAtOnce; row < std::min((part + 1) * rowsAtOnce, rows); ++row)
            numbers[row] += before[part * files + fileOf[store.interfacePlace(row)]];
    });
    return numbers;
}

} // namespace vethscope
