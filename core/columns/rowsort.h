#pragma once

#include "core/columns/fieldcolumn.h"

#include <atomic>
#include <cstdint>
#include <functional>
#include <string>
#include <vector>

namespace vethscope {

/// What rows are sorted by: a number, or a text whose runs of digits count as numbers, so that 10.244.0.9 comes before 10.244.0.60.
struct SortKey {
    /// Of each packet its number; a packet without one comes last. Null where texts are compared. May run on several threads at once.
    std::function<std::optional<double>(const PacketRow &row, FilterScratch &scratch)> number{};
    std::function<void(const PacketRow &row, FilterScratch &scratch, TextBuffer &out)> text{};
};

/// The places of these rows of the store in the order of their keys; of equal ones the earlier comes first, either way round. Nothing where goOn() said no,
/// which is asked every few thousand rows, on any thread. `done` counts rows. As many threads as there are processors; 12 B a row beside the different texts.
std::optional<std::vector<std::uint32_t>> sortedPlaces(const PacketStore &store, const Dissector &dissector, const std::vector<std::uint32_t> &rows, const SortKey &key, bool descending,
                                                       std::atomic<std::size_t> &done, const std::function<bool()> &goOn);

/// Below, equal or above 0: `a9` before `a10`, without regard to case where nothing else differs.
int compareNaturally(std::string_view one, std::string_view other);

} // namespace vethscope
