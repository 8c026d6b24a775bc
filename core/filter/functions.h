#pragma once

#include "core/filter/operand.h"

#include <string_view>

namespace vethscope {

/// A function of the filter language: what it takes and gives.
struct FilterFunction {
    std::string_view name;
    std::size_t fewest;
    std::size_t most;
    /// Why it does not take a value of that type, or null when it does.
    const char *(*refuses)(const ValueType &type);
    OperandPointer (*apply)(std::vector<OperandPointer> arguments);
};

/// upper, lower, len, count, string, max, min, abs (wireshark-filter(4), "Functions"); null for other names.
const FilterFunction *findFilterFunction(std::string_view name);

} // namespace vethscope
