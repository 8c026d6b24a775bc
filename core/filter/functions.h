#pragma once

#include "core/filter/operand.h"
#include "core/sentence/sentence.h"

#include <span>
#include <string_view>

namespace vethscope {

/// A function of the filter language: what it takes and gives.
struct FilterFunction {
    std::string_view name;
    std::size_t fewest;
    std::size_t most;
    /// Why the function of that name does not take a value of that type; empty when it does.
    Sentence (*refuses)(std::string_view name, const ValueType &type);
    OperandPointer (*apply)(std::vector<OperandPointer> arguments);
    Sentence (*meaning)(); // in a few words
};

/// All of them, as completion lists them.
std::span<const FilterFunction> filterFunctions();

/// upper, lower, len, count, string, max, min, abs (wireshark-filter(4), "Functions"); null for other names.
const FilterFunction *findFilterFunction(std::string_view name);

} // namespace vethscope
